"""Partner clients: other programs with credentials of their own."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from service_common.types import Input, Line, Output

Scope = Annotated[
    str,
    StringConstraints(pattern=r"^(identity|learners|placements|portfolio|events):(read|write)$"),
    Field(examples=["learners:read"]),
]


def _each_once(scopes: list[str]) -> list[str]:
    return sorted(set(scopes))


class PartnerClientCreate(Input):
    name: Line
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=20), AfterValidator(_each_once)]


class PartnerClientSecretRead(Output):
    id: UUID
    created_at: datetime
    last_used_at: datetime | None


class PartnerClientRead(Output):
    id: UUID = Field(description="Also its client_id at the token endpoint.")
    name: str
    scopes: list[str]
    created_at: datetime
    secrets: list[PartnerClientSecretRead] = Field(description="Those that are good now, oldest first; two at most.")


class PartnerClientSecretCreated(Output):
    id: UUID
    client_id: UUID
    secret: str = Field(description="Shown once: it is kept only as a hash.")
