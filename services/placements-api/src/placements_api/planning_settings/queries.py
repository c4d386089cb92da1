"""Every SELECT of planning settings."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.planning_settings.models import PlanningSettings
from placements_api.planning_settings.schemas import PlanningSettingsRead, PlanningWishes
from placements_api.programmes.queries import get_programme
from service_common.auth import Principal


async def find_planning_settings(
    session: AsyncSession, principal: Principal, programme_id: UUID, *, for_update: bool = False
) -> PlanningSettings | None:
    query = select(PlanningSettings).where(
        PlanningSettings.partnership_id == principal.partnership_id, PlanningSettings.programme_id == programme_id
    )
    found: PlanningSettings | None = await session.scalar(query.with_for_update() if for_update else query)
    return found


async def get_planning_settings(
    session: AsyncSession, principal: Principal, programme_id: UUID
) -> PlanningSettingsRead:
    """The defaults at version 0 while nothing was changed. Raises NotFound for a programme that is not known."""
    await get_programme(session, principal, programme_id)
    return describe(programme_id, await find_planning_settings(session, principal, programme_id))


def describe(programme_id: UUID, row: PlanningSettings | None) -> PlanningSettingsRead:
    wishes = PlanningWishes() if row is None else PlanningWishes.model_validate(row.wishes)
    version = 0 if row is None else row.version
    return PlanningSettingsRead(programme_id=programme_id, version=version, **wishes.model_dump())
