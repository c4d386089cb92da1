"""Every SELECT of imports."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.clearances.models import Clearance
from learners_api.clearances.queries import of_learners
from learners_api.enrolments.models import Enrolment
from learners_api.enrolments.queries import IS_OPEN
from learners_api.enrolments.visibility import sight
from learners_api.learners.models import Learner
from learners_api.learners.queries import visible_to
from learners_api.learners.uln import TEMPORARY
from learners_api.planning_facts.models import PlanningFacts
from service_common.auth import Principal


async def find_learners(
    session: AsyncSession, principal: Principal, ids: Collection[UUID], ulns: Collection[str]
) -> Sequence[Learner]:
    """Those with one of the ids, or one of the numbers unless it is the temporary one; in no order."""
    named = or_(Learner.id.in_(ids), and_(Learner.uln.in_(ulns), Learner.uln != TEMPORARY))
    return (await session.scalars(select(Learner).where(visible_to(principal), named), sight(principal))).all()


async def list_enrolled(session: AsyncSession, principal: Principal, cohort_id: UUID) -> Sequence[Learner]:
    """The learners with an open enrolment in a cohort, by name; nobody when there is no such cohort."""
    enrolled = select(Enrolment.learner_id).where(
        Enrolment.partnership_id == principal.partnership_id, Enrolment.cohort_id == cohort_id, IS_OPEN
    )
    query = select(Learner).where(visible_to(principal), Learner.id.in_(enrolled))
    return (await session.scalars(query.order_by(Learner.sort_name, Learner.id), sight(principal))).all()


async def find_facts(
    session: AsyncSession, principal: Principal, ids: Collection[UUID]
) -> Mapping[UUID, PlanningFacts]:
    """By learner, whom the caller has found visible; those without are missing."""
    query = select(PlanningFacts).where(
        PlanningFacts.partnership_id == principal.partnership_id, PlanningFacts.learner_id.in_(ids)
    )
    return {facts.learner_id: facts for facts in await session.scalars(query)}


async def find_clearances(
    session: AsyncSession, principal: Principal, ids: Collection[UUID]
) -> Mapping[UUID, list[Clearance]]:
    """By learner, whom the caller has found visible."""
    found: dict[UUID, list[Clearance]] = defaultdict(list)
    for clearance in await session.scalars(select(Clearance).where(of_learners(principal, list(ids)))):
        found[clearance.learner_id].append(clearance)
    return found
