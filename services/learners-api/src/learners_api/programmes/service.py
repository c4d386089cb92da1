"""Changing programmes."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.programmes.models import Programme
from learners_api.programmes.problems import ProgrammeNameTaken
from learners_api.programmes.queries import get_programme
from learners_api.programmes.schemas import ProgrammeCreate, ProgrammeUpdate
from service_common import audit
from service_common.auth import Principal
from service_common.db import violations
from service_common.etags import check_version
from service_common.events import publish

_VIOLATIONS = {
    "programmes_name_unique": ProgrammeNameTaken("Use another name, or change the programme that has it."),
}


async def create_programme(session: AsyncSession, principal: Principal, new: ProgrammeCreate) -> Programme:
    """Begin to offer a programme. Raises ProgrammeNameTaken."""
    programme = Programme(partnership_id=principal.partnership_id, **new.model_dump(mode="json"))
    session.add(programme)
    with violations(_VIOLATIONS):
        await session.flush()
    await publish(session, "programme.created", programme.id)
    await audit.record(session, principal, "programme.created", programme.id)
    return programme


async def update_programme(
    session: AsyncSession, principal: Principal, programme_id: UUID, wanted: ProgrammeUpdate, seen_version: int
) -> Programme:
    """Bring a programme to what is wanted. Raises NotFound, VersionMismatch, ProgrammeNameTaken."""
    programme = await get_programme(session, principal, programme_id, for_update=True)
    check_version(programme, seen_version)
    for field, value in wanted.model_dump(mode="json").items():
        setattr(programme, field, value)
    programme.version += 1
    with violations(_VIOLATIONS):
        await session.flush()
    await publish(session, "programme.updated", programme.id)
    await audit.record(session, principal, "programme.updated", programme.id)
    return programme
