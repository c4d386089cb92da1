"""HTTP for programmes."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from learners_api.programmes import queries, service
from learners_api.programmes.access import CanLookUpProgrammes, CanManageProgrammes, CanReadProgrammes
from learners_api.programmes.problems import ProgrammeNameTaken
from learners_api.programmes.schemas import (
    ProgrammeCreate,
    ProgrammeLookup,
    ProgrammeRead,
    ProgrammeSnapshots,
    ProgrammeSummary,
    ProgrammeUpdate,
)
from service_common.db import SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems

router = APIRouter(prefix="/programmes", tags=["programmes"])


@router.get("", summary="List programmes", response_model=Page[ProgrammeSummary])
async def list_programmes(principal: CanReadProgrammes, session: SessionDep, paging: PagingDep) -> Any:
    """By name."""
    return await queries.list_programmes(session, principal, paging)


@router.post(
    "",
    summary="Add a programme",
    status_code=201,
    response_model=ProgrammeRead,
    responses=problems(ProgrammeNameTaken, *ONCE_PROBLEMS),
)
async def create_programme(
    new: ProgrammeCreate, principal: CanManageProgrammes, session: SessionDep, once: Once
) -> Response:
    return await once.answer(session, ProgrammeRead, lambda: service.create_programme(session, principal, new))


@router.post("/lookup", summary="Look up programmes by id", response_model=ProgrammeSnapshots)
async def look_up_programmes(wanted: ProgrammeLookup, principal: CanLookUpProgrammes, session: SessionDep) -> Any:
    """For the read models of other services. Ids that do not exist are missing from the answer."""
    return {"items": await queries.find_programmes(session, principal, wanted.ids)}


@router.get(
    "/{programme_id:uuid}", summary="Read one programme", response_model=ProgrammeRead, responses=problems(NotFound)
)
async def get_programme(
    programme_id: UUID, principal: CanReadProgrammes, session: SessionDep, response: Response
) -> Any:
    programme = await queries.get_programme(session, principal, programme_id)
    set_etag(response, programme)
    return programme


@router.put(
    "/{programme_id:uuid}",
    summary="Change a programme",
    response_model=ProgrammeRead,
    responses=problems(NotFound, ProgrammeNameTaken, VersionMismatch, PreconditionRequired),
)
async def update_programme(
    programme_id: UUID,
    wanted: ProgrammeUpdate,
    principal: CanManageProgrammes,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    programme = await service.update_programme(session, principal, programme_id, wanted, seen_version)
    set_etag(response, programme)
    return programme
