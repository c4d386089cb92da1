"""Putting a scenario in force."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.assembly.assembled import CellKey, Where
from placements_api.organisations.kinds import Sector
from placements_api.placements.life import UNDER_WAY, State
from placements_api.placements.queries import find_live_placements
from placements_api.placements.service import PlannedPlacement, PublishedPlan, publish_plan
from placements_api.programmes.queries import get_cohort
from placements_api.scenarios.bench import Bench, open_bench
from placements_api.scenarios.cells import load_cells
from placements_api.scenarios.checklist import checklist
from placements_api.scenarios.models import CohortPlan, Scenario
from placements_api.scenarios.problems import PlanMovedOn, PlanNotReady
from placements_api.scenarios.publication_schemas import ChecklistRead, PublicationRead, PublishRequest
from placements_api.scenarios.queries import describe_scenario, find_plan_in_force, get_scenario
from placements_api.scenarios.schemas import ScenarioState
from placements_api.scenarios.service import scenario_to_change
from service_common.auth import Principal
from service_common.db import violations
from service_common.events import publish

_MOVED_ON = "Look at the plan in force, compare it with this one, and publish then."


async def cells_in_force(session: AsyncSession, plan: CohortPlan | None) -> Mapping[CellKey, Where]:
    if plan is None:
        return {}
    scenario = await get_scenario(session, plan.partnership_id, plan.scenario_id)
    return (await load_cells(session, scenario)).where


async def read_checklist(session: AsyncSession, principal: Principal, scenario_id: UUID, today: date) -> ChecklistRead:
    """Raises NotFound, CohortNotPlannable."""
    scenario = await get_scenario(session, principal.partnership_id, scenario_id)
    bench = await open_bench(session, scenario, await get_cohort(session, principal, scenario.cohort_id))
    plan = await find_plan_in_force(session, principal.partnership_id, scenario.cohort_id)
    return checklist(bench, await cells_in_force(session, plan), plan.version if plan else 0, today)


async def publish_scenario(
    session: AsyncSession,
    principal: Principal,
    scenario_id: UUID,
    wanted: PublishRequest,
    seen_version: int,
    today: date,
) -> PublicationRead:
    """Make the cohort's placements what the scenario says.

    Raises PlanMovedOn when another plan was published since, PlanNotReady, and what scenario_to_change and publish_plan
    do.
    """
    scenario = await scenario_to_change(session, principal, scenario_id, seen_version)
    plan = await find_plan_in_force(session, principal.partnership_id, scenario.cohort_id, for_update=True)
    current = plan.version if plan else 0
    if current != wanted.plan_version:
        raise PlanMovedOn(_MOVED_ON, current_plan_version=current)
    bench = await open_bench(session, scenario, await get_cohort(session, principal, scenario.cohort_id))
    looked_at = checklist(bench, await cells_in_force(session, plan), current, today)
    if not looked_at.can_publish:
        raise PlanNotReady("See its checklist: some things have to be settled first.")
    if looked_at.needs_acceptance and not wanted.accept:
        raise PlanNotReady("See its checklist, and accept what it asks about.")
    planned = await _planned(session, bench)
    published = await publish_plan(session, principal, scenario.cohort_id, scenario.id, planned)
    version = await _put_in_force(session, scenario, plan)
    await publish(session, "plan.published", scenario.cohort_id, scenario_id=scenario.id, plan_version=version)
    return await _publication(session, scenario, published, version)


async def _planned(session: AsyncSession, bench: Bench) -> list[PlannedPlacement]:
    """As the plan wants it; what is under way keeps its days, also of people who have left since."""
    at, scenario = bench.assembled, bench.scenario
    wanted = {}
    for (enrolment_id, number), where in bench.cells.where.items():
        person, block = at.people[at.person_at[enrolment_id]], at.timeline.blocks[number]
        setting = None if where is None else at.settings[at.setting_at[where]].row
        kind, sector = (None, None) if setting is None else (setting.kind, Sector(setting.sector))
        wanted[enrolment_id, number] = PlannedPlacement(
            enrolment_id=enrolment_id,
            learner_id=person.row.learner_id,
            block=number,
            block_name=at.timeline.name_of(block, kind, sector),
            starts_on=block.starts_on,
            ends_on=block.ends_on,
            setting_id=where,
            organisation_id=setting.organisation_id if setting else person.row.employer_organisation_id,
        )
    for placement in await find_live_placements(session, scenario.partnership_id, scenario.cohort_id):
        if State(placement.state) in UNDER_WAY:
            wanted[placement.enrolment_id, placement.block] = PlannedPlacement(
                **{name: getattr(placement, name) for name in PlannedPlacement.__slots__}
            )
    return list(wanted.values())


async def _put_in_force(session: AsyncSession, scenario: Scenario, plan: CohortPlan | None) -> int:
    if plan is None:
        plan = CohortPlan(partnership_id=scenario.partnership_id, cohort_id=scenario.cohort_id, version=0)
        session.add(plan)
    else:
        before = await get_scenario(session, scenario.partnership_id, plan.scenario_id)
        before.state = ScenarioState.SUPERSEDED.value
        plan.published_at = func.now()
    plan.scenario_id = scenario.id
    plan.version += 1
    scenario.state = ScenarioState.PUBLISHED.value
    scenario.published_at = func.now()
    with violations({"cohort_plans_cohort_unique": PlanMovedOn(_MOVED_ON, current_plan_version=1)}):
        await session.flush()
    await session.refresh(scenario)
    return plan.version


async def _publication(
    session: AsyncSession, scenario: Scenario, published: PublishedPlan, version: int
) -> PublicationRead:
    return PublicationRead(
        scenario=await describe_scenario(session, scenario),
        plan_version=version,
        created=len(published.created),
        moved=len(published.moved),
        withdrawn=len(published.withdrawn),
        unchanged=len(published.kept),
        version=scenario.version,
    )
