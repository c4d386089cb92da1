"""The document that an operator, or the demonstration's loader, brings a new installation to life with."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field, SecretStr, StringConstraints, TypeAdapter, model_validator

from identity_api.memberships.rules import faults
from identity_api.passwords.rules import NewPassword
from service_common.auth import Role
from service_common.types import Email, Input, Line

PartnershipKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]

_NEW_PASSWORD: TypeAdapter[str] = TypeAdapter(NewPassword)


def _acceptable(password: SecretStr) -> SecretStr:
    _NEW_PASSWORD.validate_python(password.get_secret_value())
    return password


class ProvisionedPartnership(Input):
    key: PartnershipKey
    name: Line
    id: UUID | None = None
    """Used when the partnership is new."""


class ProvisionedMembership(Input):
    partnership: PartnershipKey
    roles: list[Role] = Field(min_length=1)
    organisation_ids: list[UUID] = Field(default=[])
    learner_id: UUID | None = None
    label: Line | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        for field, message in faults(self.roles, self.organisation_ids, self.learner_id):
            raise ValueError(f"{field}: {message}")
        return self


class ProvisionedAccount(Input):
    email: Email
    display_name: Line
    password: Annotated[SecretStr, AfterValidator(_acceptable)] | None = None
    """Used when the account has none yet; who has one keeps it."""
    memberships: list[ProvisionedMembership] = Field(default=[])


class ProvisionDocument(Input):
    partnerships: list[ProvisionedPartnership] = Field(default=[])
    accounts: list[ProvisionedAccount] = Field(default=[])


class Provisioned(Input):
    """The ids of what the document names."""

    partnerships: dict[str, UUID]
    """By key."""
    accounts: dict[str, UUID]
    """By e-mail address."""
    memberships: dict[str, dict[str, UUID]]
    """By e-mail address, then by key of the partnership."""
