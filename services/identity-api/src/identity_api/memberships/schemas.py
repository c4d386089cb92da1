"""Members of a partnership."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field

from identity_api.accounts.schemas import AccountRead
from service_common.auth import Role
from service_common.types import Input, Line, Output


def _each_once(roles: list[Role]) -> list[Role]:
    return sorted(set(roles))


Roles = Annotated[list[Role], Field(min_length=1, max_length=len(Role)), AfterValidator(_each_once)]
OrganisationIds = Annotated[list[UUID], Field(max_length=100)]


class MemberRead(Output):
    id: UUID
    account: AccountRead
    roles: list[Role]
    organisation_ids: list[UUID]
    learner_id: UUID | None
    label: str | None = Field(description="How colleagues know this person here, such as a job title.")
    joined_at: datetime
    last_used_at: datetime | None = Field(description="When this person last signed in here.")
    version: int


class MemberUpdate(Input):
    """What is left out stays as it is."""

    roles: Roles = Field(default_factory=list)
    organisation_ids: OrganisationIds = Field(default_factory=list)
    learner_id: UUID | None = None
    label: Line | None = None
