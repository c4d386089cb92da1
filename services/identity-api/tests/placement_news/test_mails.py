"""What happens to placements is told to those whom it concerns, once."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI

from identity_api.jobs import IdentityJobs
from identity_api.placement_news.follower import placement_mails
from identity_api.settings import IdentitySettings
from service_common.auth import Role
from service_common.feeds import FeedFollower
from service_common.testing.upstreams import PlayedUpstream

MakePerson = Callable[..., Awaitable[Any]]
HOST, LEARNER = uuid4(), uuid4()


@pytest.fixture
def placements() -> PlayedUpstream:
    return PlayedUpstream("placements", "/placements/lookup")


@pytest.fixture
def follower(app: FastAPI, settings: IdentitySettings, placements: PlayedUpstream) -> FeedFollower:
    jobs = IdentityJobs(settings, app.state.sessions)
    upstream = placements.upstream("identity")
    return FeedFollower("placements", upstream, app.state.sessions, (), (placement_mails(jobs),))


def about(host: UUID = HOST, learner: UUID = LEARNER) -> dict[str, Any]:
    return {"organisation_id": host, "learner_id": learner}


async def test_a_host_hears_once_of_all_that_is_offered(
    make_person: MakePerson,
    mailbox: Any,
    follower: FeedFollower,
    placements: PlayedUpstream,
    partnership_id: UUID,
) -> None:
    host = await make_person(Role.EMPLOYER, organisation_ids=[HOST])
    await make_person(Role.EMPLOYER, organisation_ids=[uuid4()])
    await make_person(Role.MENTOR, organisation_ids=[HOST])
    placements.happen("placement.offered", uuid4(), partnership_id, **about())
    placements.happen("placement.offered", uuid4(), partnership_id, **about())
    placements.happen("placement.offered", uuid4(), partnership_id, **about(host=uuid4()))
    placements.happen("placement.started", uuid4(), partnership_id, **about())
    assert await follower.apply_next() == 4
    [mail] = await mailbox.collect()
    assert mail["To"] == host.email
    assert "- 2 placements have been offered to you." in mail.get_content()
    assert "https://crossway.example.org/placements" in mail.get_content()
    assert await follower.apply_next() == 0
    assert await follower.rebuild() == 4
    assert await mailbox.collect() == []


async def test_apprentices_and_coordinators_hear_what_concerns_them(
    make_person: MakePerson,
    mailbox: Any,
    follower: FeedFollower,
    placements: PlayedUpstream,
    partnership_id: UUID,
) -> None:
    apprentice = await make_person(Role.APPRENTICE, learner_id=LEARNER)
    await make_person(Role.APPRENTICE, learner_id=uuid4())
    coordinator = await make_person(Role.COORDINATOR)
    await make_person(in_partnerships={"elsewhere": [Role.COORDINATOR]})
    placement = uuid4()
    placements.happen("placement.moved", placement, partnership_id, **about())
    placements.happen("placement.moved", placement, partnership_id, **about())
    placements.happen("placement.declined", uuid4(), partnership_id, **about(learner=uuid4()))
    await follower.apply_next()
    mails = {mail["To"]: mail.get_content() for mail in await mailbox.collect()}
    assert mails.keys() == {apprentice.email, coordinator.email}
    assert "- A placement of yours has other days." in mails[apprentice.email]
    assert "- A host has declined a placement." in mails[coordinator.email]


async def test_history_is_no_news(
    make_person: MakePerson,
    mailbox: Any,
    follower: FeedFollower,
    placements: PlayedUpstream,
    partnership_id: UUID,
) -> None:
    await make_person(Role.EMPLOYER, organisation_ids=[HOST])
    long_ago = datetime.now(UTC) - timedelta(days=2)
    placements.happen("placement.offered", uuid4(), partnership_id, at=long_ago, **about())
    assert await follower.apply_next() == 1
    assert await mailbox.collect() == []
