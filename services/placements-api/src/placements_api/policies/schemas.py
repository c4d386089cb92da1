"""What goes in and out about policies."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from service_common.types import Input, Output, Paragraphs


class Statement(Input):
    """A policy in the organisation's words; the `code` says the gist, for comparing."""

    text: Paragraphs


class PayPolicy(Statement):
    code: (
        Literal[
            "apprentice_minimum_wage",
            "minimum_wage_for_age",
            "real_living_wage",
            "agenda_for_change",
            "local_scale",
        ]
        | None
    ) = None


class ShiftPolicy(Statement):
    code: Literal["weekdays", "long_days", "all_hours"] | None = None


class VaccinationPolicy(Statement):
    code: Literal["mandatory", "voluntary"] | None = None


class LoneWorkingPolicy(Statement):
    code: Literal["never", "after_risk_assessment", "usual"] | None = None


class TravelExpensesPolicy(Statement):
    code: Literal["paid_by_employer", "paid_by_host", "not_paid"] | None = None


class UniformPolicy(Statement):
    code: Literal["provided", "own_clothes"] | None = None


class SicknessPolicy(Statement):
    code: Literal["tell_employer", "tell_host", "tell_both"] | None = None


class InductionPolicy(Statement):
    code: Literal["by_employer", "by_host", "by_both"] | None = None


class PolicyTopic(StrEnum):
    """In the order in which they are shown."""

    PAY = "pay"
    SHIFTS = "shifts"
    VACCINATION = "vaccination"
    LONE_WORKING = "lone_working"
    TRAVEL_EXPENSES = "travel_expenses"
    UNIFORM = "uniform"
    SICKNESS = "sickness"
    INDUCTION = "induction"


class PolicyStatements(BaseModel):
    """One statement a topic; null where nothing is written."""

    pay: PayPolicy | None = None
    shifts: ShiftPolicy | None = None
    vaccination: VaccinationPolicy | None = None
    lone_working: LoneWorkingPolicy | None = None
    travel_expenses: TravelExpensesPolicy | None = None
    uniform: UniformPolicy | None = None
    sickness: SicknessPolicy | None = None
    induction: InductionPolicy | None = None


class PoliciesUpdate(Input, PolicyStatements):
    """All of an organisation's policies as they are to be."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "vaccination": {"text": "Hepatitis B before the first shift.", "code": "mandatory"},
                    "travel_expenses": {"text": "Claim bus fares from your employer.", "code": "paid_by_employer"},
                }
            ]
        }
    )


class PoliciesRead(Output, PolicyStatements):
    organisation_id: UUID
    organisation_name: str
    version: int = Field(description="0 while nothing has been written.")


class ComparedStatement(Output):
    text: str
    code: str | None


class Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    INCOMPLETE = "incomplete"
    """Not all of them have written something, and those who have do not differ."""


class ComparedTopic(Output):
    topic: PolicyTopic
    verdict: Verdict
    statements: list[ComparedStatement | None] = Field(description="In the order of `organisations`.")


class ComparedOrganisation(Output):
    id: UUID
    name: str


class PolicyComparison(Output):
    """Organisations side by side. Those that do not exist or may not be seen are missing."""

    organisations: list[ComparedOrganisation] = Field(description="By name.")
    topics: list[ComparedTopic]
