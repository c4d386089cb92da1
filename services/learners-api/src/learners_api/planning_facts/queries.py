"""Every SELECT of planning facts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, false, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.access import SEES_ALL_FACTS
from learners_api.clearances.models import Clearance
from learners_api.clearances.queries import of_learners
from learners_api.enrolments.models import Enrolment
from learners_api.enrolments.queries import IS_OPEN
from learners_api.enrolments.visibility import seen, sight
from learners_api.learners.models import Learner
from learners_api.learners.queries import get_learner_with_facts, not_found
from learners_api.planning_facts.models import PlanningFacts
from service_common.auth import Principal, Role


def _of(principal: Principal, learner_id: UUID) -> ColumnElement[bool]:
    return and_(PlanningFacts.partnership_id == principal.partnership_id, PlanningFacts.learner_id == learner_id)


async def get_planning_facts(session: AsyncSession, principal: Principal, learner_id: UUID) -> PlanningFacts:
    """Raises NotFound; a learner of whom nothing has been recorded has facts of version 0."""
    learner = await get_learner_with_facts(session, principal, learner_id)
    facts = await session.scalar(select(PlanningFacts).where(_of(principal, learner_id)))
    return facts or PlanningFacts.nothing_yet(learner.partnership_id, learner_id)


async def get_facts_to_change(session: AsyncSession, principal: Principal, learner_id: UUID) -> PlanningFacts:
    """The row that is there, of a learner whom the caller has found visible; locked until the transaction ends."""
    query = select(PlanningFacts).where(_of(principal, learner_id)).with_for_update()
    return (await session.execute(query)).scalar_one()


async def get_adjustments(session: AsyncSession, principal: Principal, learner_id: UUID) -> PlanningFacts:
    """For those who need to know of them; of employers, the present employer of record. Raises NotFound."""
    query = select(Learner).where(
        Learner.partnership_id == bindparam("partnership_id"), Learner.id == learner_id, _need_to_know(principal)
    )
    learner = await session.scalar(query, sight(principal))
    if learner is None:
        raise not_found()
    facts = await session.scalar(select(PlanningFacts).where(_of(principal, learner_id)))
    return facts or PlanningFacts.nothing_yet(learner.partnership_id, learner_id)


def _need_to_know(principal: Principal) -> ColumnElement[bool]:
    if principal.has_role(*SEES_ALL_FACTS):
        return Learner.partnership_id == bindparam("partnership_id")
    ways: list[ColumnElement[bool]] = []
    if principal.has_role(Role.EMPLOYER):
        ways.append(Learner.id.in_(select(Enrolment.learner_id).where(seen(("employed",)), IS_OPEN)))
    if principal.has_role(Role.APPRENTICE):
        ways.append(Learner.id == bindparam("own_learner_id"))
    return or_(false(), *ways)


async def find_planning(
    session: AsyncSession, principal: Principal, ids: Sequence[UUID]
) -> Mapping[UUID, dict[str, Any]]:
    """For each of the learners, whom the caller has found visible, the fields of `PlanningSnapshot` but for the
    postcode."""
    of_them = and_(PlanningFacts.partnership_id == principal.partnership_id, PlanningFacts.learner_id.in_(ids))
    facts = {row.learner_id: row for row in await session.scalars(select(PlanningFacts).where(of_them))}
    clearances: dict[UUID, list[Clearance]] = defaultdict(list)
    in_order = select(Clearance).where(of_learners(principal, ids)).order_by(Clearance.code, Clearance.valid_from)
    for clearance in await session.scalars(in_order):
        clearances[clearance.learner_id].append(clearance)
    nobody = PlanningFacts.nothing_yet(UUID(int=0), UUID(int=0))
    return {
        id_: _planning(facts.get(id_, nobody), clearances[id_], with_adjustments=principal.kind == "service")
        for id_ in ids
    }


def _planning(facts: PlanningFacts, clearances: Sequence[Clearance], *, with_adjustments: bool) -> dict[str, Any]:
    return {
        "home_position": facts.home_position,
        "travel_means": facts.travel_means,
        "travel_limit_minutes": facts.travel_limit_minutes,
        "contracted_weekly_hours": facts.contracted_weekly_hours,
        "weekly_hours_limit": facts.weekly_hours_limit,
        "clearances": clearances,
        "adjustments": facts.adjustments if with_adjustments else [],
        "preferences": facts.preferences,
        "first_sector": facts.first_sector,
        "sector_of_choice": facts.sector_of_choice,
    }
