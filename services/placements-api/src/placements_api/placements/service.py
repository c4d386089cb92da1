"""Making the placements of a cohort what a published plan wants."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, text
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.clock import today
from placements_api.placements import queries
from placements_api.placements.life import UNDER_WAY, State, Step
from placements_api.placements.models import Placement
from placements_api.placements.moving import change_state, step_of, tell
from placements_api.placements.problems import PlacementsOverlap, PlacementUnderWay
from placements_api.sentences import day
from service_common import audit
from service_common.auth import Principal
from service_common.db import violations

_LOCK_COHORT = text("SELECT pg_advisory_xact_lock(hashtextextended('placements/' || CAST(:cohort_id AS text), 0))")
_OVERLAP = PlacementsOverlap(
    "In this plan somebody has two placements on one day. Look at their blocks and those of other cohorts."
)


@dataclass(frozen=True, slots=True)
class PlannedPlacement:
    """One block of one apprentice as a plan wants it. `setting_id` None: with the employer of record, who then is
    `organisation_id`."""

    enrolment_id: UUID
    learner_id: UUID
    block: int
    block_name: str
    starts_on: date
    ends_on: date
    setting_id: UUID | None
    organisation_id: UUID

    @property
    def place(self) -> tuple[UUID | None, UUID]:
        return self.setting_id, self.organisation_id

    @property
    def first_state(self) -> State:
        """With the employer of record there is nobody to offer it to."""
        return State.CONFIRMED if self.setting_id is None else State.PROPOSED


@dataclass(frozen=True, slots=True)
class PublishedPlan:
    """Ids of placements: new ones, those whose place or days changed (another place is another placement), those
    withdrawn with nothing in their place, and those that stay as they were."""

    created: list[UUID]
    moved: list[UUID]
    withdrawn: list[UUID]
    kept: list[UUID]


async def publish_plan(
    session: AsyncSession,
    principal: Principal,
    cohort_id: UUID,
    scenario_id: UUID,
    wanted: Sequence[PlannedPlacement],
) -> PublishedPlan:
    """Make a cohort's placements what a plan wants.

    What is equal stays untouched, whatever it has come to. What has another setting is withdrawn there and proposed
    anew, so that each host's calendar and history stay true; what has other days in the same setting is proposed again.
    What the plan does not have is withdrawn. Raises PlacementUnderWay when one of those has started, PlacementsOverlap.
    """
    await session.execute(_LOCK_COHORT, {"cohort_id": cohort_id})
    live = await queries.find_live_placements(session, principal.partnership_id, cohort_id)
    standing = {(each.enrolment_id, each.block): each for each in live}
    created: list[Placement] = []
    replacing: list[Placement] = []
    moved: list[Placement] = []
    replaced: list[Placement] = []
    kept: list[UUID] = []
    days_before: dict[UUID, str] = {}
    for each in wanted:
        old = standing.pop((each.enrolment_id, each.block), None)
        if old is None:
            created.append(_placement(each, principal, cohort_id, scenario_id))
        elif (old.setting_id, old.organisation_id) != each.place:
            replaced.append(old)
            replacing.append(_placement(each, principal, cohort_id, scenario_id))
        elif (old.starts_on, old.ends_on) != (each.starts_on, each.ends_on):
            days_before[old.id] = f"It was from {day(old.starts_on)} to {day(old.ends_on)}."
            _move_days(old, each, scenario_id)
            moved.append(old)
        else:
            kept.append(old.id)
    left = list(standing.values())
    for placement in [*replaced, *left]:
        _check_not_under_way(placement)
        change_state(placement, Step.WITHDRAW)
        placement.reason = "The plan was changed."
    await session.execute(text("SET CONSTRAINTS placements_overlap DEFERRED"))
    session.add_all([*created, *replacing])
    with violations({"placements_overlap": _OVERLAP}):
        await session.flush()
        await session.execute(text("SET CONSTRAINTS placements_overlap IMMEDIATE"))
    await _keep_and_tell(session, principal, [*created, *replacing], "propose")
    await _keep_and_tell(session, principal, moved, "move", days_before)
    await _keep_and_tell(session, principal, [*replaced, *left], Step.WITHDRAW)
    published = PublishedPlan(
        created=[each.id for each in created],
        moved=[each.id for each in [*replacing, *moved]],
        withdrawn=[each.id for each in left],
        kept=kept,
    )
    counts = {name: len(getattr(published, name)) for name in PublishedPlan.__slots__}
    await audit.record(session, principal, "plan.published", cohort_id, {"scenario_id": str(scenario_id)} | counts)
    return published


def _placement(planned: PlannedPlacement, principal: Principal, cohort_id: UUID, scenario_id: UUID) -> Placement:
    return Placement(
        partnership_id=principal.partnership_id,
        scenario_id=scenario_id,
        cohort_id=cohort_id,
        state=planned.first_state.value,
        **{name: getattr(planned, name) for name in PlannedPlacement.__slots__},
    )


def _move_days(placement: Placement, planned: PlannedPlacement, scenario_id: UUID) -> None:
    _check_not_under_way(placement)
    placement.scenario_id = scenario_id
    placement.block_name = planned.block_name
    placement.starts_on, placement.ends_on = planned.starts_on, planned.ends_on
    placement.state = planned.first_state.value
    placement.rota_published_on = None
    placement.version += 1
    placement.changed_at = func.now()


def _check_not_under_way(placement: Placement) -> None:
    if State(placement.state) in UNDER_WAY:
        raise PlacementUnderWay(
            "The plan would move or leave out what has started. Pin it in the plan, or withdraw it first.",
            placement_id=str(placement.id),
        )


async def _keep_and_tell(
    session: AsyncSession,
    principal: Principal,
    placements: Sequence[Placement],
    step: str,
    reasons: dict[UUID, str] | None = None,
) -> None:
    on = await today()
    for placement in placements:
        reason = (reasons or {}).get(placement.id, placement.reason)
        session.add(step_of(placement, step, on, by="plan", actor=principal.actor, reason=reason))
    await session.flush()
    for placement in placements:
        await tell(session, placement, "moved" if step == "move" else None)
