"""Changing how a programme is planned."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.planning_settings.models import PlanningSettings
from placements_api.planning_settings.queries import describe, find_planning_settings
from placements_api.planning_settings.schemas import PlanningSettingsRead, PlanningWishes
from placements_api.programmes.queries import get_programme
from service_common import audit
from service_common.auth import Principal
from service_common.db import violations
from service_common.etags import check_version
from service_common.problems import VersionMismatch

_CHANGED_AT_ONCE = VersionMismatch(
    "Somebody changed this at the same moment. Look at the current version, then make your change again.",
    current_version=1,
)


async def change_planning_settings(
    session: AsyncSession, principal: Principal, programme_id: UUID, wanted: PlanningWishes, seen_version: int
) -> PlanningSettingsRead:
    """All of them at once. Raises NotFound, VersionMismatch."""
    await get_programme(session, principal, programme_id)
    row = await find_planning_settings(session, principal, programme_id, for_update=True)
    check_version(describe(programme_id, row), seen_version)
    if row is None:
        row = PlanningSettings(partnership_id=principal.partnership_id, programme_id=programme_id, version=0)
        session.add(row)
    row.wishes = wanted.model_dump(mode="json")
    row.version += 1
    with violations({"planning_settings_programme_unique": _CHANGED_AT_ONCE}):
        await session.flush()
    await audit.record(session, principal, "planning_settings.updated", programme_id)
    return describe(programme_id, row)
