"""HTTP for apprentices."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from placements_api.apprentices import queries
from placements_api.apprentices.access import CanReadApprentices
from placements_api.apprentices.schemas import ApprenticeRead
from service_common.db import ReaderDep
from service_common.pagination import Page, PagingDep

router = APIRouter(prefix="/apprentices", tags=["apprentices"])


@router.get("", summary="List apprentices as the planner knows them", response_model=Page[ApprenticeRead])
async def list_apprentices(
    principal: CanReadApprentices,
    reader: ReaderDep,
    paging: PagingDep,
    cohort_id: Annotated[UUID | None, Query(description="Only this cohort's.")] = None,
) -> Response:
    """By name. Coordinators see all, employers those whom they employ, apprentices themselves."""
    return await queries.list_apprentices(reader, principal, paging, cohort_id=cohort_id)
