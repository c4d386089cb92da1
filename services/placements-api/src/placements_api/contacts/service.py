"""Changing contacts."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.access import check_may_change
from placements_api.contacts.models import OrganisationContacts
from placements_api.contacts.queries import find_contacts, get_contacts
from placements_api.contacts.schemas import ContactsRead, ContactsUpdate
from service_common import audit
from service_common.auth import Principal
from service_common.db import violations
from service_common.etags import check_version
from service_common.events import publish
from service_common.problems import VersionMismatch

_NAMED_MEANWHILE = {
    "organisation_contacts_organisation_unique": VersionMismatch(
        "Somebody else named the first contacts meanwhile. Look at them, then make your change again.",
        current_version=1,
    )
}


async def change_contacts(
    session: AsyncSession, principal: Principal, organisation_id: UUID, wanted: ContactsUpdate, seen_version: int
) -> ContactsRead:
    """Raises NotFound, Forbidden, VersionMismatch."""
    present = await get_contacts(session, principal, organisation_id)
    check_may_change(principal, organisation_id)
    row = await find_contacts(session, principal, organisation_id, for_update=True)
    check_version(row or present, seen_version)
    if row is None:
        row = OrganisationContacts(partnership_id=principal.partnership_id, organisation_id=organisation_id, version=0)
        session.add(row)
    row.contacts = wanted.model_dump(mode="json")["contacts"]
    row.version += 1
    with violations(_NAMED_MEANWHILE):
        await session.flush()
    await publish(session, "contacts.updated", organisation_id)
    await audit.record(session, principal, "contacts.updated", organisation_id)
    return await get_contacts(session, principal, organisation_id)
