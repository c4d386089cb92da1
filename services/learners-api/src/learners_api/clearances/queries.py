"""Every SELECT of clearances."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.clearances.models import Clearance
from learners_api.learners.queries import get_learner_with_facts
from service_common.auth import Principal
from service_common.problems import NotFound


def of_learners(principal: Principal, ids: Sequence[UUID]) -> ColumnElement[bool]:
    """The clearances of learners whom the caller has found visible."""
    return (Clearance.partnership_id == principal.partnership_id) & (Clearance.learner_id.in_(ids))


async def list_clearances(session: AsyncSession, principal: Principal, learner_id: UUID) -> Sequence[Clearance]:
    """By kind, the latest of a kind first. Raises NotFound."""
    await get_learner_with_facts(session, principal, learner_id)
    query = select(Clearance).where(of_learners(principal, [learner_id]))
    return (await session.scalars(query.order_by(Clearance.code, Clearance.valid_from.desc()))).all()


async def get_clearance_to_change(
    session: AsyncSession, principal: Principal, learner_id: UUID, clearance_id: UUID
) -> Clearance:
    """The clearance, locked until the transaction ends. Raises NotFound."""
    await get_learner_with_facts(session, principal, learner_id)
    query = select(Clearance).where(of_learners(principal, [learner_id]), Clearance.id == clearance_id)
    clearance = await session.scalar(query.with_for_update())
    if clearance is None:
        raise NotFound("Look it up in the list of the learner's clearances.")
    return clearance
