"""What goes in and out when something happens to a plan in force."""

from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field
from pydantic.config import JsonDict

from placements_api.host_settings.schemas import Apprentices, ClearanceCode
from placements_api.scenarios.publication_schemas import Difference, HostShare
from placements_api.scenarios.schemas import ConflictRead
from service_common.types import CalendarDate, Input, Output


class HostLeaves(Input):
    kind: Literal["host_leaves"]
    organisation_id: UUID


class SettingCloses(Input):
    kind: Literal["setting_closes"]
    setting_id: UUID


class CapacityShrinks(Input):
    kind: Literal["capacity_shrinks"]
    setting_id: UUID
    at_most: Apprentices


class ApprenticeLeaves(Input):
    kind: Literal["apprentice_leaves"]
    enrolment_id: UUID


class ClearanceFails(Input):
    kind: Literal["clearance_fails"]
    enrolment_id: UUID
    code: ClearanceCode


AnyDisruption = HostLeaves | SettingCloses | CapacityShrinks | ApprenticeLeaves | ClearanceFails
What = Annotated[AnyDisruption, Field(discriminator="kind")]


_EXAMPLES: list[JsonDict] = [
    {"kind": "setting_closes", "setting_id": "019a8f2e-7c00-7000-8000-000000000004"},
    {"kind": "host_leaves", "organisation_id": "019a8f2e-7c00-7000-8000-000000000001"},
    {"kind": "apprentice_leaves", "enrolment_id": "019a8f2e-7c00-7000-8000-000000000003"},
]


class DisruptionCreate(Input):
    """From the first block that begins on the day or later; blocks that have begun by then are not computed anew."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"what": what, "from_on": "2027-03-01"} for what in _EXAMPLES]}
    )

    what: What
    from_on: CalendarDate


class DisruptionState(StrEnum):
    QUEUED = "queued"
    WORKING = "working"
    MENDED = "mended"
    NO_MEND = "no_mend"
    FAILED = "failed"


class AlternativeRead(Output):
    """One way to mend the plan: a scenario that can be looked at, changed and published like any other."""

    scenario_id: UUID
    title: str
    unplaced: int = Field(description="Blocks for which nobody found a place; 0 where the plan could be mended.")
    violations: int = Field(description="Broken rules; 0 where the plan could be mended.")
    people_moved: int
    blocks_changed: int
    cost_difference: int = Field(description="Against the plan as it was.")
    hosts: list[HostShare] = Field(description="Who must agree.")
    changes: list[Difference]


class DisruptionRead(Output):
    id: UUID
    cohort_id: UUID
    what: What
    sentence: str
    from_on: CalendarDate
    takes_effect_on: CalendarDate = Field(description="First day of the first block that is computed anew.")
    state: DisruptionState
    affected_now: list[str] = Field(description="People in a block that has begun, whom it hits: settle with them.")
    least_changes: int | None = Field(description="Proven: no mend changes fewer blocks.")
    conflict: ConflictRead | None = Field(description="Why the plan cannot be mended, when it cannot.")
    conflict_scenario_id: UUID | None = Field(description="The scenario in which its remedies can be applied.")
    alternatives: list[AlternativeRead] = Field(
        description="Fewest changes first. When the plan cannot be mended, they leave out as few people as can be."
    )
    failure: str | None
    created_at: AwareDatetime
    version: int
