"""What goes in and out about scenarios: a plan of one cohort that is being made, compared or in force."""

from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from placements_api.scenarios.assumptions import Assumption, BlockNumber
from placements_api.travel.routing import TravelSource
from service_common.types import CalendarDate, Input, Line, Output

SolveSeconds = Annotated[int, Field(ge=1, le=900, description="Stop after so long with the best plan so far.")]


class ScenarioState(StrEnum):
    """`draft`: nothing was computed yet, or a person edited it. `no_plan`: `conflict` says why."""

    DRAFT = "draft"
    QUEUED = "queued"
    SOLVING = "solving"
    SOLVED = "solved"
    NO_PLAN = "no_plan"
    FAILED = "failed"
    CANCELLED = "cancelled"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"


class OriginKind(StrEnum):
    FRESH = "fresh"
    COPY = "copy"
    MEND = "mend"


class ScenarioCreate(Input):
    """A new plan for a cohort: empty, or a copy of another one of the cohort."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "cohort_id": "019a8f2e-7c00-7000-8000-000000000002",
                    "name": "From the beginning",
                    "copy_of": None,
                },
                {
                    "cohort_id": "019a8f2e-7c00-7000-8000-000000000002",
                    "name": "More time in the community",
                    "copy_of": "019a8f2e-7c00-7000-8000-000000000005",
                },
            ]
        }
    )

    cohort_id: UUID
    name: Line
    copy_of: UUID | None = Field(default=None, description="A scenario of the same cohort.")


class ScenarioUpdate(Input):
    name: Line


class SolveRequest(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{"seconds": 20}]})

    seconds: SolveSeconds | None = Field(default=None, description="Null: as the programme's planning settings say.")


class ProgressRead(Output):
    """How far a solve is; null figures are not known yet."""

    phase: str = Field(description="In words.")
    seconds: float
    limit_seconds: int
    best: int | None = Field(description="Points of the best plan so far that keeps every rule.")
    bound: float | None = Field(description="Proven: no plan has fewer points.")
    gap: float | None = Field(description="Share by which `best` can exceed the fewest points there are.")


class OriginRead(Output):
    kind: OriginKind
    scenario_id: UUID | None = None
    disruption_id: UUID | None = None
    sentence: str


class RemedyRead(Output):
    """Changes to be made together, applicable as they stand by sending them to `assumptions`."""

    sentence: str
    changes: list[Assumption]
    verified: bool | None = Field(description="A plan that keeps every rule exists with it; null: not looked for.")


class PersonRef(Output):
    enrolment_id: UUID
    name: str


class ConflictRead(Output):
    """Why there is no plan. Without any one of the reasons, if it is minimal, the others can hold together."""

    headline: str
    reasons: list[str]
    people: list[PersonRef]
    minimal: bool
    remedies: list[RemedyRead]


class AssumptionRead(Output):
    id: UUID
    sentence: str
    change: Assumption


class ScenarioRead(Output):
    id: UUID
    cohort_id: UUID
    name: str
    state: ScenarioState
    origin: OriginRead
    progress: ProgressRead | None = Field(description="Of the solve that runs, or ran last.")
    cost: int | None = Field(description="Points of the plan as it is now; fewer are better. Null: nobody is placed.")
    bound: float | None = Field(description="Of the last solve.")
    gap: float | None
    violations: int = Field(description="Broken rules of the plan as it is now.")
    unplaced: int = Field(description="Blocks of people without a place.")
    conflict: ConflictRead | None
    failure: str | None = Field(description="What went wrong, when the state is `failed`.")
    assumptions: list[AssumptionRead]
    undo: str | None = Field(description="What `undo` would take back; null: nothing.")
    created_at: AwareDatetime
    published_at: AwareDatetime | None
    version: int


class ScenarioSummary(Output):
    """A scenario in a list."""

    id: UUID
    cohort_id: UUID
    name: str
    state: ScenarioState
    origin_kind: OriginKind
    cost: int | None
    violations: int
    unplaced: int
    created_at: AwareDatetime
    published_at: AwareDatetime | None
    version: int


# The board


class BlockRead(Output):
    """A block of the rotation. `stay`: `home` with the employer of record (also at the training provider), `hosted`
    in a setting, `either`: home or a setting, whichever comes when."""

    number: int
    name: str
    kind: Literal["induction", "training", "placement"]
    stay: Literal["home", "hosted", "either"]
    starts_on: CalendarDate
    ends_on: CalendarDate
    weeks: int
    setting_kinds: list[str] = Field(description="Any of these will do; empty: all.")
    sectors: list[str] = Field(description="Any of these will do; empty: all.")
    has_begun: bool


class BoardSetting(Output):
    """A setting and its weeks. The lists have one entry for each of the board's weeks."""

    id: UUID
    name: str
    organisation_id: UUID
    organisation_name: str
    kind: str
    sector: str
    postcode: str
    minimum_age: int
    weekly_capacity: list[int] = Field(description="Most apprentices, of all cohorts; 0 in closed weeks.")
    weekly_others: list[int] = Field(description="Apprentices of other cohorts.")
    weekly_load: list[int] = Field(description="Apprentices of this plan.")


