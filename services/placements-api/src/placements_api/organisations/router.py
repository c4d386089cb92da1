"""HTTP for organisations."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from placements_api.organisations import queries, service
from placements_api.organisations.access import CanManageOrganisations, CanReadOrganisations
from placements_api.organisations.problems import OrganisationNameTaken
from placements_api.organisations.schemas import (
    OrganisationCreate,
    OrganisationLookup,
    OrganisationRead,
    OrganisationSummaries,
    OrganisationUpdate,
)
from service_common.db import ReaderDep, SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems
from service_common.types import SearchText

router = APIRouter(prefix="/organisations", tags=["organisations"])


@router.get("", summary="List the partnership's organisations", response_model=Page[OrganisationRead])
async def list_organisations(
    principal: CanReadOrganisations,
    reader: ReaderDep,
    paging: PagingDep,
    q: Annotated[SearchText, Query(description="Words of the name.")] = "",
) -> Response:
    """By name."""
    return await queries.list_organisations(reader, principal, paging, q=q)


@router.post(
    "",
    summary="Add an organisation",
    status_code=201,
    response_model=OrganisationRead,
    responses=problems(OrganisationNameTaken, *ONCE_PROBLEMS),
)
async def create_organisation(
    new: OrganisationCreate, principal: CanManageOrganisations, session: SessionDep, once: Once
) -> Response:
    return await once.answer(session, OrganisationRead, lambda: service.add_organisation(session, principal, new))


@router.post("/lookup", summary="Look up organisations by id", response_model=OrganisationSummaries)
async def look_up_organisations(
    wanted: OrganisationLookup, principal: CanReadOrganisations, session: SessionDep
) -> Any:
    """For the read models of other services. Ids that do not exist are missing from the answer."""
    return {"items": await queries.find_organisations(session, principal, wanted.ids)}


@router.get(
    "/{organisation_id:uuid}",
    summary="Read one organisation",
    response_model=OrganisationRead,
    responses=problems(NotFound),
)
async def get_organisation(
    organisation_id: UUID, principal: CanReadOrganisations, session: SessionDep, response: Response
) -> Any:
    organisation = await queries.get_organisation(session, principal, organisation_id)
    set_etag(response, organisation)
    return organisation


@router.put(
    "/{organisation_id:uuid}",
    summary="Change an organisation",
    response_model=OrganisationRead,
    responses=problems(NotFound, OrganisationNameTaken, VersionMismatch, PreconditionRequired),
)
async def update_organisation(
    organisation_id: UUID,
    wanted: OrganisationUpdate,
    principal: CanManageOrganisations,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    organisation = await service.change_organisation(session, principal, organisation_id, wanted, seen_version)
    set_etag(response, organisation)
    return organisation
