"""What is asked of a routing service, and kept."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.apprentices.read_model import apprentices_read_model
from placements_api.car_journeys.follower import journeys_wanted
from placements_api.car_journeys.learning import KEPT_FOR, learn_car_journeys
from placements_api.car_journeys.models import CarJourneys
from placements_api.car_journeys.queries import Asked
from placements_api.clients.learners import LearnersClient
from placements_api.jobs import PlacementsJobs
from placements_api.testing.engine import HereAndNow
from placements_api.testing.routes import PlayedRoutes
from placements_api.travel.estimate import NO_WAY
from placements_api.travel.routing import RoutingAway
from service_common.db import DataScope, enter_scope
from service_common.feeds import FeedFollower
from service_common.testing.upstreams import PlayedUpstream

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]
Enrol = Callable[..., Awaitable[Apprentice]]
Learn = Callable[..., Awaitable[dict[UUID, CarJourneys]]]
HOME = {"latitude": 50.83, "longitude": -0.39}
DRIVES = {"home_position": HOME, "travel_means": ["car"]}
HERE, THERE = {"latitude": 50.811, "longitude": -0.371}, {"latitude": 50.9, "longitude": -0.5}


@pytest.fixture
def routes() -> PlayedRoutes:
    return PlayedRoutes()


@pytest.fixture
def learn(app: FastAPI, session: AsyncSession, routes: PlayedRoutes, partnership_id: UUID) -> Learn:
    """`await learn()`: do the worker's job; what is kept afterwards, by learner."""

    async def ask(**asked: Any) -> dict[UUID, CarJourneys]:
        await learn_car_journeys(app.state.sessions, routes.service(), partnership_id, Asked(**asked))
        await enter_scope(session, DataScope(partnership_id=partnership_id, actor="test"))
        rows = await session.scalars(select(CarJourneys).execution_options(populate_existing=True))
        return {row.learner_id: row for row in rows}

    return ask


async def test_who_drives_is_asked_about_once(
    apprentice: Enrol, setting: Create, learn: Learn, routes: PlayedRoutes
) -> None:
    await setting(position=HERE)
    await setting(position=THERE)
    await setting(position=None)
    driver = await apprentice(planning=DRIVES)
    await apprentice(planning=DRIVES | {"travel_means": ["public_transport"]})
    await apprentice(planning=DRIVES | {"home_position": None})
    await apprentice(planning=DRIVES, state="withdrawn")
    await apprentice(planning=None)
    kept = await learn()
    assert kept.keys() == {driver.learner_id}
    assert kept[driver.learner_id].minutes == {"50.811000,-0.371000": 17, "50.900000,-0.500000": 17}
    assert "50.83" not in kept[driver.learner_id].home, "no second copy of where somebody lives"
    await learn()
    assert routes.asked == [(1, 2)]
    assert routes.paths[0].startswith("/table/v1/driving/-0.390000,50.830000;")


async def test_only_what_is_new_is_asked(
    apprentice: Enrol, setting: Create, session: AsyncSession, learn: Learn, routes: PlayedRoutes, cohort_id: UUID
) -> None:
    await setting(position=HERE)
    first, second = await apprentice(planning=DRIVES), await apprentice(planning=DRIVES, cohort_id=uuid4())
    assert (await learn(cohort_id=cohort_id)).keys() == {first.learner_id}
    assert (await learn(learner_ids=[second.learner_id])).keys() == {first.learner_id, second.learner_id}

    await session.execute(
        update(Apprentice)
        .where(Apprentice.learner_id == second.learner_id)
        .values(planning=DRIVES | {"home_position": THERE})
    )
    await session.commit()
    before = await learn()
    assert routes.asked == [(1, 1), (1, 1), (1, 1)], "the home of one has moved"
    assert len({row.home for row in before.values()}) == 2

    await setting(position=THERE)
    routes.minutes = None
    kept = await learn()
    assert routes.asked[3:] == [(2, 1)]
    assert kept[first.learner_id].minutes == {"50.811000,-0.371000": 17, "50.900000,-0.500000": NO_WAY}
    assert kept[first.learner_id].asked_at == before[first.learner_id].asked_at


