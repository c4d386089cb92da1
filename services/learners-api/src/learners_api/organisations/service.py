"""Getting to know organisations."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.clients.placements import PlacementsClient
from learners_api.organisations.models import Organisation
from learners_api.organisations.queries import find_organisation
from learners_api.organisations.read_model import store_organisations
from service_common.auth import Principal


async def meet_organisation(
    session: AsyncSession, principal: Principal, placements: PlacementsClient, organisation_id: UUID
) -> Organisation | None:
    """The organisation, asked of placements-api when its feed has not told us yet; None when nobody knows it.

    Call it before the request's first write: it may wait for another service. Raises Unavailable when that service
    is needed and away.
    """
    known = await find_organisation(session, principal, organisation_id)
    if known is not None or principal.partnership_id is None:
        return known
    found = await placements.look_up_organisations(principal.partnership_id, [organisation_id])
    await store_organisations(session, principal.partnership_id, [organisation_id], found)
    return await find_organisation(session, principal, organisation_id)
