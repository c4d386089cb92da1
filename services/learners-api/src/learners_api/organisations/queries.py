"""Every SELECT of organisations."""

from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.organisations.models import Organisation
from service_common.auth import Principal


def visible_to(principal: Principal) -> ColumnElement[bool]:
    """Everybody in a partnership may know who its members are."""
    return Organisation.partnership_id == principal.partnership_id


async def find_organisation(session: AsyncSession, principal: Principal, organisation_id: UUID) -> Organisation | None:
    return await session.scalar(select(Organisation).where(visible_to(principal), Organisation.id == organisation_id))
