"""Every SELECT of disruptions."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.disruptions.models import Disruption
from placements_api.disruptions.schemas import AlternativeRead, DisruptionRead, DisruptionState
from placements_api.programmes.queries import get_cohort
from placements_api.scenarios.bench import open_bench
from placements_api.scenarios.comparing import differences_between, host_shares
from placements_api.scenarios.models import Scenario
from placements_api.scenarios.queries import get_scenario
from service_common.auth import Principal
from service_common.pagination import Paging, Rows, list_page
from service_common.problems import NotFound


async def list_disruptions(
    session: AsyncSession, principal: Principal, cohort_id: UUID, paging: Paging
) -> Rows[Disruption]:
    """Of a cohort, the latest first. Raises NotFound."""
    await get_cohort(session, principal, cohort_id)
    query = select(Disruption).where(
        Disruption.partnership_id == principal.partnership_id, Disruption.cohort_id == cohort_id
    )
    return await list_page(session, query, order_by=(Disruption.id,), paging=paging, descending=True)


async def get_disruption(
    session: AsyncSession, principal: Principal, disruption_id: UUID, *, for_update: bool = False
) -> Disruption:
    """Raises NotFound."""
    query = select(Disruption).where(
        Disruption.partnership_id == principal.partnership_id, Disruption.id == disruption_id
    )
    disruption = await session.scalar(query.with_for_update() if for_update else query)
    if disruption is None:
        raise NotFound("Look it up in the list of the cohort's disruptions.")
    return disruption


async def describe_disruption(session: AsyncSession, principal: Principal, disruption: Disruption) -> DisruptionRead:
    """With its alternatives as they are now, fewest changes first."""
    scenarios = (
        await session.scalars(
            select(Scenario)
            .where(Scenario.partnership_id == principal.partnership_id, Scenario.disruption_id == disruption.id)
            .order_by(Scenario.id)
        )
    ).all()
    is_stuck = disruption.state == DisruptionState.NO_MEND.value
    return DisruptionRead.model_validate(
        {
            **{name: getattr(disruption, name) for name in DisruptionRead.model_fields if hasattr(disruption, name)},
            "alternatives": await _alternatives(session, principal, disruption, scenarios),
            "conflict_scenario_id": scenarios[0].id if is_stuck and scenarios else None,
        }
    )


async def _alternatives(
    session: AsyncSession, principal: Principal, disruption: Disruption, mends: Sequence[Scenario]
) -> list[AlternativeRead]:
    if not mends:
        return []
    cohort = await get_cohort(session, principal, disruption.cohort_id)
    original = await get_scenario(session, principal.partnership_id, disruption.scenario_id)
    before = await open_bench(session, original, cohort)
    found = []
    for scenario in mends:
        after = await open_bench(session, scenario, cohort)
        known = {person.id for person in after.assembled.people}
        stood = {key: where for key, where in before.cells.where.items() if key[0] in known}
        changes = differences_between(after.assembled, stood, after.cells.where)
        found.append(
            AlternativeRead(
                scenario_id=scenario.id,
                title=scenario.name,
                unplaced=after.unplaced,
                violations=len(after.violations),
                people_moved=len({each.enrolment_id for each in changes}),
                blocks_changed=len(changes),
                cost_difference=after.total_points - before.total_points,
                hosts=host_shares(after.assembled, stood, after.cells.where),
                changes=changes,
            )
        )
    return sorted(found, key=lambda each: (each.unplaced + each.violations, each.blocks_changed, each.cost_difference))
