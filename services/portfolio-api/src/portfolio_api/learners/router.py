"""HTTP for learners."""

from fastapi import APIRouter, Response

from portfolio_api.learners import queries
from portfolio_api.learners.access import CanReadLearners
from portfolio_api.learners.schemas import LearnerRead
from service_common.db import ReaderDep
from service_common.pagination import Page, PagingDep

router = APIRouter(prefix="/learners", tags=["learners"])


@router.get("", summary="List learners as assessment knows them", response_model=Page[LearnerRead])
async def list_learners(principal: CanReadLearners, reader: ReaderDep, paging: PagingDep) -> Response:
    """By name. Employers see those whom they employ, assessors and tutors their caseload, apprentices themselves."""
    return await queries.list_learners(reader, principal, paging)
