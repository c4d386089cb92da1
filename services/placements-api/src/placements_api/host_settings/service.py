"""Changing settings and what they can take."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.access import check_may_change, may_change
from placements_api.host_settings.models import Setting, SettingCapacity, SettingClosure
from placements_api.host_settings.problems import SettingNameTaken
from placements_api.host_settings.queries import describe_setting, get_setting
from placements_api.host_settings.schemas import CapacityUpdate, SettingCreate, SettingRead, SettingUpdate
from service_common import audit
from service_common.auth import Principal
from service_common.db import violations
from service_common.etags import check_version
from service_common.events import publish
from service_common.problems import InvalidInput

_CHOOSE_ORGANISATION = InvalidInput([("/organisation_id", "Choose one of the organisations that you may change.")])
_VIOLATIONS = {
    "settings_name_unique": SettingNameTaken("Use another name, or change the setting that has it."),
    "settings_organisation_fkey": _CHOOSE_ORGANISATION,
}
_OVERLAPS = {
    "setting_capacities_overlap": InvalidInput(
        [("/periods", "Two of the periods share a day: let one end before the next begins.")]
    ),
    "setting_closures_overlap": InvalidInput([("/closures", "Two of the closures share a week: put them together.")]),
}


async def add_setting(session: AsyncSession, principal: Principal, new: SettingCreate) -> SettingRead:
    """Add a place to an organisation. Raises SettingNameTaken, InvalidInput."""
    if not may_change(principal, new.organisation_id):
        raise _CHOOSE_ORGANISATION
    setting = Setting(partnership_id=principal.partnership_id, organisation_id=new.organisation_id, **_columns(new))
    session.add(setting)
    with violations(_VIOLATIONS):
        await session.flush()
    await session.refresh(setting)
    return await _tell(session, principal, setting, "setting.created")


async def change_setting(
    session: AsyncSession, principal: Principal, setting_id: UUID, wanted: SettingUpdate, seen_version: int
) -> SettingRead:
    """Bring the record to what is wanted. Raises NotFound, Forbidden, VersionMismatch, SettingNameTaken."""
    setting = await _setting_to_change(session, principal, setting_id, seen_version)
    for name, value in _columns(wanted).items():
        setattr(setting, name, value)
    with violations(_VIOLATIONS):
        await session.flush()
    return await _tell(session, principal, setting, "setting.updated")


async def change_capacity(
    session: AsyncSession, principal: Principal, setting_id: UUID, wanted: CapacityUpdate, seen_version: int
) -> SettingRead:
    """Put the wanted periods and closures in place of those there are.

    Raises NotFound, Forbidden, VersionMismatch, and InvalidInput where they overlap.
    """
    setting = await _setting_to_change(session, principal, setting_id, seen_version)
    of_setting = {"partnership_id": setting.partnership_id, "setting_id": setting.id}
    for table in (SettingCapacity, SettingClosure):
        await session.execute(delete(table).filter_by(**of_setting))
    session.add_all(SettingCapacity(**of_setting, **period.model_dump()) for period in wanted.periods)
    session.add_all(SettingClosure(**of_setting, **closure.model_dump()) for closure in wanted.closures)
    with violations(_OVERLAPS):
        await session.flush()
    return await _tell(session, principal, setting, "setting.updated")


async def _setting_to_change(
    session: AsyncSession, principal: Principal, setting_id: UUID, seen_version: int
) -> Setting:
    setting = await get_setting(session, principal, setting_id, for_update=True)
    check_may_change(principal, setting.organisation_id)
    check_version(setting, seen_version)
    setting.version += 1
    return setting


async def _tell(session: AsyncSession, principal: Principal, setting: Setting, what: str) -> SettingRead:
    described = await describe_setting(session, principal, setting)
    await publish(session, what, setting.id, organisation_id=setting.organisation_id)
    await audit.record(session, principal, what, setting.id)
    return described


def _columns(wanted: SettingUpdate) -> dict[str, Any]:
    columns = wanted.model_dump(mode="json", exclude={"organisation_id", "position"})
    position = wanted.position.model_dump() if wanted.position else {"latitude": None, "longitude": None}
    return columns | position
