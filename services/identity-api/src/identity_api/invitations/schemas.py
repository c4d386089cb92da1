"""Invitations to a partnership."""

from datetime import UTC, datetime
from uuid import UUID

from pydantic import Field, computed_field

from identity_api.invitations.rules import State, state_of
from identity_api.memberships.schemas import OrganisationIds, Roles
from identity_api.one_time_tokens import OneTimeToken
from identity_api.passwords.rules import Password
from service_common.auth import Role
from service_common.types import Email, Input, Line, Output


class InvitationCreate(Input):
    email: Email
    roles: Roles
    organisation_ids: OrganisationIds = Field(default_factory=list)
    learner_id: UUID | None = Field(default=None, description="The learner's record, for an apprentice.")


class InvitationRead(Output):
    id: UUID
    email: str
    roles: list[Role]
    organisation_ids: list[UUID]
    learner_id: UUID | None
    created_at: datetime
    expires_at: datetime
    accepted_at: datetime | None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def state(self) -> State:
        return state_of(self.expires_at, self.accepted_at, datetime.now(UTC))


class InvitationSent(InvitationRead):
    link: str = Field(description="Works once. It is also mailed, and not shown again.")


class InvitationLookup(Input):
    token: OneTimeToken


class InvitationOpened(Output):
    """What somebody who holds the link learns before accepting."""

    partnership_name: str
    email: str
    roles: list[Role]
    account_exists: bool = Field(description="Whether to ask for the password of the account or for a new one.")


class InvitationAccept(Input):
    token: OneTimeToken
    display_name: Line | None = Field(default=None, description="Needed for a new account.")
    password: Password = Field(description="Of the account there is, or for the new one.")
