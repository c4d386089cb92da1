"""Every SELECT of programmes."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.programmes.models import Programme
from service_common.auth import Principal
from service_common.pagination import Paging, Rows, list_page
from service_common.problems import NotFound

_SUMMARY = select(
    Programme.id,
    Programme.name,
    Programme.stage_of_integration,
    Programme.qualifications,
    Programme.pathway,
    Programme.weekly_hours,
    Programme.weekly_learning_hours,
    Programme.hourly_pay_pence,
    Programme.summary,
    Programme.version,
)


def visible_to(principal: Principal) -> ColumnElement[bool]:
    return Programme.partnership_id == principal.partnership_id


async def list_programmes(session: AsyncSession, principal: Principal, paging: Paging) -> Rows[Any]:
    return await list_page(
        session, _SUMMARY.where(visible_to(principal)), order_by=(Programme.name, Programme.id), paging=paging
    )


async def find_programmes(session: AsyncSession, principal: Principal, ids: Sequence[UUID]) -> Sequence[Programme]:
    """In no order; ids that do not exist are missing."""
    return (await session.scalars(select(Programme).where(visible_to(principal), Programme.id.in_(ids)))).all()


async def get_programme(
    session: AsyncSession, principal: Principal, programme_id: UUID, *, for_update: bool = False
) -> Programme:
    """Raises NotFound."""
    query = select(Programme).where(visible_to(principal), Programme.id == programme_id)
    programme = await session.scalar(query.with_for_update(key_share=True) if for_update else query)
    if programme is None:
        raise NotFound("Look it up in the list of programmes.")
    return programme
