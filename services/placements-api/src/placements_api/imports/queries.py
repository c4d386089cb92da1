"""Every SELECT of imports."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.host_settings import queries as host_settings
from placements_api.host_settings.models import Setting, SettingCapacity, SettingClosure
from placements_api.host_settings.schemas import CapacityPeriod, Closure
from placements_api.imports.capacity_table import AnyLine
from placements_api.organisations import queries as organisations
from placements_api.organisations.models import Organisation
from service_common.auth import Principal


async def list_organisations(session: AsyncSession, principal: Principal, *, lock: bool) -> Sequence[Organisation]:
    """All, by name."""
    query = organisations.visible_to(principal).order_by(Organisation.name, Organisation.id)
    return (await session.scalars(query.with_for_update() if lock else query)).all()


async def list_settings(session: AsyncSession, principal: Principal, *, lock: bool) -> Sequence[Setting]:
    """All, by name."""
    query = host_settings.visible_to(principal).order_by(Setting.name, Setting.id)
    return (await session.scalars(query.with_for_update() if lock else query)).all()


async def find_capacities(
    session: AsyncSession, principal: Principal, setting_ids: Collection[UUID]
) -> Mapping[UUID, list[AnyLine]]:
    """By setting, which the caller has found visible: its periods and then its closures, each by their first day."""
    found: dict[UUID, list[AnyLine]] = defaultdict(list)
    of_partnership = {"partnership_id": principal.partnership_id}
    periods = select(SettingCapacity).filter_by(**of_partnership).where(SettingCapacity.setting_id.in_(setting_ids))
    for period in await session.scalars(periods.order_by(SettingCapacity.starts_on)):
        found[period.setting_id].append(CapacityPeriod.model_validate(period))
    closures = select(SettingClosure).filter_by(**of_partnership).where(SettingClosure.setting_id.in_(setting_ids))
    for closure in await session.scalars(closures.order_by(SettingClosure.week_of)):
        found[closure.setting_id].append(Closure.model_validate(closure))
    return found
