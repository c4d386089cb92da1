// Generated
export interface paths {
    "/api/identity/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one's own account */
        put: operations["update_account"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one's own password
         * @description Ends all other sessions of the account, and sets a new cookie for this one.
         */
        put: operations["change_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was done in the partnership
         * @description Sign-ins, failures, invitations, changes of members and of partner clients; newest first.
         */
        get: operations["list_audit_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/demonstration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the demonstration sign-ins
         * @description Invented people of each programme, by role. Not found unless this is a demonstration.
         */
        get: operations["get_demonstration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the event feed
         * @description Events after the cursor, oldest first. With `wait`, an empty feed answers only after that many seconds.
         */
        get: operations["list_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invitations
         * @description Newest first; also those that were accepted or have expired, for ninety days.
         */
        get: operations["list_invitations"];
        put?: never;
        /**
         * Invite somebody
         * @description The link is mailed and answered, once: it is kept only as a hash, so this takes no Idempotency-Key. Sending it
         *     again makes the link before void.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: operations["withdraw_invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/invitations/accepted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept the invitation of a link
         * @description Joins with the account of the invited address, whose password is asked for, or with a new one; and signs in.
         */
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/invitations/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the invitation of a link
         * @description Changes nothing. By POST, because the token must not stand in an address.
         */
        post: operations["look_up_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/jwks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the keys that tokens verify with
         * @description All keys that sign now, will sign next, or signed lately. Ask again when a token names one that you lack.
         */
        get: operations["get_jwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the partnership's members
         * @description In the order of joining.
         */
        get: operations["list_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/members/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one member */
        get: operations["get_member"];
        put?: never;
        post?: never;
        /**
         * Remove a member
         * @description The account stays, with its memberships elsewhere.
         */
        delete: operations["remove_member"];
        options?: never;
        head?: never;
        /**
         * Change what a member is
         * @description Only what is sent changes. A change of roles or of what they extend to ends the member's sessions here.
         */
        patch: operations["update_member"];
        trace?: never;
    };
    "/api/identity/v1/partner-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List partner clients
         * @description By name.
         */
        get: operations["list_partner_clients"];
        put?: never;
        /**
         * Add a partner client
         * @description Make a secret for it next.
         */
        post: operations["add_partner_client"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/partner-clients/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a partner client
         * @description It gets no token any more; one that it has lives for ten minutes at most.
         */
        delete: operations["remove_partner_client"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/partner-clients/{client_id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a secret for a partner client
         * @description Answered once and kept only as a hash, so this takes no Idempotency-Key: withdraw one whose answer was lost.
         *     Two can be good at a time, to change over from one to the other.
         */
        post: operations["add_partner_client_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/partner-clients/{client_id}/secrets/{secret_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw a secret of a partner client */
        delete: operations["withdraw_partner_client_secret"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a new password by a mailed link
         * @description The link is used up, and the account is signed out everywhere.
         */
        put: operations["reset_password"];
        /**
         * Ask for a new password
         * @description Always accepted: who has an account is nobody's business. The link comes by mail.
         */
        post: operations["ask_for_password_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who is signed in
         * @description Looking does not count as being active: `expires_at` stays.
         */
        get: operations["get_session"];
        put?: never;
        /**
         * Sign in
         * @description The answer sets the cookie. A wrong password and an unknown address cannot be told apart.
         */
        post: operations["sign_in"];
        /**
         * Sign out
         * @description Also when nobody is signed in any more. The browser forgets what it kept of us.
         */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/session/membership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Act in another partnership
         * @description The answer sets a new cookie; the one before is void.
         */
        put: operations["choose_membership"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List where one is signed in
         * @description Newest first.
         */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        /** Sign out everywhere else */
        delete: operations["end_other_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out somewhere
         * @description What is signed in there is refused on its next request.
         */
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a token for a program
         * @description OAuth 2.0 client credentials. A token serves one service for ten minutes.
         */
        post: operations["create_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AccountRead */
        AccountRead: {
            /** Display Name */
            display_name: string;
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /** AccountUpdate */
        AccountUpdate: {
            /** Display Name */
            display_name: string;
        };
        /** AlreadyMember */
        AlreadyMember: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 409;
            /**
             * Title
             * @constant
             */
            title: "This person is a member already";
            /**
             * Type
             * @constant
             */
            type: "/problems/already-member";
        };
        /** AuditEntryRead */
        AuditEntryRead: {
            /**
             * Action
             * @example invitation.sent
             */
            action: string;
            /**
             * Actor
             * @example person:0197b6f0-6f5c-7cc0-8f5e-0a3f8f1f8a11
             */
            actor: string;
            /**
             * Detail
             * @description Ids and codes.
             */
            detail: {
                [key: string]: unknown;
            };
            /**
             * Position
             * @description Counts from 1 without a gap.
             */
            position: number;
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
            /**
             * Subject
             * @description The id of what it was done to.
             */
            subject: string;
        };
        /** BadRequest */
        BadRequest: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 400;
            /**
             * Title
             * @constant
             */
            title: "The request could not be read";
            /**
             * Type
             * @constant
             */
            type: "/problems/bad-request";
        };
        /** Body_create_token */
        Body_create_token: {
            /**
             * Audience
             * @description The service that the token is for.
             * @enum {string}
             */
            audience: "identity" | "learners" | "placements" | "portfolio";
            /** Client Id */
            client_id: string;
            /** Client Secret */
            client_secret: string;
            /**
             * Grant Type
             * @constant
             */
            grant_type: "client_credentials";
            /**
             * Partnership Id
             * @description For our own services: the partnership to act in. A partner has its own.
             */
            partnership_id?: string | null;
            /**
             * Scope
             * @description Scopes separated by spaces; empty for all granted.
             * @default
             */
            scope: string;
        };
        /** ClientNameTaken */
        ClientNameTaken: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 409;
            /**
             * Title
             * @constant
             */
            title: "The partnership has a client of this name";
            /**
             * Type
             * @constant
             */
            type: "/problems/client-name-taken";
        };
        /** ClientNotRecognised */
        ClientNotRecognised: {
            /** Detail */
            detail: string;
            /**
             * Error
             * @constant
             */
            error: "invalid_client";
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 401;
            /**
             * Title
             * @constant
             */
            title: "The client id or the secret is not right";
            /**
             * Type
             * @constant
             */
            type: "/problems/client-not-recognised";
        };
        /** DemonstrationAccount */
        DemonstrationAccount: {
            /** Display Name */
            display_name: string;
            /** Email */
            email: string;
            /** Password */
            password: string;
            role: components["schemas"]["Role"];
        };
        /** DemonstrationProgramme */
        DemonstrationProgramme: {
            /** Accounts */
            accounts: components["schemas"]["DemonstrationAccount"][];
            /** Partnership Name */
            partnership_name: string;
        };
        /** DemonstrationRead */
        DemonstrationRead: {
            /** Programmes */
            programmes: components["schemas"]["DemonstrationProgramme"][];
        };
        /**
         * Event
         * @description Something that happened; CloudEvents 1.0 in JSON form.
         */
        Event: {
            /**
             * Data
             * @description Ids and codes, no personal data.
             */
            data: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Partnershipid
             * Format: uuid
             * @description Extension attribute: the partnership that it belongs to.
             */
            partnershipid: string;
            /**
             * Source
             * @example /api/learners/v1
             */
            source: string;
            /**
             * Specversion
             * @default 1.0
             * @constant
             */
            specversion: "1.0";
            /**
             * Subject
             * Format: uuid
             * @description The id of the thing that it happened to.
             */
            subject: string;
            /**
             * Time
             * Format: date-time
             */
            time: string;
            /**
             * Type
             * @example enrolment.started
             */
            type: string;
        };
        /**
         * EventBatch
         * @description Events in feed order. Keep `cursor` and send it as `after` next time.
         */
        EventBatch: {
            /** Cursor */
            cursor: number;
            /** Items */
            items: components["schemas"]["Event"][];
        };
        /**
         * FieldError
         * @description One fault in the input.
         */
        FieldError: {
            /** Message */
            message: string;
            /** Pointer */
            pointer: string;
        };
        /** Forbidden */
        Forbidden: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 403;
            /**
             * Title
             * @constant
             */
            title: "Your role does not allow this";
            /**
             * Type
             * @constant
             */
            type: "/problems/forbidden";
        };
        /** IdempotencyKeyMissing */
        IdempotencyKeyMissing: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 400;
            /**
             * Title
             * @constant
             */
            title: "Send an Idempotency-Key";
            /**
             * Type
             * @constant
             */
            type: "/problems/idempotency-key-missing";
        };
        /** IdempotencyKeyReused */
        IdempotencyKeyReused: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 422;
            /**
             * Title
             * @constant
             */
            title: "The Idempotency-Key was used for another request";
            /**
             * Type
             * @constant
             */
            type: "/problems/idempotency-key-reused";
        };
        /** InvalidInput */
        InvalidInput: {
            /** Detail */
            detail: string;
            /** Errors */
            errors: components["schemas"]["FieldError"][];
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 422;
            /**
             * Title
             * @constant
             */
            title: "Some of the input is not valid";
            /**
             * Type
             * @constant
             */
            type: "/problems/invalid-input";
        };
        /** InvitationAccept */
        InvitationAccept: {
            /**
             * Display Name
             * @description Needed for a new account.
             */
            display_name?: string | null;
            /**
             * Password
             * @description Of the account there is, or for the new one.
             */
            password: string;
            /** Token */
            token: string;
        };
        /** InvitationCreate */
        InvitationCreate: {
            /**
             * Email
             * Format: email
             */
            email: string;
            /**
             * Learner Id
             * @description The learner's record, for an apprentice.
             */
            learner_id?: string | null;
            /** Organisation Ids */
            organisation_ids?: string[];
            /** Roles */
            roles: components["schemas"]["Role"][];
        };
        /** InvitationLookup */
        InvitationLookup: {
            /** Token */
            token: string;
        };
        /**
         * InvitationOpened
         * @description What somebody who holds the link learns before accepting.
         */
        InvitationOpened: {
            /**
             * Account Exists
             * @description Whether to ask for the password of the account or for a new one.
             */
            account_exists: boolean;
            /** Email */
            email: string;
            /** Partnership Name */
            partnership_name: string;
            /** Roles */
            roles: components["schemas"]["Role"][];
        };
        /** InvitationRead */
        InvitationRead: {
            /** Accepted At */
            accepted_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Learner Id */
            learner_id: string | null;
            /** Organisation Ids */
            organisation_ids: string[];
            /** Roles */
            roles: components["schemas"]["Role"][];
            /**
             * State
             * @enum {string}
             */
            readonly state: "open" | "accepted" | "expired";
        };
        /** InvitationSent */
        InvitationSent: {
            /** Accepted At */
            accepted_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Learner Id */
            learner_id: string | null;
            /**
             * Link
             * @description Works once. It is also mailed, and not shown again.
             */
            link: string;
            /** Organisation Ids */
            organisation_ids: string[];
            /** Roles */
            roles: components["schemas"]["Role"][];
            /**
             * State
             * @enum {string}
             */
            readonly state: "open" | "accepted" | "expired";
        };
        /** KeySet */
        KeySet: {
            /** Keys */
            keys: components["schemas"]["PublicKey"][];
        };
        /** LastAdministrator */
        LastAdministrator: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 409;
            /**
             * Title
             * @constant
             */
            title: "The partnership would be left without an administrator";
            /**
             * Type
             * @constant
             */
            type: "/problems/last-administrator";
        };
        /** LinkNotValid */
        LinkNotValid: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 410;
            /**
             * Title
             * @constant
             */
            title: "This link does not work any more";
            /**
             * Type
             * @constant
             */
            type: "/problems/link-not-valid";
        };
        /** MemberRead */
        MemberRead: {
            account: components["schemas"]["AccountRead"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Joined At
             * Format: date-time
             */
            joined_at: string;
            /**
             * Label
             * @description How colleagues know this person here, such as a job title.
             */
            label: string | null;
            /**
             * Last Used At
             * @description When this person last signed in here.
             */
            last_used_at: string | null;
            /** Learner Id */
            learner_id: string | null;
            /** Organisation Ids */
            organisation_ids: string[];
            /** Roles */
            roles: components["schemas"]["Role"][];
            /** Version */
            version: number;
        };
        /** MembershipChoice */
        MembershipChoice: {
            /**
             * Membership Id
             * Format: uuid
             */
            membership_id: string;
        };
        /**
         * MemberUpdate
         * @description What is left out stays as it is.
         */
        MemberUpdate: {
            /** Label */
            label?: string | null;
            /** Learner Id */
            learner_id?: string | null;
            /** Organisation Ids */
            organisation_ids?: string[];
            /** Roles */
            roles?: components["schemas"]["Role"][];
        };
        /** NotFound */
        NotFound: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 404;
            /**
             * Title
             * @constant
             */
            title: "There is no such thing, or you may not see it";
            /**
             * Type
             * @constant
             */
            type: "/problems/not-found";
        };
        /**
         * OwnMembershipRead
         * @description What the person is in one partnership.
         */
        OwnMembershipRead: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Learner Id */
            learner_id: string | null;
            /** Organisation Ids */
            organisation_ids: string[];
            partnership: components["schemas"]["PartnershipRead"];
            /** Roles */
            roles: components["schemas"]["Role"][];
        };
        /** AuditEntryPage */
        Page_AuditEntryRead_: {
            /** Items */
            items: components["schemas"]["AuditEntryRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** InvitationPage */
        Page_InvitationRead_: {
            /** Items */
            items: components["schemas"]["InvitationRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** MemberPage */
        Page_MemberRead_: {
            /** Items */
            items: components["schemas"]["MemberRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** PartnerClientPage */
        Page_PartnerClientRead_: {
            /** Items */
            items: components["schemas"]["PartnerClientRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** SignInPage */
        Page_SignInRead_: {
            /** Items */
            items: components["schemas"]["SignInRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** PartnerClientCreate */
        PartnerClientCreate: {
            /** Name */
            name: string;
            /** Scopes */
            scopes: string[];
        };
        /** PartnerClientRead */
        PartnerClientRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             * @description Also its client_id at the token endpoint.
             */
            id: string;
            /** Name */
            name: string;
            /** Scopes */
            scopes: string[];
            /**
             * Secrets
             * @description Those that are good now, oldest first; two at most.
             */
            secrets: components["schemas"]["PartnerClientSecretRead"][];
        };
        /** PartnerClientSecretCreated */
        PartnerClientSecretCreated: {
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Secret
             * @description Shown once: it is kept only as a hash.
             */
            secret: string;
        };
        /** PartnerClientSecretRead */
        PartnerClientSecretRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Used At */
            last_used_at: string | null;
        };
        /** PartnershipRead */
        PartnershipRead: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /** PasswordChange */
        PasswordChange: {
            /** Current Password */
            current_password: string;
            /** New Password */
            new_password: string;
        };
        /** PasswordResetCreate */
        PasswordResetCreate: {
            /**
             * Email
             * Format: email
             */
            email: string;
        };
        /** PasswordResetUse */
        PasswordResetUse: {
            /** New Password */
            new_password: string;
            /** Token */
            token: string;
        };
        /** PreconditionRequired */
        PreconditionRequired: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 428;
            /**
             * Title
             * @constant
             */
            title: "Say which version you are changing";
            /**
             * Type
             * @constant
             */
            type: "/problems/precondition-required";
        };
        /**
         * PublicKey
         * @description Source: RFC 7517 section 4, RFC 7518 section 6.2.
         */
        PublicKey: {
            /**
             * Alg
             * @constant
             */
            alg: "ES256";
            /**
             * Crv
             * @constant
             */
            crv: "P-256";
            /** Kid */
            kid: string;
            /**
             * Kty
             * @constant
             */
            kty: "EC";
            /**
             * Use
             * @constant
             */
            use: "sig";
            /** X */
            x: string;
            /** Y */
            y: string;
        };
        /** RequestFromElsewhere */
        RequestFromElsewhere: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 403;
            /**
             * Title
             * @constant
             */
            title: "The request does not come from our own pages";
            /**
             * Type
             * @constant
             */
            type: "/problems/request-from-elsewhere";
        };
        /** RequestInProgress */
        RequestInProgress: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 409;
            /**
             * Title
             * @constant
             */
            title: "The same request is still being worked on";
            /**
             * Type
             * @constant
             */
            type: "/problems/request-in-progress";
        };
        /**
         * Role
         * @description What a person does in a partnership; one membership may hold several.
         * @enum {string}
         */
        Role: "coordinator" | "employer" | "line_manager" | "mentor" | "apprentice" | "tutor" | "assessor" | "iqa" | "eqa" | "funder" | "administrator";
        /** ScopeNotGranted */
        ScopeNotGranted: {
            /** Detail */
            detail: string;
            /**
             * Error
             * @constant
             */
            error: "invalid_scope";
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 400;
            /**
             * Title
             * @constant
             */
            title: "The client has not been granted that scope";
            /**
             * Type
             * @constant
             */
            type: "/problems/scope-not-granted";
        };
        /** SessionCreate */
        SessionCreate: {
            /**
             * Email
             * Format: email
             */
            email: string;
            /** Password */
            password: string;
        };
        /**
         * SessionRead
         * @description Who is signed in, acting as what, and what else they could act as.
         */
        SessionRead: {
            account: components["schemas"]["AccountRead"];
            /**
             * Expires At
             * Format: date-time
             * @description When the session ends if nothing more is done.
             */
            expires_at: string;
            membership: components["schemas"]["OwnMembershipRead"] | null;
            /** Memberships */
            memberships: components["schemas"]["OwnMembershipRead"][];
            /**
             * Methods
             * @description What was proved when signing in.
             */
            methods: "password"[];
        };
        /** SignInFailed */
        SignInFailed: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 401;
            /**
             * Title
             * @constant
             */
            title: "The e-mail address or the password is not right";
            /**
             * Type
             * @constant
             */
            type: "/problems/sign-in-failed";
        };
        /**
         * SignInRead
         * @description One browser that is signed in.
         */
        SignInRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Current
             * @description Whether it is the one that asks.
             */
            current: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Last Seen At
             * Format: date-time
             */
            last_seen_at: string;
            /**
             * User Agent
             * @example Firefox on Windows
             */
            user_agent: string;
        };
        /**
         * TokenRead
         * @description Source: RFC 6749 section 5.1.
         */
        TokenRead: {
            /** Access Token */
            access_token: string;
            /**
             * Expires In
             * @description Seconds.
             */
            expires_in: number;
            /**
             * Scope
             * @description What was granted, separated by spaces.
             * @example learners:read events:read
             */
            scope: string;
            /**
             * Token Type
             * @constant
             */
            token_type: "Bearer";
        };
        /** TooManyAttempts */
        TooManyAttempts: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 429;
            /**
             * Title
             * @constant
             */
            title: "Too many attempts";
            /**
             * Type
             * @constant
             */
            type: "/problems/too-many-attempts";
        };
        /** TwoSecretsAlready */
        TwoSecretsAlready: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 409;
            /**
             * Title
             * @constant
             */
            title: "The client has two secrets already";
            /**
             * Type
             * @constant
             */
            type: "/problems/two-secrets-already";
        };
        /** Unauthenticated */
        Unauthenticated: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 401;
            /**
             * Title
             * @constant
             */
            title: "Sign in first";
            /**
             * Type
             * @constant
             */
            type: "/problems/unauthenticated";
        };
        /** Unavailable */
        Unavailable: {
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 503;
            /**
             * Title
             * @constant
             */
            title: "Not available at the moment";
            /**
             * Type
             * @constant
             */
            type: "/problems/unavailable";
        };
        /** VersionMismatch */
        VersionMismatch: {
            /** Current Version */
            current_version: number;
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: 412;
            /**
             * Title
             * @constant
             */
            title: "Somebody else changed it meanwhile";
            /**
             * Type
             * @constant
             */
            type: "/problems/version-mismatch";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AccountRead = components['schemas']['AccountRead'];
export type AccountUpdate = components['schemas']['AccountUpdate'];
export type AlreadyMember = components['schemas']['AlreadyMember'];
export type AuditEntryRead = components['schemas']['AuditEntryRead'];
export type BadRequest = components['schemas']['BadRequest'];
export type BodyCreateToken = components['schemas']['Body_create_token'];
export type ClientNameTaken = components['schemas']['ClientNameTaken'];
export type ClientNotRecognised = components['schemas']['ClientNotRecognised'];
export type DemonstrationAccount = components['schemas']['DemonstrationAccount'];
export type DemonstrationProgramme = components['schemas']['DemonstrationProgramme'];
export type DemonstrationRead = components['schemas']['DemonstrationRead'];
export type Event = components['schemas']['Event'];
export type EventBatch = components['schemas']['EventBatch'];
export type FieldError = components['schemas']['FieldError'];
export type Forbidden = components['schemas']['Forbidden'];
export type IdempotencyKeyMissing = components['schemas']['IdempotencyKeyMissing'];
export type IdempotencyKeyReused = components['schemas']['IdempotencyKeyReused'];
export type InvalidInput = components['schemas']['InvalidInput'];
export type InvitationAccept = components['schemas']['InvitationAccept'];
export type InvitationCreate = components['schemas']['InvitationCreate'];
export type InvitationLookup = components['schemas']['InvitationLookup'];
export type InvitationOpened = components['schemas']['InvitationOpened'];
export type InvitationRead = components['schemas']['InvitationRead'];
export type InvitationSent = components['schemas']['InvitationSent'];
export type KeySet = components['schemas']['KeySet'];
export type LastAdministrator = components['schemas']['LastAdministrator'];
export type LinkNotValid = components['schemas']['LinkNotValid'];
export type MemberRead = components['schemas']['MemberRead'];
export type MembershipChoice = components['schemas']['MembershipChoice'];
export type MemberUpdate = components['schemas']['MemberUpdate'];
export type NotFound = components['schemas']['NotFound'];
export type OwnMembershipRead = components['schemas']['OwnMembershipRead'];
export type PageAuditEntryRead = components['schemas']['Page_AuditEntryRead_'];
export type PageInvitationRead = components['schemas']['Page_InvitationRead_'];
export type PageMemberRead = components['schemas']['Page_MemberRead_'];
export type PagePartnerClientRead = components['schemas']['Page_PartnerClientRead_'];
export type PageSignInRead = components['schemas']['Page_SignInRead_'];
export type PartnerClientCreate = components['schemas']['PartnerClientCreate'];
export type PartnerClientRead = components['schemas']['PartnerClientRead'];
export type PartnerClientSecretCreated = components['schemas']['PartnerClientSecretCreated'];
export type PartnerClientSecretRead = components['schemas']['PartnerClientSecretRead'];
export type PartnershipRead = components['schemas']['PartnershipRead'];
export type PasswordChange = components['schemas']['PasswordChange'];
export type PasswordResetCreate = components['schemas']['PasswordResetCreate'];
export type PasswordResetUse = components['schemas']['PasswordResetUse'];
export type PreconditionRequired = components['schemas']['PreconditionRequired'];
export type PublicKey = components['schemas']['PublicKey'];
export type RequestFromElsewhere = components['schemas']['RequestFromElsewhere'];
export type RequestInProgress = components['schemas']['RequestInProgress'];
export type Role = components['schemas']['Role'];
export type ScopeNotGranted = components['schemas']['ScopeNotGranted'];
export type SessionCreate = components['schemas']['SessionCreate'];
export type SessionRead = components['schemas']['SessionRead'];
export type SignInFailed = components['schemas']['SignInFailed'];
export type SignInRead = components['schemas']['SignInRead'];
export type TokenRead = components['schemas']['TokenRead'];
export type TooManyAttempts = components['schemas']['TooManyAttempts'];
export type TwoSecretsAlready = components['schemas']['TwoSecretsAlready'];
export type Unauthenticated = components['schemas']['Unauthenticated'];
export type Unavailable = components['schemas']['Unavailable'];
export type VersionMismatch = components['schemas']['VersionMismatch'];
export type $defs = Record<string, never>;
export interface operations {
    update_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRead"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description The request does not come from our own pages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RequestFromElsewhere"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description The request does not come from our own pages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RequestFromElsewhere"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Too many attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyAttempts"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    list_audit_entries: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string | null;
                /** @description At most this many items. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AuditEntryRead_"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Forbidden"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    get_demonstration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemonstrationRead"];
                };
            };
            /** @description There is no such thing, or you may not see it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFound"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    list_events: {
        parameters: {
            query?: {
                /** @description `cursor` of the batch before; 0 to start anew. */
                after?: number;
                limit?: number;
                /** @description Seconds to wait for a first event. */
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventBatch"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Forbidden"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    list_invitations: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string | null;
                /** @description At most this many items. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_InvitationRead_"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Forbidden"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationSent"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Forbidden"];
                };
            };
            /** @description This person is a member already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AlreadyMember"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    withdraw_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Forbidden"];
                };
            };
            /** @description There is no such thing, or you may not see it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFound"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    accept_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAccept"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRead"];
                };
            };
            /** @description The request does not come from our own pages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RequestFromElsewhere"];
                };
            };
            /** @description This person is a member already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AlreadyMember"];
                };
            };
            /** @description This link does not work any more */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["LinkNotValid"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Too many attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyAttempts"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    look_up_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationLookup"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationOpened"];
                };
            };
            /** @description The request does not come from our own pages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RequestFromElsewhere"];
                };
            };
            /** @description This link does not work any more */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["LinkNotValid"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    get_jwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    list_members: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string | null;
                /** @description At most this many items. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MemberRead_"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Forbidden"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    get_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberRead"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Forbidden"];
                };
            };
            /** @description There is no such thing, or you may not see it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFound"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    remove_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Forbidden"];
                };
            };
            /** @description There is no such thing, or you may not see it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFound"];
                };
            };
            /** @description The partnership would be left without an administrator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["LastAdministrator"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    update_member: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that you looked at, such as `"3"`. */
                "if-match"?: string | null;
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberRead"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Forbidden"];
                };
            };
            /** @description There is no such thing, or you may not see it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFound"];
                };
            };
            /** @description The partnership would be left without an administrator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["LastAdministrator"];
                };
            };
            /** @description Somebody else changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["VersionMismatch"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Say which version you are changing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PreconditionRequired"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    list_partner_clients: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string | null;
                /** @description At most this many items. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PartnerClientRead_"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Forbidden"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    add_partner_client: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, such as a UUID, that is the same when you send this request again. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerClientCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerClientRead"];
                };
            };
            /** @description Send an Idempotency-Key; The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyKeyMissing"] | components["schemas"]["BadRequest"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Forbidden"];
                };
            };
            /** @description The partnership has a client of this name; The same request is still being worked on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ClientNameTaken"] | components["schemas"]["RequestInProgress"];
                };
            };
            /** @description The Idempotency-Key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyKeyReused"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    remove_partner_client: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Forbidden"];
                };
            };
            /** @description There is no such thing, or you may not see it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFound"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    add_partner_client_secret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerClientSecretCreated"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Forbidden"];
                };
            };
            /** @description There is no such thing, or you may not see it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFound"];
                };
            };
            /** @description The client has two secrets already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TwoSecretsAlready"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    withdraw_partner_client_secret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: string;
                secret_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Forbidden"];
                };
            };
            /** @description There is no such thing, or you may not see it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFound"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetUse"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not come from our own pages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RequestFromElsewhere"];
                };
            };
            /** @description This link does not work any more */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["LinkNotValid"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    ask_for_password_reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The request does not come from our own pages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RequestFromElsewhere"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Too many attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyAttempts"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRead"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRead"];
                };
            };
            /** @description The e-mail address or the password is not right */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInFailed"];
                };
            };
            /** @description The request does not come from our own pages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RequestFromElsewhere"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Too many attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyAttempts"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not come from our own pages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RequestFromElsewhere"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    choose_membership: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembershipChoice"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRead"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description The request does not come from our own pages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RequestFromElsewhere"];
                };
            };
            /** @description There is no such thing, or you may not see it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFound"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    list_sessions: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string | null;
                /** @description At most this many items. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SignInRead_"];
                };
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    end_other_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description The request does not come from our own pages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RequestFromElsewhere"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unauthenticated"];
                };
            };
            /** @description The request does not come from our own pages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RequestFromElsewhere"];
                };
            };
            /** @description There is no such thing, or you may not see it */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFound"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
    create_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Body_create_token"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenRead"];
                };
            };
            /** @description The client has not been granted that scope */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeNotGranted"];
                };
            };
            /** @description The client id or the secret is not right */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ClientNotRecognised"];
                };
            };
            /** @description Some of the input is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description Too many attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyAttempts"];
                };
            };
            /** @description Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Unavailable"];
                };
            };
        };
    };
}
