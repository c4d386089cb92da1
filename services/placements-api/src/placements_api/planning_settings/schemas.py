"""What goes in and out about the planning of a programme."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from placements_api.host_settings.schemas import EvidenceOpportunity
from service_common.types import Input, Output

Points = Annotated[int, Field(ge=0, le=1000, description="0 turns the wish off.")]


class PlanningWeights(Input):
    """How much each wish counts, in points. The plan with the fewest points is the best one."""

    preference: Points = Field(default=12, description="For each rank below the favourite kind of setting, a block.")
    travel: Points = Field(default=1, description="For each hour of travel.")
    long_travel: Points = Field(default=2, description="For each hour beyond a comfortable journey, on top.")
    fairness: Points = Field(default=1, description="For each point of the apprentice who is worst off.")
    company: Points = Field(default=1, description="For each week that somebody is the only apprentice in a setting.")
    early_evidence: Points = Field(default=4, description="For each scarce criterion and each block that it waits.")
    moved: Points = Field(default=6, description="For each block that differs from the plan in force, if there is one.")


class PlanningWishes(Input):
    """How a programme is planned."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "weights": {
                        "preference": 12,
                        "travel": 1,
                        "long_travel": 2,
                        "fairness": 1,
                        "company": 1,
                        "early_evidence": 4,
                        "moved": 6,
                    },
                    "comfortable_minutes": 45,
                    "travel_limit_minutes": 75,
                    "never_twice": ["setting"],
                    "paid_shifts": ["evenings", "nights", "weekends"],
                    "scarce_criteria": [{"qualification": "care_certificate", "criteria": ["13.3"]}],
                    "solve_seconds": 20,
                }
            ]
        }
    )

    weights: PlanningWeights = PlanningWeights()
    comfortable_minutes: Annotated[int, Field(ge=0, le=300)] = 45
    travel_limit_minutes: Annotated[int, Field(ge=1, le=300)] = Field(
        default=90, description="For apprentices who have not told a limit of their own."
    )
    never_twice: list[Literal["kind", "host", "setting"]] = Field(
        default=["setting"], max_length=3, description="What nobody meets twice in a rotation."
    )
    paid_shifts: list[Literal["evenings", "nights", "weekends"]] = Field(
        default=["evenings", "nights", "weekends"], max_length=3, description="Unsocial hours that are in the budget."
    )
    scarce_criteria: list[EvidenceOpportunity] = Field(
        default=[], max_length=20, description="Criteria that few settings offer: to be met early."
    )
    solve_seconds: Annotated[int, Field(ge=1, le=900)] = 20


class PlanningSettingsRead(Output, PlanningWishes):
    model_config = ConfigDict(extra="ignore", from_attributes=True)

    programme_id: UUID
    version: int = Field(description="0: never changed, the defaults hold.")
