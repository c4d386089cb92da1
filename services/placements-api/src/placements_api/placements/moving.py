"""Moving placements through their life."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.placements import queries
from placements_api.placements.access import check_acts_for_host, manages_all
from placements_api.placements.describing import describe_placements, find_missing_clearances
from placements_api.placements.life import HOSTS_STEPS, NEEDS_REASON, State, Step, state_after
from placements_api.placements.models import Placement, PlacementStep
from placements_api.placements.problems import (
    ClearancesMissing,
    StepNotPossible,
)
from placements_api.placements.schemas import PlacementRead, StepCreate, StepFacts, StepsCreate
from placements_api.sentences import day
from service_common import audit
from service_common.auth import Principal
from service_common.etags import check_version
from service_common.events import publish
from service_common.problems import Forbidden, InvalidInput

_LAST_WEEK = timedelta(days=6)


async def take_step(
    session: AsyncSession, principal: Principal, placement_id: UUID, wanted: StepCreate, seen_version: int, today: date
) -> PlacementRead:
    """Move one placement on.

    Raises NotFound, Forbidden, VersionMismatch, StepNotPossible, ClearancesMissing, InvalidInput.
    """
    placement = await queries.get_placement(session, principal, placement_id, for_update=True)
    check_version(placement, seen_version)
    if wanted.mentor_name is not None:
        placement.mentor_name = wanted.mentor_name
    [described] = await _move(session, principal, [placement], wanted, today)
    return described


async def take_steps(
    session: AsyncSession, principal: Principal, wanted: StepsCreate, today: date
) -> Sequence[PlacementRead]:
    """Move several placements on in the same way: all, or none when one cannot. Raises as `take_step`."""
    placements = await queries.lock_placements(session, principal, [each.id for each in wanted.placements])
    for placement, seen in zip(placements, wanted.placements, strict=True):
        check_version(placement, seen.version)
    return await _move(session, principal, placements, wanted, today)


async def _move(
    session: AsyncSession, principal: Principal, placements: Sequence[Placement], wanted: StepFacts, today: date
) -> Sequence[PlacementRead]:
    on = wanted.on or today
    if on > today:
        raise InvalidInput([("/on", "Choose today or a day before it.")])
    for placement in placements:
        check_acts_for_host(principal, placement)
        if not manages_all(principal) and wanted.step not in HOSTS_STEPS:
            raise Forbidden("The coordinator takes this step. Ask them.")
        _check_possible(placement, wanted.step, on)
    if wanted.step is Step.START:
        await _check_clearances(session, placements)
    for placement in placements:
        change_state(placement, wanted.step)
        placement.reason = wanted.reason if wanted.step in NEEDS_REASON else None
        by = "coordinator" if manages_all(principal) else "host"
        session.add(step_of(placement, wanted.step, on, by=by, actor=principal.actor, reason=wanted.reason))
    await session.flush()
    described = await describe_placements(session, principal, placements)
    for placement in placements:
        await tell(session, placement)
    for placement in placements:
        await audit.record(session, principal, f"placement.{placement.state}", placement.id)
    return described


def _check_possible(placement: Placement, step: Step, on: date) -> None:
    """Raises StepNotPossible."""
    state = State(placement.state)
    detail = None
    if state_after(state, step, hosted=placement.setting_id is not None) is None:
        detail = f"The placement is {state}: look at it again and choose one of the steps that it offers."
    elif step is Step.START and on < placement.starts_on:
        detail = f"It begins on {day(placement.starts_on)}. Start it on that day or after."
    elif step is Step.COMPLETE and on < placement.ends_on - _LAST_WEEK:
        detail = f"It lasts until {day(placement.ends_on)}. To end it sooner, withdraw it with the reason."
    if detail is not None:
        raise StepNotPossible(detail, placement_id=str(placement.id), state=placement.state)


async def _check_clearances(session: AsyncSession, placements: Sequence[Placement]) -> None:
    """Raises ClearancesMissing."""
    for id_, missing in (await find_missing_clearances(session, placements)).items():
        if missing:
            raise ClearancesMissing(
                "Some clearances that the setting demands do not cover the whole placement: "
                + "; ".join(f"{each.code.replace('_', ' ').replace(':', ' ')} {each.words}" for each in missing)
                + ". Record them first.",
                placement_id=str(id_),
                missing=[{"code": each.code, "words": each.words} for each in missing],
            )


def change_state(placement: Placement, step: Step) -> None:
    """Of a step that is possible."""
    state = state_after(State(placement.state), step, hosted=placement.setting_id is not None)
    placement.state = (state or State(placement.state)).value
    placement.version += 1
    placement.changed_at = func.now()


def step_of(
    placement: Placement, step: str, on: date, *, by: str, actor: str, reason: str | None = None
) -> PlacementStep:
    """What has just happened to the placement, to be kept."""
    return PlacementStep(
        partnership_id=placement.partnership_id,
        placement_id=placement.id,
        step=str(step),
        state=placement.state,
        taken_on=on,
        by=by,
        actor=actor,
        reason=reason,
    )


async def tell(session: AsyncSession, placement: Placement, what: str | None = None) -> None:
    """Publish the event of the state that the placement is in, or `what`."""
    await publish(
        session,
        f"placement.{what or placement.state}",
        placement.id,
        learner_id=placement.learner_id,
        enrolment_id=placement.enrolment_id,
        cohort_id=placement.cohort_id,
        organisation_id=placement.organisation_id,
        setting_id=placement.setting_id,
    )
