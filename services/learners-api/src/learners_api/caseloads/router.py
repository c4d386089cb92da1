"""HTTP for caseloads."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from learners_api.caseloads import queries, service
from learners_api.caseloads.schemas import CaseloadRead, CaseloadUpdate
from learners_api.enrolments.access import CanManageEnrolments, CanReadEnrolments
from learners_api.enrolments.queries import get_enrolment
from service_common.db import SessionDep
from service_common.etags import SeenVersion, etag
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems

router = APIRouter(prefix="/enrolments/{enrolment_id}/caseload", tags=["caseloads"])


@router.get("", summary="Read who is on a learner's side", response_model=CaseloadRead, responses=problems(NotFound))
async def get_caseload(
    enrolment_id: UUID, principal: CanReadEnrolments, session: SessionDep, response: Response
) -> Any:
    """By role and name."""
    enrolment = await get_enrolment(session, principal, enrolment_id)
    supporters = await queries.find_supporters(session, principal, enrolment_id)
    response.headers["ETag"] = etag(enrolment.version)
    return {"enrolment_id": enrolment_id, "supporters": supporters, "version": enrolment.version}


@router.put(
    "",
    summary="Say who is on a learner's side",
    response_model=CaseloadRead,
    responses=problems(NotFound, VersionMismatch, PreconditionRequired),
)
async def assign_caseload(
    enrolment_id: UUID,
    wanted: CaseloadUpdate,
    principal: CanManageEnrolments,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """Replaces all of them. `If-Match` is the enrolment's version."""
    caseload = await service.assign_caseload(session, principal, enrolment_id, wanted, seen_version)
    response.headers["ETag"] = etag(caseload["version"])
    return caseload
