"""HTTP for an apprentice's own placements."""

from typing import Any

from fastapi import APIRouter

from placements_api.own_placements.schemas import OwnPlacements
from placements_api.own_placements.service import describe_own_placements
from placements_api.placements.access import IsApprentice
from service_common.db import SessionDep

router = APIRouter(prefix="/me", tags=["placements"])


@router.get("/placements", summary="Read one's own placements", response_model=OwnPlacements)
async def list_own_placements(principal: IsApprentice, session: SessionDep) -> Any:
    """For apprentices: where they are, where they go next, and how to get there."""
    return await describe_own_placements(session, principal)
