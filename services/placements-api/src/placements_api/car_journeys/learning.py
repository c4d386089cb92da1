"""Asking a routing service for what is not kept yet, as a worker does it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, exists, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.car_journeys.kept import mark_of_home
from placements_api.car_journeys.models import CarJourneys
from placements_api.car_journeys.queries import DRIVES, Asked, Driver, find_car_journeys, list_drivers, list_positions
from placements_api.travel.estimate import Point
from placements_api.travel.routing import ASKED_AT_ONCE, RoutingService
from service_common.db import DataScope, Sessions, transaction

KEPT_FOR = timedelta(days=90)
"""Then the roads are taken to have changed, and all is asked again."""


async def learn_car_journeys(sessions: Sessions, routing: RoutingService, partnership_id: UUID, asked: Asked) -> None:
    """Keep the minutes of those who drive to every setting of their partnership; what is kept and holds is not asked.

    So many people at a time, each kept before the next: who begins again goes on. Raises RoutingAway.
    """
    scope = DataScope(partnership_id=partnership_id, actor="job:learn_car_journeys")
    async with transaction(sessions, scope) as session:
        await _forget_who_does_not_drive(session, partnership_id)
    after = None
    while True:
        async with transaction(sessions, scope) as session:
            drivers = await list_drivers(session, partnership_id, asked, after, ASKED_AT_ONCE)
            kept = await find_car_journeys(session, partnership_id, [driver.learner_id for driver in drivers])
            places = await list_positions(session, partnership_id)
        if not drivers:
            return
        after = drivers[-1].learner_id
        learnt = await _ask(routing, drivers, kept, places)
        if learnt:
            async with transaction(sessions, scope) as session:
                await _keep(session, partnership_id, learnt)


async def forget_car_journeys(session: AsyncSession, learner_ids: Collection[UUID]) -> None:
    """Of learners who are gone, after their rows of apprentices are: then nobody keeps them again."""
    await session.execute(delete(CarJourneys).where(CarJourneys.learner_id.in_(learner_ids)))


async def _forget_who_does_not_drive(session: AsyncSession, partnership_id: UUID) -> None:
    drives = exists().where(
        Apprentice.partnership_id == partnership_id, Apprentice.learner_id == CarJourneys.learner_id, DRIVES
    )
    await session.execute(delete(CarJourneys).where(CarJourneys.partnership_id == partnership_id, ~drives))


async def _ask(
    routing: RoutingService,
    drivers: Sequence[Driver],
    kept: Mapping[UUID, CarJourneys],
    places: Mapping[str, Point],
) -> list[dict[str, Any]]:
    """Rows to be kept. No transaction is open meanwhile."""
    now = datetime.now(UTC)
    rows: dict[UUID, dict[str, Any]] = {}
    for driver in drivers:
        home, before = mark_of_home(driver.learner_id, driver.home), kept.get(driver.learner_id)
        holds = before is not None and before.home == home and before.asked_at > now - KEPT_FOR
        minutes = {mark: n for mark, n in before.minutes.items() if mark in places} if before and holds else {}
        asked_at = before.asked_at if before and minutes else now
        rows[driver.learner_id] = {"home": home, "minutes": minutes, "asked_at": asked_at}
    without = [driver for driver in drivers if places.keys() - rows[driver.learner_id]["minutes"].keys()]
    wanted = [mark for mark in places if any(mark not in rows[driver.learner_id]["minutes"] for driver in without)]
    if not wanted:
        return []
    found = await routing.minutes_by_car([driver.home for driver in without], [places[mark] for mark in wanted])
    for driver, row in zip(without, found.tolist(), strict=True):
        rows[driver.learner_id]["minutes"] |= zip(wanted, row, strict=True)
    return [{"learner_id": driver.learner_id, **rows[driver.learner_id]} for driver in without]


async def _keep(session: AsyncSession, partnership_id: UUID, learnt: Sequence[Mapping[str, Any]]) -> None:
    """But for those who are gone: whoever takes them away waits for this, and then takes this away, too."""
    ids = [row["learner_id"] for row in learnt]
    query = select(Apprentice.learner_id).where(
        Apprentice.partnership_id == partnership_id, Apprentice.learner_id.in_(ids)
    )
    there = set(await session.scalars(query.with_for_update(read=True)))
    rows = [{"partnership_id": partnership_id, **row} for row in learnt if row["learner_id"] in there]
    if not rows:
        return
    new = insert(CarJourneys).values(rows)
    changed = {name: new.excluded[name] for name in ("home", "minutes", "asked_at")}
    await session.execute(
        new.on_conflict_do_update(index_elements=[CarJourneys.partnership_id, CarJourneys.learner_id], set_=changed)
    )
