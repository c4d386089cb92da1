"""HTTP for enrolments: reading them, starting one, and changing one."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from learners_api.clients.placements import Placements
from learners_api.clock import Today
from learners_api.cohorts.problems import CohortFull
from learners_api.enrolments import queries, service
from learners_api.enrolments.access import CanManageEnrolments, CanReadEnrolments
from learners_api.enrolments.problems import AlreadyEnrolled, EnrolmentEnded, EnrolmentOverlaps
from learners_api.enrolments.schemas import (
    EnrolmentAttention,
    EnrolmentChangeRead,
    EnrolmentCreate,
    EnrolmentRead,
    EnrolmentUpdate,
)
from learners_api.enrolments.states import EnrolmentState
from learners_api.learners.problems import UlnTaken
from service_common.db import ReaderDep, SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems
from service_common.types import SearchText

router = APIRouter(prefix="/enrolments", tags=["enrolments"])


@router.get("", summary="List enrolments", response_model=Page[EnrolmentRead])
async def list_enrolments(
    principal: CanReadEnrolments,
    reader: ReaderDep,
    paging: PagingDep,
    today: Today,
    q: Annotated[SearchText, Query(description="Words of the learner's name, or the ULN.")] = "",
    cohort_id: Annotated[UUID | None, Query(description="Only this cohort's.")] = None,
    learner_id: Annotated[UUID | None, Query(description="Only this learner's.")] = None,
    state: Annotated[EnrolmentState | None, Query(description="Only those in this state.")] = None,
    attention: Annotated[EnrolmentAttention | None, Query(description="Only open ones that need this.")] = None,
) -> Response:
    """By the learner's family name, then given names."""
    return await queries.list_enrolments(
        reader,
        principal,
        paging,
        today,
        q=q,
        cohort_id=cohort_id,
        learner_id=learner_id,
        state=state,
        attention=attention,
    )


@router.post(
    "",
    summary="Enrol a learner",
    status_code=201,
    response_model=EnrolmentRead,
    responses=problems(CohortFull, AlreadyEnrolled, EnrolmentOverlaps, UlnTaken, *ONCE_PROBLEMS),
)
async def enrol_learner(
    new: EnrolmentCreate, principal: CanManageEnrolments, session: SessionDep, once: Once, placements: Placements
) -> Response:
    """A learner whom the partnership knows, or a new one, starts in a cohort with a free place."""
    return await once.answer(session, EnrolmentRead, lambda: service.enrol_learner(session, principal, placements, new))


@router.get("/{enrolment_id}", summary="Read one enrolment", response_model=EnrolmentRead, responses=problems(NotFound))
async def get_enrolment(
    enrolment_id: UUID, principal: CanReadEnrolments, session: SessionDep, response: Response
) -> Any:
    enrolment = await queries.get_enrolment(session, principal, enrolment_id)
    set_etag(response, enrolment)
    return enrolment


@router.patch(
    "/{enrolment_id}",
    summary="Change the planned end or the employer of record",
    response_model=EnrolmentRead,
    responses=problems(NotFound, EnrolmentEnded, VersionMismatch, PreconditionRequired),
)
async def change_enrolment(
    enrolment_id: UUID,
    wanted: EnrolmentUpdate,
    principal: CanManageEnrolments,
    session: SessionDep,
    seen_version: SeenVersion,
    placements: Placements,
    today: Today,
    response: Response,
) -> Any:
    enrolment = await service.change_enrolment(
        session, principal, placements, enrolment_id, wanted, seen_version, today
    )
    set_etag(response, enrolment)
    return enrolment


@router.get(
    "/{enrolment_id}/changes",
    summary="Read an enrolment's history",
    response_model=Page[EnrolmentChangeRead],
    responses=problems(NotFound),
)
async def list_enrolment_changes(
    enrolment_id: UUID, principal: CanReadEnrolments, session: SessionDep, paging: PagingDep
) -> Any:
    """The latest entry first."""
    return await queries.list_changes(session, principal, paging, enrolment_id)