async def test_what_is_old_is_asked_again(
    apprentice: Enrol, setting: Create, session: AsyncSession, learn: Learn, routes: PlayedRoutes
) -> None:
    await setting(position=HERE)
    driver = await apprentice(planning=DRIVES)
    await learn()
    long_ago = datetime.now(UTC) - KEPT_FOR - timedelta(minutes=1)
    await session.execute(update(CarJourneys).values(asked_at=long_ago))
    await session.commit()
    routes.minutes = 25
    kept = (await learn())[driver.learner_id]
    assert (set(kept.minutes.values()), kept.asked_at > long_ago) == ({25}, True)


async def test_many_are_kept_in_parts_and_gone_on_with(
    session: AsyncSession, apprentice: Enrol, setting: Create, learn: Learn, routes: PlayedRoutes
) -> None:
    await setting(position=HERE)
    template = await apprentice(planning=DRIVES)
    facts = {column.key: getattr(template, column.key) for column in Apprentice.__table__.columns}
    session.add_all(Apprentice(**facts | {"enrolment_id": uuid4(), "learner_id": uuid4()}) for _ in range(59))
    await session.commit()
    kept = await learn()
    assert (len(kept), routes.asked) == (60, [(50, 1), (10, 1)])
    routes.away = True
    await learn()
    await setting(position=THERE)
    with pytest.raises(RoutingAway):
        await learn()
    routes.away = False
    assert all(len(row.minutes) == 2 for row in (await learn()).values())


async def test_who_drives_no_more_is_forgotten(
    apprentice: Enrol, setting: Create, session: AsyncSession, learn: Learn
) -> None:
    await setting(position=HERE)
    sold, gone = await apprentice(planning=DRIVES), await apprentice(planning=DRIVES)
    assert len(await learn()) == 2
    await session.execute(
        update(Apprentice)
        .where(Apprentice.learner_id == sold.learner_id)
        .values(planning=DRIVES | {"travel_means": []})
    )
    await session.commit()
    assert (await learn()).keys() == {gone.learner_id}


async def test_the_feeds_ask_for_journeys_and_a_learner_who_is_gone_takes_theirs_along(
    app: FastAPI,
    committed: None,
    apprentice: Enrol,
    setting: Create,
    session: AsyncSession,
    routes: PlayedRoutes,
    partnership_id: UUID,
) -> None:
    await setting(position=HERE)
    driver = await apprentice(planning=DRIVES)
    jobs = PlacementsJobs(app.state.settings, app.state.sessions, HereAndNow(), routes.service())
    own, learners = PlayedUpstream("placements", "/none"), PlayedUpstream("learners", "/learners/lookup")

    async def follow(upstream: PlayedUpstream) -> None:
        read_models = [apprentices_read_model(LearnersClient(upstream.upstream()))] if upstream is learners else []
        react = journeys_wanted(jobs)
        await FeedFollower(
            upstream.service, upstream.upstream(), app.state.sessions, read_models, (react,)
        ).apply_next()
        async with jobs.app.open_async():
            await jobs.app.run_worker_async(wait=False, listen_notify=False)

    async def kept() -> list[CarJourneys]:
        await enter_scope(session, DataScope(partnership_id=partnership_id, actor="test"))
        rows = (await session.scalars(select(CarJourneys).execution_options(populate_existing=True))).all()
        await session.commit()
        return list(rows)

    own.happen("organisation.updated", uuid4(), partnership_id)
    await follow(own)
    assert await kept() == []
    own.happen("setting.created", uuid4(), partnership_id)
    await follow(own)
    assert [row.learner_id for row in await kept()] == [driver.learner_id]

    lives = {"home_position": THERE, "travel_means": ["car"], "preferences": {"setting_kinds": []}}
    enrolment = {
        "id": str(driver.enrolment_id),
        **{name: str(getattr(driver, name)) for name in ("programme_id", "cohort_id", "employer_organisation_id")},
        **{name: str(getattr(driver, name)) for name in ("state", "started_on", "planned_end_on")},
        "ended_on": None,
    }
    learners.present[driver.learner_id] = {
        "id": str(driver.learner_id),
        "given_names": "Rowan",
        "family_name": "Ashdown",
        "date_of_birth": "2000-05-03",
        "enrolments": [enrolment],
        "planning": lives,
    }
    [before] = await kept()
    learners.happen("learner.updated", driver.learner_id, partnership_id)
    marks = before.home
    await follow(learners)
    [after] = await kept()
    assert after.home != marks
    assert routes.asked == [(1, 1), (1, 1)]

    del learners.present[driver.learner_id]
    learners.happen("learner.updated", driver.learner_id, partnership_id)
    await follow(learners)
    assert await kept() == []
