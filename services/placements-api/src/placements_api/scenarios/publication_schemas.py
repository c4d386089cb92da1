"""What goes in and out about comparing scenarios and putting one in force."""

from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from placements_api.scenarios.schemas import RulePoints, ScenarioRead, ScenarioSummary
from service_common.types import CalendarDate, Input, Output


class Side(Output):
    scenario: ScenarioSummary
    points: list[RulePoints]


class Difference(Output):
    enrolment_id: UUID
    name: str
    block: int
    block_name: str
    starts_on: CalendarDate
    ends_on: CalendarDate
    before: str = Field(description="In words: a setting, the employer, or nowhere.")
    after: str
    before_setting_id: UUID | None
    after_setting_id: UUID | None


class ComparisonRead(Output):
    """`first` is the scenario of the address, `second` the other one."""

    first: Side
    second: Side
    people_who_differ: int
    differences: list[Difference]


class ChecklistLevel(StrEnum):
    """`stop`: cannot be published. `accept`: publish only with `accept`. `know`: good to know."""

    STOP = "stop"
    ACCEPT = "accept"
    KNOW = "know"


class ChecklistItem(Output):
    level: ChecklistLevel
    topic: Literal["places", "rules", "assumptions", "unknown", "notice", "risk", "changes"]
    sentence: str


class HostShare(Output):
    organisation_id: UUID
    organisation_name: str
    gains: int = Field(description="Placements that are new to it, against the plan in force.")
    loses: int


class ChecklistRead(Output):
    can_publish: bool
    needs_acceptance: bool
    items: list[ChecklistItem]
    hosts: list[HostShare]
    plan_version: int = Field(description="Send it back when publishing.")


class PublishRequest(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{"plan_version": 0, "accept": False}]})

    plan_version: Annotated[int, Field(ge=0, le=2**31 - 1)] = Field(
        description="Of the plan in force that you looked at, from the checklist or the board."
    )
    accept: bool = Field(default=False, description="Publish although items of the checklist ask for acceptance.")


class PublicationRead(Output):
    scenario: ScenarioRead
    plan_version: int
    created: int
    moved: int
    withdrawn: int
    unchanged: int
    version: int
