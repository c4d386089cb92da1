"""Every SELECT of calendars."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from fastapi import Response
from sqlalchemy import and_, any_, bindparam, join, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.calendars.models import CalendarAddress
from placements_api.calendars.schemas import CalendarAddressRead
from placements_api.host_settings.models import Setting
from placements_api.placements.access import hosts_at, manages_all
from placements_api.placements.models import Placement
from service_common.auth import Principal
from service_common.db import Reader
from service_common.json_lists import JsonList
from service_common.pagination import Paging
from service_common.problems import NotFound

KEPT = timedelta(days=366)
"""How long what has ended stays in a calendar."""

_ADDRESSES = JsonList(
    CalendarAddressRead,
    {
        "id": CalendarAddress.id,
        "learner_id": CalendarAddress.learner_id,
        "setting_id": CalendarAddress.setting_id,
        "setting_name": Setting.name,
        "created_at": CalendarAddress.created_at,
    },
    source=join(
        CalendarAddress,
        Setting,
        and_(Setting.partnership_id == CalendarAddress.partnership_id, Setting.id == CalendarAddress.setting_id),
        isouter=True,
    ),
    order_by=(CalendarAddress.created_at, CalendarAddress.id),
    filters={
        "partnership_id": and_(
            CalendarAddress.partnership_id == bindparam("partnership_id"), CalendarAddress.revoked_at.is_(None)
        ),
        "setting_id": CalendarAddress.setting_id == bindparam("setting_id"),
        "visible": or_(
            CalendarAddress.learner_id == bindparam("own_learner_id"),
            Setting.organisation_id == any_(bindparam("hosts_at")),
        ),
    },
)


async def list_addresses(reader: Reader, principal: Principal, paging: Paging, *, setting_id: UUID | None) -> Response:
    """Those in use: of oneself and of the settings of one's organisations; coordinators see all."""
    own = {"own_learner_id": principal.learner_id, "hosts_at": hosts_at(principal)}
    return await _ADDRESSES.page(
        reader,
        paging,
        partnership_id=principal.partnership_id,
        setting_id=setting_id,
        visible=None if manages_all(principal) else own,
    )


async def get_address(session: AsyncSession, principal: Principal, address_id: UUID) -> CalendarAddress:
    """One in use, locked. Raises NotFound."""
    query = select(CalendarAddress).where(
        CalendarAddress.partnership_id == principal.partnership_id,
        CalendarAddress.id == address_id,
        CalendarAddress.revoked_at.is_(None),
    )
    if not manages_all(principal):
        own_settings = select(Setting.id).where(
            Setting.partnership_id == principal.partnership_id, Setting.organisation_id.in_(hosts_at(principal))
        )
        query = query.where(
            or_(
                CalendarAddress.learner_id == principal.learner_id,
                CalendarAddress.setting_id.in_(own_settings),
            )
        )
    address = await session.scalar(query.with_for_update())
    if address is None:
        raise NotFound("Look it up in the list of calendar addresses.")
    return address


async def find_address(session: AsyncSession, secret_hash: bytes) -> CalendarAddress | None:
    """Within the partnership that the session is in."""
    query = select(CalendarAddress).where(
        CalendarAddress.secret_hash == secret_hash, CalendarAddress.revoked_at.is_(None)
    )
    found: CalendarAddress | None = await session.scalar(query)
    return found


async def placements_of(session: AsyncSession, address: CalendarAddress, today: date) -> Sequence[Placement]:
    """All that the calendar has ever shown, but for what ended long ago; a setting does not see what is not offered."""
    query = select(Placement).where(
        Placement.partnership_id == address.partnership_id, Placement.ends_on >= today - KEPT
    )
    if address.learner_id is not None:
        query = query.where(Placement.learner_id == address.learner_id)
    else:
        query = query.where(Placement.setting_id == address.setting_id, Placement.state != "proposed")
    return (await session.scalars(query.order_by(Placement.starts_on, Placement.id))).all()


async def find_postcodes(session: AsyncSession, placements: Sequence[Placement]) -> dict[UUID, str]:
    """Of the settings of the placements, by the setting's id."""
    ids = {each.setting_id for each in placements if each.setting_id is not None}
    rows = await session.execute(select(Setting.id, Setting.postcode).where(Setting.id.in_(ids)))
    return {row.id: row.postcode for row in rows}
