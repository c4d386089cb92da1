"""The event feed: what happened, in an order from which nothing is ever missing.

In the transaction of a change, `publish` adds a row to `system.events`. A row takes its position in the feed when no
transaction that began before it can still commit (its `xid` is below every running one), so a cursor never passes an
event that appears later; readers give the positions out as they come by. Events are thin: they name a subject, and a
reader who needs more asks for it and gets the present state.

Source: CloudEvents 1.0 (attributes); PostgreSQL manual, "System Information Functions" (pg_snapshot_xmin).
"""

import asyncio
import json
import time
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, Field
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from service_common.auth import Principal, current_principal
from service_common.db import DataScope, transaction
from service_common.problems import Forbidden, problems

MAX_BATCH = 500
MAX_WAIT_SECONDS = 25
POLL_SECONDS = 0.25

_PUBLISH = text(
    "INSERT INTO system.events (partnership_id, type, subject, data)"
    " VALUES (CAST(nullif(current_setting('app.partnership_id', true), '') AS uuid), :type, :subject,"
    " CAST(:data AS jsonb))"
)
_NUMBER = text("SELECT system.number_events()")
_READ = text(
    "SELECT position, event_id, partnership_id, type, subject, occurred_at, data FROM system.events"
    " WHERE position > :after ORDER BY position LIMIT :limit"
)

Cursor = Annotated[int, Field(ge=0, le=2**63 - 1)]


class Event(BaseModel):
    """Something that happened; CloudEvents 1.0 in JSON form."""

    specversion: Literal["1.0"] = "1.0"
    id: UUID
    source: str = Field(examples=["/api/learners/v1"])
    type: str = Field(examples=["enrolment.started"])
    subject: UUID = Field(description="The id of the thing that it happened to.")
    time: datetime
    partnershipid: UUID = Field(description="Extension attribute: the partnership that it belongs to.")
    data: dict[str, Any] = Field(description="Ids and codes, no personal data.")


class EventBatch(BaseModel):
    """Events in feed order. Keep `cursor` and send it as `after` next time."""

    items: list[Event]
    cursor: Cursor


async def publish(session: AsyncSession, type_: str, subject: UUID, **data: Any) -> None:
    """Add an event to the feed in the present transaction and partnership. `data` holds ids and codes only."""
    await session.execute(_PUBLISH, {"type": type_, "subject": subject, "data": json.dumps(data, default=str)})


async def read_events(session: AsyncSession, after: int, limit: int, source: str) -> EventBatch:
    """The events behind the cursor that can be read now; may be empty."""
    await session.execute(_NUMBER)
    rows = (await session.execute(_READ, {"after": after, "limit": limit})).all()
    items = [
        Event(
            id=row.event_id,
            source=source,
            type=row.type,
            subject=row.subject,
            time=row.occurred_at,
            partnershipid=row.partnership_id,
            data=row.data,
        )
        for row in rows
    ]
    return EventBatch(items=items, cursor=rows[-1].position if rows else after)


async def _feed_reader(principal: Annotated[Principal, Depends(current_principal)]) -> Principal:
    if principal.kind == "service" or "events:read" in principal.scopes:
        return principal
    raise Forbidden("The feed is for partner systems with the scope events:read.")


def events_router(source: str) -> APIRouter:
    """`GET /events`: the service's feed, with long polling."""
    router = APIRouter(tags=["events"])

    @router.get("/events", summary="Read the event feed", responses=problems(Forbidden))
    async def list_events(
        request: Request,
        principal: Annotated[Principal, Depends(_feed_reader)],
        after: Annotated[Cursor, Query(description="`cursor` of the batch before; 0 to start anew.")] = 0,
        limit: Annotated[int, Query(ge=1, le=MAX_BATCH)] = 100,
        wait: Annotated[int, Query(ge=0, le=MAX_WAIT_SECONDS, description="Seconds to wait for a first event.")] = 0,
    ) -> EventBatch:
        """Events after the cursor, oldest first. With `wait`, an empty feed answers only after that many seconds."""
        give_up_at = time.monotonic() + wait
        while True:
            # A transaction of its own for each look: waiting must hold neither a connection nor a snapshot.
            async with transaction(request.app.state.sessions, DataScope.of(principal)) as session:
                batch = await read_events(session, after, limit, source)
            if batch.items or time.monotonic() >= give_up_at or request.app.state.stopping.is_set():
                return batch
            await asyncio.sleep(POLL_SECONDS)

    return router
