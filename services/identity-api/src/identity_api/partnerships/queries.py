"""Reading partnerships."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.partnerships.models import Partnership
from service_common.auth import Principal
from service_common.problems import NotFound


async def get_partnership(session: AsyncSession, principal: Principal) -> Partnership:
    """The principal's own."""
    query = select(Partnership).where(Partnership.id == principal.partnership_id)
    partnership = (await session.execute(query)).scalar_one_or_none()
    if partnership is None:
        raise NotFound("The partnership is gone.")
    return partnership


async def get_partnership_by_key(session: AsyncSession, key: str) -> Partnership:
    """At the desk only. Raises LookupError."""
    found = (await session.execute(select(Partnership).where(Partnership.key == key))).scalar_one_or_none()
    if found is None:
        raise LookupError(f"there is no partnership with the key {key}")
    return found
