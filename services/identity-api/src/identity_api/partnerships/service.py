"""Founding partnerships. At the desk."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.desk import desk_scope, record_at_desk
from identity_api.partnerships.models import Partnership
from service_common.auth import Principal
from service_common.db import enter_scope
from service_common.events import publish


async def found_partnership(session: AsyncSession, *, key: str, name: str, id_: UUID | None = None) -> Partnership:
    """The partnership with this key, made when there is none and given this name when it has another."""
    found = (await session.execute(select(Partnership).where(Partnership.key == key))).scalar_one_or_none()
    if found is not None and found.name == name:
        return found
    event = "partnership.created" if found is None else "partnership.renamed"
    partnership = found or Partnership(key=key, name=name, **({"id": id_} if id_ else {}))
    partnership.name = name
    session.add(partnership)
    await session.flush()
    await enter_scope(session, desk_scope(partnership.id))
    await publish(session, event, partnership.id)
    await record_at_desk(session, Principal("service", "operator", partnership.id), event, partnership.id)
    return partnership
