"""HTTP for public keys."""

from typing import Any

from fastapi import APIRouter, Request

from identity_api.desk import DeskDep
from identity_api.keys.schemas import KeySet

router = APIRouter(tags=["tokens"])


@router.get("/jwks", summary="Read the keys that tokens verify with", response_model=KeySet)
async def get_jwks(request: Request, desk: DeskDep) -> Any:
    """All keys that sign now, will sign next, or signed lately. Ask again when a token names one that you lack."""
    keys = await request.app.state.key_ring.public_keys(desk)
    return {"keys": list(keys.values())}
