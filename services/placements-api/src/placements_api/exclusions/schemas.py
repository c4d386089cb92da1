"""What goes in and out about exclusions."""

from enum import StrEnum
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator

from service_common.types import Input, Output


class ExclusionReason(StrEnum):
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    ADJUSTMENT_NOT_POSSIBLE = "adjustment_not_possible"
    AGREED_WITH_APPRENTICE = "agreed_with_apprentice"
    AGREED_WITH_HOST = "agreed_with_host"


class ExclusionCreate(Input):
    """An apprentice is not to be placed in a setting, or in any setting of an organisation."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "learner_id": "019a8f2e-7c00-7000-8000-000000000006",
                    "organisation_id": None,
                    "setting_id": "019a8f2e-7c00-7000-8000-000000000004",
                    "reason": "conflict_of_interest",
                },
                {
                    "learner_id": "019a8f2e-7c00-7000-8000-000000000006",
                    "organisation_id": "019a8f2e-7c00-7000-8000-000000000001",
                    "setting_id": None,
                    "reason": "agreed_with_host",
                },
            ]
        }
    )

    learner_id: UUID
    organisation_id: UUID | None = None
    setting_id: UUID | None = None
    reason: ExclusionReason = Field(description="A kind only: what lies behind it is not for this list.")

    @model_validator(mode="after")
    def _names_one(self) -> "ExclusionCreate":
        if (self.organisation_id is None) == (self.setting_id is None):
            msg = "Give either a setting or an organisation."
            raise ValueError(msg)
        return self


class ExclusionRead(Output):
    id: UUID
    learner_id: UUID
    organisation_id: UUID | None
    setting_id: UUID | None
    reason: ExclusionReason
