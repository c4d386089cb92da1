"""HTTP for what happens to an enrolment between its start and its end.

Each address takes the version that was looked at, so sending a request again does not do the same thing twice.
"""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from learners_api.clock import Today
from learners_api.cohorts.problems import CohortFull
from learners_api.enrolments import service
from learners_api.enrolments.access import CanManageEnrolments
from learners_api.enrolments.problems import EnrolmentEnded, EnrolmentNotOnBreak, EnrolmentOnBreak
from learners_api.enrolments.schemas import Break, Completion, EnrolmentRead, Return, Transfer, Withdrawal
from service_common.db import SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems

router = APIRouter(prefix="/enrolments/{enrolment_id}", tags=["enrolments"])

_ALWAYS = (NotFound, EnrolmentEnded, VersionMismatch, PreconditionRequired)


@router.post("/withdrawal", summary="Withdraw a learner", response_model=EnrolmentRead, responses=problems(*_ALWAYS))
async def withdraw_learner(
    enrolment_id: UUID,
    leave: Withdrawal,
    principal: CanManageEnrolments,
    session: SessionDep,
    seen_version: SeenVersion,
    today: Today,
    response: Response,
) -> Any:
    """The learner leaves before the end; the place is free again."""
    enrolment = await service.withdraw_learner(session, principal, enrolment_id, leave, seen_version, today)
    set_etag(response, enrolment)
    return enrolment


@router.post(
    "/break",
    summary="Start a break in learning",
    response_model=EnrolmentRead,
    responses=problems(*_ALWAYS, EnrolmentOnBreak),
)
async def start_break(
    enrolment_id: UUID,
    pause: Break,
    principal: CanManageEnrolments,
    session: SessionDep,
    seen_version: SeenVersion,
    today: Today,
    response: Response,
) -> Any:
    """The learner pauses and keeps the place."""
    enrolment = await service.start_break(session, principal, enrolment_id, pause, seen_version, today)
    set_etag(response, enrolment)
    return enrolment


@router.post(
    "/return",
    summary="Return from a break",
    response_model=EnrolmentRead,
    responses=problems(*_ALWAYS, EnrolmentNotOnBreak),
)
async def return_from_break(
    enrolment_id: UUID,
    back: Return,
    principal: CanManageEnrolments,
    session: SessionDep,
    seen_version: SeenVersion,
    today: Today,
    response: Response,
) -> Any:
    """The learner goes on, with a new planned end."""
    enrolment = await service.return_from_break(session, principal, enrolment_id, back, seen_version, today)
    set_etag(response, enrolment)
    return enrolment


@router.post(
    "/transfer",
    summary="Transfer a learner to another cohort",
    response_model=EnrolmentRead,
    responses=problems(*_ALWAYS, CohortFull),
)
async def transfer_learner(
    enrolment_id: UUID,
    move: Transfer,
    principal: CanManageEnrolments,
    session: SessionDep,
    seen_version: SeenVersion,
    today: Today,
    response: Response,
) -> Any:
    """The enrolment goes on in a cohort with a free place."""
    enrolment = await service.transfer_learner(session, principal, enrolment_id, move, seen_version, today)
    set_etag(response, enrolment)
    return enrolment


@router.post(
    "/completion",
    summary="Complete an enrolment",
    response_model=EnrolmentRead,
    responses=problems(*_ALWAYS, EnrolmentOnBreak),
)
async def complete_enrolment(
    enrolment_id: UUID,
    end: Completion,
    principal: CanManageEnrolments,
    session: SessionDep,
    seen_version: SeenVersion,
    today: Today,
    response: Response,
) -> Any:
    """The learner reached the end, and achieved the qualification or not."""
    enrolment = await service.complete_enrolment(session, principal, enrolment_id, end, seen_version, today)
    set_etag(response, enrolment)
    return enrolment
