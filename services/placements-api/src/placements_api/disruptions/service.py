"""Telling what happened, so that a worker looks for ways to mend the plan."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.disruptions.happening import Happening, NotInThePlan
from placements_api.disruptions.models import Disruption
from placements_api.disruptions.problems import NoPlanInForce
from placements_api.disruptions.queries import describe_disruption, get_disruption
from placements_api.disruptions.schemas import DisruptionCreate, DisruptionRead, DisruptionState
from placements_api.jobs import PlacementsJobs
from placements_api.programmes.queries import get_cohort
from placements_api.scenarios.bench import open_bench
from placements_api.scenarios.models import Scenario
from placements_api.scenarios.problems import ScenarioIsBusy, ScenarioWasPublished
from placements_api.scenarios.queries import find_plan_in_force, get_scenario, is_closed
from placements_api.scenarios.service import BUSY
from service_common import audit
from service_common.auth import Principal
from service_common.jobs import enqueue
from service_common.problems import InvalidInput


async def report_disruption(
    session: AsyncSession, principal: Principal, jobs: PlacementsJobs, cohort_id: UUID, new: DisruptionCreate
) -> DisruptionRead:
    """Raises NotFound, NoPlanInForce, InvalidInput, CohortNotPlannable."""
    cohort = await get_cohort(session, principal, cohort_id)
    plan = await find_plan_in_force(session, principal.partnership_id, cohort_id)
    if plan is None:
        raise NoPlanInForce("Publish a plan first: there is nothing to mend yet.")
    scenario = await get_scenario(session, principal.partnership_id, plan.scenario_id)
    bench = await open_bench(session, scenario, cohort)
    blocks = bench.assembled.timeline.blocks
    first = bench.assembled.first_block_from(new.from_on)
    if first == len(blocks):
        raise InvalidInput([("/from_on", "No block of the rotation begins on that day or later.")])
    if bench.unplaced:
        raise NoPlanInForce("The plan in force does not place everybody. Complete it and publish it first.")
    happening = Happening(new.what, new.from_on, first, bench)
    try:
        happening.check()
    except NotInThePlan as error:
        raise InvalidInput([(f"/what/{error}", "Choose one that the plan in force has.")]) from error
    disruption = Disruption(
        partnership_id=principal.partnership_id,
        cohort_id=cohort_id,
        scenario_id=scenario.id,
        what=new.what.model_dump(mode="json"),
        from_on=new.from_on,
        state=DisruptionState.QUEUED.value,
        sentence=happening.sentence(),
        takes_effect_on=blocks[first].starts_on,
        affected_now=happening.affected_now(),
    )
    session.add(disruption)
    await session.flush()
    await session.refresh(disruption)
    await enqueue(
        session, jobs.mend_plan, partnership_id=str(principal.partnership_id), disruption_id=str(disruption.id)
    )
    await audit.record(session, principal, "disruption.reported", disruption.id, {"cohort_id": str(cohort_id)})
    return await describe_disruption(session, principal, disruption)


async def delete_disruption(session: AsyncSession, principal: Principal, disruption_id: UUID) -> None:
    """With the ways to mend the plan; a worker that is at it ends for nothing.

    Raises NotFound, ScenarioWasPublished, ScenarioIsBusy.
    """
    disruption = await get_disruption(session, principal, disruption_id, for_update=True)
    mends = await session.scalars(
        select(Scenario)
        .where(Scenario.partnership_id == principal.partnership_id, Scenario.disruption_id == disruption.id)
        .with_for_update()
    )
    for scenario in mends:
        if is_closed(scenario):
            raise ScenarioWasPublished("The plan was mended by it, and the record of that stays.")
        if scenario.state in BUSY:
            raise ScenarioIsBusy(f"Wait for the plan of “{scenario.name}”, or cancel the computation.")
        await session.delete(scenario)
    await session.flush()
    await session.delete(disruption)
    await session.flush()
    await audit.record(session, principal, "disruption.deleted", disruption_id)
