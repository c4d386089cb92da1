"""Every SELECT of settings."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import Response
from pydantic import TypeAdapter
from sqlalchemy import Select, and_, any_, bindparam, func, join, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.access import only_organisations, sees_people
from placements_api.host_settings.models import Setting, SettingCapacity, SettingClosure
from placements_api.host_settings.schemas import CapacityPeriod, Closure, SettingRead, SettingSummary
from placements_api.host_settings.shifts import AnyShiftPattern, ShiftPattern, working_time
from placements_api.organisations.models import Organisation
from service_common.auth import Principal
from service_common.db import Reader
from service_common.json_lists import JsonList
from service_common.pagination import Paging
from service_common.problems import NotFound

_OF_ORGANISATION = and_(
    Organisation.partnership_id == Setting.partnership_id, Organisation.id == Setting.organisation_id
)
_SHIFTS: TypeAdapter[AnyShiftPattern] = TypeAdapter(ShiftPattern)
_TYPED = func.lower(bindparam("q"))

_SETTINGS = JsonList(
    SettingSummary,
    {
        "id": Setting.id,
        "organisation_id": Setting.organisation_id,
        "organisation_name": Organisation.name,
        "name": Setting.name,
        "kind": Setting.kind,
        "sector": Setting.sector,
        "postcode": Setting.postcode,
        "minimum_age": Setting.minimum_age,
        "version": Setting.version,
    },
    source=join(Setting, Organisation, _OF_ORGANISATION),
    order_by=(Setting.name, Setting.id),
    filters={
        "partnership_id": Setting.partnership_id == bindparam("partnership_id"),
        "visible": Setting.organisation_id == any_(bindparam("visible")),
        "organisation_id": Setting.organisation_id == bindparam("organisation_id"),
        "kind": Setting.kind == bindparam("kind"),
        "q": or_(
            func.strpos(func.lower(Setting.name), _TYPED) > 0,
            func.strpos(func.lower(Organisation.name), _TYPED) > 0,
            func.strpos(func.lower(Setting.postcode), _TYPED) > 0,
        ),
    },
)


async def list_settings(
    reader: Reader,
    principal: Principal,
    paging: Paging,
    *,
    q: str,
    organisation_id: UUID | None,
    kind: str | None,
) -> Response:
    return await _SETTINGS.page(
        reader,
        paging,
        partnership_id=principal.partnership_id,
        visible=only_organisations(principal),
        organisation_id=organisation_id,
        kind=kind,
        q=q or None,
    )


def visible_to(principal: Principal) -> Select[Setting]:
    query = select(Setting).where(Setting.partnership_id == principal.partnership_id)
    own = only_organisations(principal)
    return query if own is None else query.where(Setting.organisation_id.in_(own))


async def get_setting(
    session: AsyncSession, principal: Principal, setting_id: UUID, *, for_update: bool = False
) -> Setting:
    """Raises NotFound."""
    query = visible_to(principal).where(Setting.id == setting_id)
    setting = await session.scalar(query.with_for_update() if for_update else query)
    if setting is None:
        raise NotFound("Look it up in the list of settings.")
    return setting


async def list_periods(session: AsyncSession, setting: Setting) -> Sequence[CapacityPeriod]:
    """By their first day."""
    query = select(SettingCapacity).where(
        SettingCapacity.partnership_id == setting.partnership_id, SettingCapacity.setting_id == setting.id
    )
    rows = await session.scalars(query.order_by(SettingCapacity.starts_on))
    return [CapacityPeriod.model_validate(row) for row in rows]


async def list_closures(session: AsyncSession, setting: Setting) -> Sequence[Closure]:
    """By their first week."""
    query = select(SettingClosure).where(
        SettingClosure.partnership_id == setting.partnership_id, SettingClosure.setting_id == setting.id
    )
    rows = await session.scalars(query.order_by(SettingClosure.week_of))
    return [Closure.model_validate(row) for row in rows]


async def describe_setting(session: AsyncSession, principal: Principal, setting: Setting) -> SettingRead:
    """The setting as the principal sees it."""
    names = select(Organisation.name).where(
        Organisation.partnership_id == setting.partnership_id, Organisation.id == setting.organisation_id
    )
    own = {name: getattr(setting, name) for name in SettingRead.model_fields if hasattr(setting, name)}
    if not sees_people(principal, setting.organisation_id):
        own |= {"mentors": None, "contact": None}
    position = {"latitude": setting.latitude, "longitude": setting.longitude}
    return SettingRead.model_validate(
        own
        | {
            "organisation_name": (await session.scalars(names)).one(),
            "position": None if setting.latitude is None else position,
            "working_time": working_time(_SHIFTS.validate_python(setting.shift_pattern)),
            "periods": await list_periods(session, setting),
            "closures": await list_closures(session, setting),
        }
    )
