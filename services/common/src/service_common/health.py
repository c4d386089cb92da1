"""`/health/live`: the process runs. `/health/ready`: it can do its work. `/metrics`: Prometheus text."""

import time
from functools import cache

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, Counter, Histogram, generate_latest
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from service_common.problems import Unavailable, problems

REQUESTS = Counter("http_requests_total", "Requests answered", ["method", "route", "status"])
SECONDS = Histogram("http_request_seconds", "Time to answer", ["method", "route"])

router = APIRouter(include_in_schema=False)

_ROLE_IS_BOUND = text("SELECT NOT (rolsuper OR rolbypassrls) FROM pg_roles WHERE rolname = current_user")


class Health(BaseModel):
    status: str


@router.get("/health/live", summary="Is the process alive?")
async def live() -> Health:
    return Health(status="live")


@router.get("/health/ready", summary="Can it do its work?", responses=problems(Unavailable))
async def ready(request: Request) -> Health:
    """Ready when the database answers and its row-level security binds us."""
    try:
        async with request.app.state.sessions() as session:
            bound = (await session.execute(_ROLE_IS_BOUND)).scalar_one()
    except (DBAPIError, PoolTimeoutError, OSError) as error:
        raise Unavailable("The database does not answer.") from error
    if not bound:
        raise Unavailable("The database role bypasses row-level security: give the service its own login role.")
    return Health(status="ready")


@router.get("/metrics", summary="Figures for Prometheus")
async def metrics() -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


def observe(method: str, route: str, status: int, began_at: float) -> None:
    """Count a request; `route` is the pattern, so that ids make no new series."""
    requests, seconds = _series(method, route, status)
    requests.inc()
    seconds.observe(time.perf_counter() - began_at)


@cache
def _series(method: str, route: str, status: int) -> tuple[Counter, Histogram]:
    return REQUESTS.labels(method, route, str(status)), SECONDS.labels(method, route)
