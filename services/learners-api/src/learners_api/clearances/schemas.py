"""What goes in and out about clearances."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator

from service_common.types import CalendarDate, Input, Output, Paragraphs, ShortLine

ClearanceCode = Annotated[
    str,
    Field(
        pattern=r"^(dbs_enhanced|right_to_work|occupational_health|mandatory_training|driving_licence|car"
        r"|vaccination:[a-z][a-z0-9_]{1,39})$",
        description="As placements-api's settings demand them.",
        examples=["dbs_enhanced", "vaccination:hepatitis_b"],
    ),
]


class ClearanceUpdate(Input):
    """The dates and references as they are to be; a clearance of another kind is another clearance."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"valid_from": "2027-02-15", "expires_on": "2030-02-14", "reference": "001912345678"}]
        }
    )

    valid_from: CalendarDate
    expires_on: CalendarDate | None = Field(default=None, description="The last day; null when it does not expire.")
    reference: ShortLine | None = Field(default=None, description="Such as the number of a certificate.")
    note: Paragraphs | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "ClearanceUpdate":
        if self.expires_on is not None and self.expires_on < self.valid_from:
            msg = "The last day lies before the first: correct one of the two."
            raise ValueError(msg)
        return self


class ClearanceCreate(ClearanceUpdate):
    """Something that was checked or given, from a day on."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "code": "dbs_enhanced",
                    "valid_from": "2027-02-15",
                    "expires_on": "2030-02-14",
                    "reference": "001912345678",
                }
            ]
        }
    )

    code: ClearanceCode


class RemovalReason(StrEnum):
    """Why a clearance is taken away."""

    RECORDED_IN_ERROR = "recorded_in_error"
    REVOKED = "revoked"
    NOT_NEEDED = "not_needed"


class ClearanceRemoval(Input):
    """The clearance does not hold, and is not to be kept."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "recorded_in_error"}]})

    reason: RemovalReason = Field(description="Kept in the audit log with what the clearance said.")


class ClearanceRead(Output):
    id: UUID
    learner_id: UUID
    code: ClearanceCode
    valid_from: date
    expires_on: date | None = Field(description="The last day; null when it does not expire.")
    reference: str | None
    note: str | None
    recorded_by: str = Field(description="`person:`, `client:` or `service:` and an id: who wrote it as it is.")
    recorded_at: datetime
    version: int


class ClearanceList(Output):
    """All of a learner's, by kind; of one kind the latest first."""

    items: list[ClearanceRead]


class ClearanceSnapshot(Output):
    """What other services keep of a clearance."""

    code: ClearanceCode
    valid_from: date
    expires_on: date | None = Field(description="The last day; null when it does not expire.")
