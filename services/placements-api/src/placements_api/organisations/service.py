"""Changing organisations."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.organisations.models import Organisation
from placements_api.organisations.problems import OrganisationNameTaken
from placements_api.organisations.queries import get_organisation
from placements_api.organisations.schemas import OrganisationCreate, OrganisationUpdate
from service_common import audit
from service_common.auth import Principal
from service_common.db import violations
from service_common.etags import check_version
from service_common.events import publish

_NAME_TAKEN = {
    "organisations_partnership_id_name_unique": OrganisationNameTaken("Use another name, or change the one there is.")
}


async def add_organisation(session: AsyncSession, principal: Principal, new: OrganisationCreate) -> Organisation:
    """Take a member into the partnership. Raises OrganisationNameTaken."""
    organisation = Organisation(partnership_id=principal.partnership_id, **new.model_dump(mode="json"))
    session.add(organisation)
    with violations(_NAME_TAKEN):
        await session.flush()
    await session.refresh(organisation)
    await publish(session, "organisation.created", organisation.id)
    await audit.record(session, principal, "organisation.created", organisation.id)
    return organisation


async def change_organisation(
    session: AsyncSession, principal: Principal, organisation_id: UUID, wanted: OrganisationUpdate, seen_version: int
) -> Organisation:
    """Bring the record to what is wanted. Raises NotFound, VersionMismatch, OrganisationNameTaken."""
    organisation = await get_organisation(session, principal, organisation_id, for_update=True)
    check_version(organisation, seen_version)
    for field, value in wanted.model_dump(mode="json").items():
        setattr(organisation, field, value)
    organisation.version += 1
    with violations(_NAME_TAKEN):
        await session.flush()
    await publish(session, "organisation.updated", organisation.id)
    await audit.record(session, principal, "organisation.updated", organisation.id)
    return organisation
