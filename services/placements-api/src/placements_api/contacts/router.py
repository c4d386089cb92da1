"""HTTP for contacts."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from placements_api.access import CanChangeHosts, check_may_change
from placements_api.contacts import queries, service
from placements_api.contacts.schemas import ContactsRead, ContactsUpdate, PlacementContacts
from placements_api.placements.access import CanReadPlacements
from placements_api.placements.queries import get_placement
from service_common.db import SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems

router = APIRouter(tags=["contacts"])


@router.get(
    "/organisations/{organisation_id}/contacts",
    summary="Read whom an organisation names for what",
    response_model=ContactsRead,
    responses=problems(NotFound),
)
async def get_contacts(
    organisation_id: UUID, principal: CanChangeHosts, session: SessionDep, response: Response
) -> Any:
    """Employers read those of their own organisations. Apprentices read theirs at each placement."""
    contacts = await queries.get_contacts(session, principal, organisation_id)
    check_may_change(principal, organisation_id)
    set_etag(response, contacts)
    return contacts


@router.put(
    "/organisations/{organisation_id}/contacts",
    summary="Change whom an organisation names for what",
    response_model=ContactsRead,
    responses=problems(NotFound, VersionMismatch, PreconditionRequired),
)
async def update_contacts(
    organisation_id: UUID,
    wanted: ContactsUpdate,
    principal: CanChangeHosts,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """All topics at once; those left out fall back on the setting's contact, or on the next organisation in turn."""
    contacts = await service.change_contacts(session, principal, organisation_id, wanted, seen_version)
    set_etag(response, contacts)
    return contacts


@router.get(
    "/placements/{placement_id:uuid}/contacts",
    summary="Read whom to ask for what at a placement",
    response_model=PlacementContacts,
    responses=problems(NotFound),
)
async def get_placement_contacts(placement_id: UUID, principal: CanReadPlacements, session: SessionDep) -> Any:
    """Pay, absence, travel claims, learning, evidence, a concern, safeguarding: a person for each."""
    return await queries.contacts_at(session, await get_placement(session, principal, placement_id))
