"""What a browser learns of its sign-in."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from identity_api.accounts.schemas import AccountRead
from identity_api.passwords.rules import Password
from service_common.auth import Role
from service_common.types import Email, Input, Output


class SessionCreate(Input):
    email: Email
    password: Password


class MembershipChoice(Input):
    membership_id: UUID


class PartnershipRead(Output):
    id: UUID
    name: str


class OwnMembershipRead(Output):
    """What the person is in one partnership."""

    id: UUID
    partnership: PartnershipRead
    roles: list[Role]
    organisation_ids: list[UUID]
    learner_id: UUID | None


class SessionRead(Output):
    """Who is signed in, acting as what, and what else they could act as."""

    account: AccountRead
    membership: OwnMembershipRead | None
    memberships: list[OwnMembershipRead]
    expires_at: datetime = Field(description="When the session ends if nothing more is done.")
    methods: list[Literal["password"]] = Field(description="What was proved when signing in.")


class SignInRead(Output):
    """One browser that is signed in."""

    id: UUID
    created_at: datetime
    last_seen_at: datetime
    user_agent: str = Field(examples=["Firefox on Windows"])
    current: bool = Field(description="Whether it is the one that asks.")
