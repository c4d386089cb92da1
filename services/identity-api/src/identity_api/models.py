"""All tables of identity-api, for migrations."""

from identity_api.accounts.models import Account, Credential
from identity_api.attempts.models import Attempt
from identity_api.demonstration.models import DemonstrationSignIn
from identity_api.invitations.models import Invitation
from identity_api.keys.models import StoredKey
from identity_api.mail.models import OutgoingMail
from identity_api.memberships.models import Membership
from identity_api.partner_clients.models import PartnerClient, PartnerClientSecret
from identity_api.partnerships.models import Partnership
from identity_api.password_resets.models import PasswordReset
from identity_api.sessions.models import SignInSession
from identity_api.tables import Base

metadata = Base.metadata

READ_MODEL_TABLES: tuple[str, ...] = ()
"""Identity copies nothing of other services."""

__all__ = [
    "READ_MODEL_TABLES",
    "Account",
    "Attempt",
    "Credential",
    "DemonstrationSignIn",
    "Invitation",
    "Membership",
    "OutgoingMail",
    "PartnerClient",
    "PartnerClientSecret",
    "Partnership",
    "PasswordReset",
    "SignInSession",
    "StoredKey",
    "metadata",
]