class Cell(Output):
    """Where somebody is in a block. `has_begun` and `pinned` cells stay where they are when a plan is computed."""

    at: Literal["home", "setting", "nowhere"]
    setting_id: UUID | None = Field(description="Null unless `at` is `setting`.")
    pinned: bool
    has_begun: bool
    travel_minutes: int | None = Field(description="One journey; null at home or where not known.")


class BoardPerson(Output):
    """`cells` has one entry for each block."""

    enrolment_id: UUID
    learner_id: UUID
    given_names: str
    family_name: str
    date_of_birth: CalendarDate
    employer_organisation_id: UUID
    employer_name: str
    travel_means: list[str]
    cells: list[Cell]


class ViolationRead(Output):
    """A broken rule. What it is not about is null."""

    rule: str
    sentence: str
    enrolment_id: UUID | None
    block: int | None
    setting_id: UUID | None
    remedy: RemedyRead | None = Field(description="Null where nobody may change the rule: age, the law.")


class RulePoints(Output):
    rule: str
    name: str
    points: int


class BoardRead(Output):
    """Everything of a plan at once. Weeks begin on Mondays, `first_week_of` is the first."""

    scenario: ScenarioRead
    cohort_name: str
    programme_id: UUID
    programme_name: str
    plan_version: int = Field(description="Of the cohort's plan in force; 0: none was published yet.")
    first_week_of: CalendarDate
    weeks: int
    blocks: list[BlockRead]
    settings: list[BoardSetting]
    clearances: list[str] = Field(description="Codes that any of the settings ask for.")
    people: list[BoardPerson]
    travel_sources: list[TravelSource] = Field(
        description="Where minutes of travel come from: estimated from positions, or, for journeys by car, a routing"
        " service. Both: some this, some that. Empty: no journey is known."
    )
    violations: list[ViolationRead]
    points: list[RulePoints]


# Edits


class Destination(Input):
    at: Literal["home", "setting", "nowhere"]
    setting_id: UUID | None = None

    @model_validator(mode="after")
    def _names_a_setting_when_it_is_one(self) -> "Destination":
        if (self.at == "setting") != (self.setting_id is not None):
            msg = "Give setting_id when `at` is `setting`, and only then."
            raise ValueError(msg)
        return self


class Move(Input):
    enrolment_id: UUID
    block: BlockNumber
    to: Destination


_MOVE: JsonDict = {
    "enrolment_id": "019a8f2e-7c00-7000-8000-000000000003",
    "block": 1,
    "to": {"at": "setting", "setting_id": "019a8f2e-7c00-7000-8000-000000000004"},
}
Moves = Annotated[list[Move], Field(min_length=1, max_length=50, description="Made together, such as a swap.")]


class CheckRequest(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{"moves": [_MOVE]}]})

    moves: Moves


class MovesRequest(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{"moves": [_MOVE], "accept_violations": False}]})

    moves: Moves
    accept_violations: bool = Field(default=False, description="Make them although they break rules.")


class VerdictRead(Output):
    """What moves would break that is not broken now."""

    allowed: bool
    violations: list[ViolationRead]
    remedy: RemedyRead | None = Field(description="What would allow it; null: nothing is broken, or nothing can.")
    suggested_blocks: list[int] = Field(description="Of a single move: where the same place breaks no rule.")
    cost_difference: int


class OptionRead(Output):
    """A place for somebody in a block, by the rules about them and the room there is."""

    at: Literal["home", "setting"]
    setting_id: UUID | None
    allowed: bool
    sentence: str | None = Field(description="The first reason against it; null when it is allowed.")
    travel_minutes: int | None
    free: int | None = Field(description="Places left in the fullest week of the block; null at home.")


class OptionsRead(Output):
    items: list[OptionRead]


class ChangedCell(Output):
    enrolment_id: UUID
    block: int
    cell: Cell


class EditRead(Output):
    """The scenario after an edit, and what of its board is different now. Loads follow from the cells."""

    scenario: ScenarioRead
    cells: list[ChangedCell]
    violations: list[ViolationRead]
    points: list[RulePoints]
    version: int


class CellRef(Input):
    enrolment_id: UUID
    block: BlockNumber


class PinsRequest(Input):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"cells": [{"enrolment_id": "019a8f2e-7c00-7000-8000-000000000003", "block": 1}], "pinned": True}
            ]
        }
    )

    cells: Annotated[list[CellRef], Field(min_length=1, max_length=2000)]
    pinned: bool


class AssumptionsRequest(Input):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "changes": [
                        {
                            "kind": "extra_capacity",
                            "setting_id": "019a8f2e-7c00-7000-8000-000000000004",
                            "block": 1,
                            "by": 1,
                        }
                    ]
                }
            ]
        }
    )

    changes: Annotated[list[Assumption], Field(min_length=1, max_length=100)]
