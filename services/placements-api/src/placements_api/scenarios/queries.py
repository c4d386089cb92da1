"""Every SELECT of scenarios and plans in force."""

from uuid import UUID

from fastapi import Response
from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.scenarios.models import CohortPlan, Scenario, ScenarioStep
from placements_api.scenarios.schemas import OriginRead, ProgressRead, ScenarioRead, ScenarioSummary
from service_common.auth import Principal
from service_common.db import Reader
from service_common.json_lists import JsonList
from service_common.pagination import Paging
from service_common.problems import NotFound

_SCENARIOS = JsonList(
    ScenarioSummary,
    {
        "id": Scenario.id,
        "cohort_id": Scenario.cohort_id,
        "name": Scenario.name,
        "state": Scenario.state,
        "origin_kind": Scenario.origin,
        "cost": Scenario.cost,
        "violations": Scenario.violation_count,
        "unplaced": Scenario.unplaced_count,
        "created_at": Scenario.created_at,
        "published_at": Scenario.published_at,
        "version": Scenario.version,
    },
    source=Scenario.__table__,
    order_by=(Scenario.id,),
    filters={
        "partnership_id": Scenario.partnership_id == bindparam("partnership_id"),
        "cohort_id": Scenario.cohort_id == bindparam("cohort_id"),
    },
    descending=True,
)


async def list_scenarios(reader: Reader, principal: Principal, paging: Paging, *, cohort_id: UUID | None) -> Response:
    """Newest first."""
    return await _SCENARIOS.page(reader, paging, partnership_id=principal.partnership_id, cohort_id=cohort_id)


async def get_scenario(
    session: AsyncSession, partnership_id: UUID | None, scenario_id: UUID, *, for_update: bool = False
) -> Scenario:
    """Raises NotFound."""
    query = select(Scenario).where(Scenario.partnership_id == partnership_id, Scenario.id == scenario_id)
    if for_update:
        query = query.with_for_update().execution_options(populate_existing=True)
    scenario = await session.scalar(query)
    if scenario is None:
        raise NotFound("Look it up in the list of scenarios.")
    return scenario


async def find_last_step(session: AsyncSession, scenario: Scenario) -> ScenarioStep | None:
    query = select(ScenarioStep).where(
        ScenarioStep.partnership_id == scenario.partnership_id, ScenarioStep.scenario_id == scenario.id
    )
    step: ScenarioStep | None = await session.scalar(query.order_by(ScenarioStep.id.desc()).limit(1))
    return step


async def find_plan_in_force(
    session: AsyncSession, partnership_id: UUID | None, cohort_id: UUID, *, for_update: bool = False
) -> CohortPlan | None:
    query = select(CohortPlan).where(CohortPlan.partnership_id == partnership_id, CohortPlan.cohort_id == cohort_id)
    plan: CohortPlan | None = await session.scalar(query.with_for_update() if for_update else query)
    return plan


async def describe_scenario(session: AsyncSession, scenario: Scenario) -> ScenarioRead:
    step = await find_last_step(session, scenario)
    best, bound = scenario.cost, scenario.bound
    gap = None if best is None or bound is None or scenario.violation_count or scenario.unplaced_count else best - bound
    return ScenarioRead(
        id=scenario.id,
        cohort_id=scenario.cohort_id,
        name=scenario.name,
        state=scenario.state,
        origin=OriginRead(
            kind=scenario.origin,
            scenario_id=scenario.origin_scenario_id,
            disruption_id=scenario.disruption_id,
            sentence=scenario.origin_sentence,
        ),
        progress=None if scenario.progress is None else ProgressRead.model_validate(scenario.progress),
        cost=scenario.cost,
        bound=scenario.bound,
        gap=None if gap is None else max(0.0, gap) / max(1, abs(scenario.cost or 0)),
        violations=scenario.violation_count,
        unplaced=scenario.unplaced_count,
        conflict=scenario.conflict,
        failure=scenario.failure,
        assumptions=scenario.assumptions,
        undo=None if step is None or is_closed(scenario) else step.sentence,
        created_at=scenario.created_at,
        published_at=scenario.published_at,
        version=scenario.version,
    )


def is_closed(scenario: Scenario) -> bool:
    """Published ones stay as they are, also when another one has taken their place."""
    return scenario.published_at is not None


def summary_of(scenario: Scenario) -> ScenarioSummary:
    return ScenarioSummary(
        id=scenario.id,
        cohort_id=scenario.cohort_id,
        name=scenario.name,
        state=scenario.state,
        origin_kind=scenario.origin,
        cost=scenario.cost,
        violations=scenario.violation_count,
        unplaced=scenario.unplaced_count,
        created_at=scenario.created_at,
        published_at=scenario.published_at,
        version=scenario.version,
    )
