"""HTTP for cohorts."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from learners_api.clock import Today
from learners_api.cohorts import queries, service
from learners_api.cohorts.access import CanLookUpCohorts, CanManageCohorts, CanReadCohorts
from learners_api.cohorts.problems import CohortHoldsMore, CohortNameTaken
from learners_api.cohorts.schemas import (
    CohortAttention,
    CohortCreate,
    CohortLookup,
    CohortRead,
    CohortSnapshots,
    CohortState,
    CohortUpdate,
)
from service_common.db import SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems
from service_common.types import SearchText

router = APIRouter(prefix="/cohorts", tags=["cohorts"])


@router.get("", summary="List cohorts", response_model=Page[CohortRead])
async def list_cohorts(
    principal: CanReadCohorts,
    session: SessionDep,
    paging: PagingDep,
    today: Today,
    q: Annotated[SearchText, Query(description="Words of the cohort's or the programme's name.")] = "",
    programme_id: Annotated[UUID | None, Query(description="Only cohorts of this programme.")] = None,
    state: Annotated[CohortState | None, Query(description="Only cohorts that are so today.")] = None,
    attention: Annotated[CohortAttention | None, Query(description="Only cohorts that need this.")] = None,
) -> Any:
    """The latest start first."""
    return await queries.list_cohorts(
        session, principal, paging, today, q=q, programme_id=programme_id, state=state, attention=attention
    )


@router.post(
    "",
    summary="Open a cohort",
    status_code=201,
    response_model=CohortRead,
    responses=problems(CohortNameTaken, *ONCE_PROBLEMS),
)
async def create_cohort(
    new: CohortCreate, principal: CanManageCohorts, session: SessionDep, once: Once, today: Today
) -> Response:
    return await once.answer(session, CohortRead, lambda: service.create_cohort(session, principal, new, today))


@router.post("/lookup", summary="Look up cohorts by id", response_model=CohortSnapshots)
async def look_up_cohorts(wanted: CohortLookup, principal: CanLookUpCohorts, session: SessionDep) -> Any:
    """For the read models of other services. Ids that do not exist are missing from the answer."""
    return {"items": await queries.find_cohorts(session, principal, wanted.ids)}


@router.get("/{cohort_id:uuid}", summary="Read one cohort", response_model=CohortRead, responses=problems(NotFound))
async def get_cohort(
    cohort_id: UUID, principal: CanReadCohorts, session: SessionDep, today: Today, response: Response
) -> Any:
    cohort = await queries.get_cohort(session, principal, cohort_id, today)
    set_etag(response, cohort)
    return cohort


@router.put(
    "/{cohort_id:uuid}",
    summary="Change a cohort",
    response_model=CohortRead,
    responses=problems(NotFound, CohortNameTaken, CohortHoldsMore, VersionMismatch, PreconditionRequired),
)
async def update_cohort(
    cohort_id: UUID,
    wanted: CohortUpdate,
    principal: CanManageCohorts,
    session: SessionDep,
    seen_version: SeenVersion,
    today: Today,
    response: Response,
) -> Any:
    cohort = await service.update_cohort(session, principal, cohort_id, wanted, seen_version, today)
    set_etag(response, cohort)
    return cohort
