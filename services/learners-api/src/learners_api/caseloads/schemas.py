"""What goes in and out about caseloads."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator

from service_common.types import Input, Line, Output


class CaseloadRole(StrEnum):
    TUTOR = "tutor"
    ASSESSOR = "assessor"
    MENTOR = "mentor"
    LINE_MANAGER = "line_manager"


class Supporter(Input):
    """Somebody on a learner's side; they see the enrolment when they sign in with that role."""

    role: CaseloadRole
    account_id: UUID
    name: Line = Field(description="As the learner knows them.", examples=["Donna Whitlock"])


class CaseloadUpdate(Input):
    """All who are on the learner's side from now on."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "supporters": [
                        {
                            "role": "assessor",
                            "account_id": "019a8f2e-7c00-7000-8000-000000000006",
                            "name": "Donna Whitlock",
                        }
                    ]
                }
            ]
        }
    )

    supporters: Annotated[list[Supporter], Field(max_length=20)]

    @model_validator(mode="after")
    def _each_once(self) -> "CaseloadUpdate":
        if len({(supporter.role, supporter.account_id) for supporter in self.supporters}) < len(self.supporters):
            msg = "Name each account once in a role."
            raise ValueError(msg)
        return self


class SupporterRead(Output):
    role: CaseloadRole
    account_id: UUID
    name: str


class CaseloadRead(Output):
    """Who is on the learner's side, by role and name."""

    enrolment_id: UUID
    supporters: list[SupporterRead]
    version: int = Field(description="The enrolment's version.")
