"""Every SELECT of organisations."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.organisations.models import Organisation
from service_common.auth import Principal
from service_common.pagination import Paging, Rows, list_page
from service_common.problems import NotFound


def visible_to(principal: Principal) -> Select[Organisation]:
    return select(Organisation).where(Organisation.partnership_id == principal.partnership_id)


async def list_organisations(
    session: AsyncSession, principal: Principal, paging: Paging, *, q: str
) -> Rows[Organisation]:
    query = visible_to(principal)
    for word in q.split():
        query = query.where(Organisation.name.icontains(word, autoescape=True))
    return await list_page(session, query, order_by=(Organisation.name, Organisation.id), paging=paging)


async def get_organisation(
    session: AsyncSession, principal: Principal, organisation_id: UUID, *, for_update: bool = False
) -> Organisation:
    query = visible_to(principal).where(Organisation.id == organisation_id)
    organisation = await session.scalar(query.with_for_update() if for_update else query)
    if organisation is None:
        raise NotFound("Look it up in the list of organisations.")
    return organisation


async def find_organisations(
    session: AsyncSession, principal: Principal, ids: Sequence[UUID]
) -> Sequence[Organisation]:
    return (await session.scalars(visible_to(principal).where(Organisation.id.in_(ids)))).all()
