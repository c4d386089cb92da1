"""HTTP for needs."""

from typing import Any

from fastapi import APIRouter

from learners_api.clock import Today
from learners_api.needs import service
from learners_api.needs.access import CanReadNeeds
from learners_api.needs.schemas import NeedsRead
from service_common.db import SessionDep

router = APIRouter(prefix="/needs", tags=["needs"])


@router.get("", summary="Read what needs me", response_model=NeedsRead)
async def get_needs(principal: CanReadNeeds, session: SessionDep, today: Today) -> Any:
    """For the home page of each role."""
    return await service.gather_needs(session, principal, today)
