"""Every SELECT of caseloads. They are seen by those who see the enrolment."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.caseloads.models import Caseload
from service_common.auth import Principal


def visible_to(principal: Principal, enrolment_id: UUID) -> ColumnElement[bool]:
    """The supporters of an enrolment that the caller has found visible."""
    return (Caseload.partnership_id == principal.partnership_id) & (Caseload.enrolment_id == enrolment_id)


async def find_supporters(session: AsyncSession, principal: Principal, enrolment_id: UUID) -> Sequence[Caseload]:
    """By role and name; may be empty."""
    query = select(Caseload).where(visible_to(principal, enrolment_id))
    return (await session.scalars(query.order_by(Caseload.role, Caseload.name, Caseload.account_id))).all()
