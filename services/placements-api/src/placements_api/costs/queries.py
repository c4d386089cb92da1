"""Every SELECT of costs."""

from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.costs.schemas import CohortCosts, CostLineRead, HostShare
from placements_api.costs.sums import cost_lines, known_total, shares
from placements_api.organisations.models import Organisation
from placements_api.placements.life import OVER_FOR_THE_PLAN
from placements_api.placements.models import Placement
from placements_api.programmes.models import Programme
from placements_api.programmes.queries import get_cohort
from placements_api.programmes.rotation import FundingLine
from service_common.auth import Principal

_LINES = TypeAdapter(list[FundingLine])


async def cohort_costs(session: AsyncSession, principal: Principal, cohort_id: UUID) -> CohortCosts:
    """Raises NotFound."""
    cohort = await get_cohort(session, principal, cohort_id)
    standing = (
        Placement.partnership_id == principal.partnership_id,
        Placement.cohort_id == cohort_id,
        Placement.state.not_in(OVER_FOR_THE_PLAN),
    )
    count = select(func.count(Placement.enrolment_id.distinct())).where(*standing)
    apprentices = (await session.execute(count)).scalar_one()
    stored = await session.scalar(
        select(Programme.funding_lines).where(
            Programme.partnership_id == principal.partnership_id, Programme.id == cohort.programme_id
        )
    )
    lines = cost_lines(_LINES.validate_python(stored or []), apprentices)
    weeks = func.sum((Placement.ends_on - Placement.starts_on + 7) // 7).label("weeks")
    by_host = (
        select(Organisation.id, Organisation.name, func.count().label("placements"), weeks)
        .join(
            Organisation,
            and_(Organisation.partnership_id == Placement.partnership_id, Organisation.id == Placement.organisation_id),
        )
        .where(*standing, Placement.setting_id.is_not(None))
        .group_by(Organisation.id, Organisation.name)
        .order_by(weeks.desc(), Organisation.name, Organisation.id)
    )
    hosts = (await session.execute(by_host)).all()
    return CohortCosts(
        cohort_id=cohort_id,
        apprentices=apprentices,
        lines=[CostLineRead.model_validate(line) for line in lines],
        known_total_pence=known_total(lines),
        hosts=[
            HostShare(
                organisation_id=host.id,
                organisation_name=host.name,
                placements=host.placements,
                apprentice_weeks=int(host.weeks),
                percent=percent,
            )
            for host, percent in zip(hosts, shares([int(host.weeks) for host in hosts]), strict=True)
        ],
    )
