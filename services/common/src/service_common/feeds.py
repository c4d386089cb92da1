"""Following another service's event feed into a read model of our own.

The cursor moves in the transaction that changes the read model: each event counts once, whatever is killed when.
What the read model needs to know is fetched for the subjects of a batch before that transaction begins, so applying
the same events again would give the same rows. What is to happen once, such as a mail, is a reaction: it is queued in
the same transaction, and not again when the read models are built anew.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any, Generic, TypeVar
from uuid import UUID

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from service_common.db import DATABASE_FAULTS, DataScope, Sessions, enter_scope, transaction
from service_common.events import MAX_WAIT_SECONDS, Event, EventBatch
from service_common.http_client import Upstream
from service_common.problems import Unavailable
from service_common.settings import ServiceName

SnapshotT = TypeVar("SnapshotT")
Write = Callable[[AsyncSession], Awaitable[None]]
React = Callable[[UUID, Sequence[Event], AsyncSession], Awaitable[None]]
"""Takes a batch's events of one partnership, and writes what follows from them."""

LONGEST_PAUSE_SECONDS = 15.0
BATCH = 200

_LOCK_CURSOR = text(
    "INSERT INTO system.feed_cursors (feed) VALUES (:feed)"
    " ON CONFLICT (feed) DO UPDATE SET feed = excluded.feed RETURNING cursor"
)
_MOVE_CURSOR = text(
    "UPDATE system.feed_cursors SET cursor = :cursor, events_applied = events_applied + :count, moved_at = now()"
    " WHERE feed = :feed"
)
_READ_CURSOR = text("SELECT cursor FROM system.feed_cursors WHERE feed = :feed")
_FORGET_CURSOR = text("DELETE FROM system.feed_cursors WHERE feed = :feed")

_log = structlog.get_logger()


@dataclass(frozen=True)
class ReadModel(Generic[SnapshotT]):
    """How one kind of subject of a feed becomes rows of ours.

    `key` says which subject an event is about in terms of the model (an enrolment's event may be about its learner),
    or None when the model does not care. `fetch` asks the owner for the present state of subjects of one partnership;
    those that are gone are missing from the answer. `store` writes it, and deletes the rows of subjects that are
    missing. `tables` are emptied to rebuild.
    """

    tables: tuple[str, ...]
    key: Callable[[Event], UUID | None]
    fetch: Callable[[UUID, list[UUID]], Awaitable[Mapping[UUID, SnapshotT]]]
    store: Callable[[AsyncSession, UUID, list[UUID], Mapping[UUID, SnapshotT]], Awaitable[None]]

    async def prepare(self, partnership_id: UUID, subjects: list[UUID]) -> Write:
        """Fetch now; the answer writes what was fetched."""
        snapshots = await self.fetch(partnership_id, subjects)

        async def write(session: AsyncSession) -> None:
            await self.store(session, partnership_id, subjects, snapshots)

        return write


class FeedFollower:
    """Keeps the read models of one upstream's feed up to date, for ever."""

    def __init__(
        self,
        upstream_name: ServiceName,
        upstream: Upstream,
        sessions: Sessions,
        read_models: Sequence[ReadModel[Any]],
        reactions: Sequence[React] = (),
    ) -> None:
        self._name = upstream_name
        self._upstream = upstream
        self._sessions = sessions
        self._read_models = read_models
        self._reactions = reactions

    async def follow(self, stopping: asyncio.Event) -> None:
        """Apply batch after batch until `stopping`; pause and try again when the upstream or the database is away."""
        failures = 0
        while not stopping.is_set():
            try:
                await self.apply_next(wait=MAX_WAIT_SECONDS if not failures else 0)
                failures = 0
            except (Unavailable, *DATABASE_FAULTS) as error:
                failures += 1
                seconds = min(LONGEST_PAUSE_SECONDS, 0.25 * 2**failures) * random.uniform(0.5, 1)
                _log.warning("feed paused", feed=self._name, failures=failures, error=str(error)[:200])
                await pause(stopping, seconds)

    async def apply_next(self, wait: int = 0, *, again: bool = False) -> int:
        """Fetch and apply one batch; returns the number of its events, 0 when there were none.

        `again`: they were applied before, so that nothing reacts to them.
        """
        async with transaction(self._sessions, DataScope(everything=True)) as session:
            cursor = (await session.execute(_READ_CURSOR, {"feed": self._name})).scalar_one_or_none() or 0
        answer = await self._upstream.get(
            "/events",
            params={"after": cursor, "limit": BATCH, "wait": wait},
            answer_seconds=wait + 10,
        )
        batch = EventBatch.model_validate_json(answer.content)
        if not batch.items:
            return 0
        writes = await self._prepare(batch.items, () if again else self._reactions)
        async with transaction(self._sessions, DataScope(everything=True)) as session:
            locked = (await session.execute(_LOCK_CURSOR, {"feed": self._name})).scalar_one()
            if locked != cursor:
                return 0  # another worker was faster; its batch is in
            for partnership_id, write in writes:
                await enter_scope(session, DataScope(partnership_id=partnership_id, actor=f"feed:{self._name}"))
                await write(session)
            await enter_scope(session, DataScope(everything=True))
            await session.execute(_MOVE_CURSOR, {"feed": self._name, "cursor": batch.cursor, "count": len(batch.items)})
        return len(batch.items)

    async def rebuild(self) -> int:
        """Empty the read models and apply the whole feed again; returns the number of events applied."""
        async with transaction(self._sessions, DataScope(everything=True)) as session:
            await session.execute(_FORGET_CURSOR, {"feed": self._name})
            for table in {table for model in self._read_models for table in model.tables}:
                await session.execute(text(f"TRUNCATE {table}"))
        applied = 0
        while count := await self.apply_next(again=True):
            applied += count
        return applied

    async def _prepare(self, events: list[Event], reactions: Sequence[React]) -> list[tuple[UUID, Write]]:
        by_partnership = groupby(
            sorted(events, key=lambda event: event.partnershipid), key=lambda event: event.partnershipid
        )
        writes: list[tuple[UUID, Write]] = []
        for partnership_id, group in by_partnership:
            own = list(group)
            for model in self._read_models:
                subjects = list(dict.fromkeys(key for event in own if (key := model.key(event)) is not None))
                if subjects:
                    writes.append((partnership_id, await model.prepare(partnership_id, subjects)))
            writes.extend((partnership_id, partial(react, partnership_id, own)) for react in reactions)
        return writes


async def pause(stopping: asyncio.Event, seconds: float) -> None:
    """Wait, but not after being told to stop."""
    try:
        await asyncio.wait_for(stopping.wait(), seconds)
    except TimeoutError:
        return
