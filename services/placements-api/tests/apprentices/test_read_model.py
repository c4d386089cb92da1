"""The read model of apprentices follows learners-api."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI

from placements_api.apprentices.read_model import apprentices_read_model
from placements_api.clients.learners import LearnersClient
from service_common.auth import Principal, Role
from service_common.feeds import FeedFollower
from service_common.problems import Unavailable
from service_common.testing.plugin import SignIn
from service_common.testing.upstreams import PlayedUpstream


def learner(id_: UUID, family_name: str, employer_id: UUID | None = None) -> dict[str, Any]:
    """What learners-api answers for a learner with one enrolment."""
    return {
        "id": str(id_),
        "given_names": "Imogen",
        "family_name": family_name,
        "date_of_birth": "2007-02-03",
        "enrolments": [
            {
                "id": str(uuid4()),
                "programme_id": str(uuid4()),
                "cohort_id": str(uuid4()),
                "employer_organisation_id": str(employer_id or uuid4()),
                "state": "active",
                "started_on": "2026-09-07",
                "planned_end_on": "2027-09-05",
                "ended_on": None,
            }
        ],
    }


@pytest.fixture
def learners() -> PlayedUpstream:
    return PlayedUpstream("learners", "/learners/lookup")


@pytest.fixture
def follower(app: FastAPI, learners: PlayedUpstream) -> FeedFollower:
    upstream = learners.upstream()
    read_model = apprentices_read_model(LearnersClient(upstream))
    return FeedFollower("learners", upstream, app.state.sessions, (read_model,))


async def names(sign_in: SignIn, principal: Principal) -> list[str]:
    page = await sign_in(principal).get("/apprentices")
    return [item["family_name"] for item in page.json()["items"]]


async def test_learners_appear_change_and_go(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    partnership_id: UUID,
    learners: PlayedUpstream,
    follower: FeedFollower,
) -> None:
    id_, coordinator = uuid4(), principal(Role.COORDINATOR)
    learners.present[id_] = learner(id_, "Ashdown")
    learners.happen("learner.created", id_, partnership_id)
    learners.happen("enrolment.started", uuid4(), partnership_id, learner_id=id_)
    learners.happen("cohort.created", uuid4(), partnership_id)
    assert await follower.apply_next() == 3
    assert await names(sign_in, coordinator) == ["Ashdown"]

    learners.present[id_] = learner(id_, "Okafor")
    learners.happen("learner.updated", id_, partnership_id)
    assert await follower.apply_next() == 1
    assert await names(sign_in, coordinator) == ["Okafor"]

    del learners.present[id_]
    learners.happen("learner.updated", id_, partnership_id)
    assert await follower.apply_next() == 1
    assert await names(sign_in, coordinator) == []
    assert await follower.apply_next() == 0


async def test_while_learners_is_away_what_is_known_stays_and_nothing_is_missed_afterwards(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    partnership_id: UUID,
    learners: PlayedUpstream,
    follower: FeedFollower,
) -> None:
    first, second = uuid4(), uuid4()
    learners.present = {first: learner(first, "Ashdown"), second: learner(second, "Birk")}
    learners.happen("learner.created", first, partnership_id)
    await follower.apply_next()
    learners.happen("learner.created", second, partnership_id)
    learners.away = True
    with pytest.raises(Unavailable):
        await follower.apply_next()
    assert await names(sign_in, principal(Role.COORDINATOR)) == ["Ashdown"]
    learners.away = False
    assert await follower.apply_next() == 1
    assert await names(sign_in, principal(Role.COORDINATOR)) == ["Ashdown", "Birk"]


@pytest.mark.usefixtures("committed")
async def test_it_can_be_rebuilt_from_nothing(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    partnership_id: UUID,
    learners: PlayedUpstream,
    follower: FeedFollower,
) -> None:
    for name in ("Ashdown", "Birk"):
        id_ = uuid4()
        learners.present[id_] = learner(id_, name)
        learners.happen("learner.created", id_, partnership_id)
    await follower.apply_next()
    learners.present.popitem()  # erased there, and nobody told us
    assert await follower.rebuild() == 2
    assert await names(sign_in, principal(Role.COORDINATOR)) == ["Ashdown"]


async def test_who_sees_whom(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    partnership_id: UUID,
    learners: PlayedUpstream,
    follower: FeedFollower,
) -> None:
    employer_id, ours, theirs, foreign = uuid4(), uuid4(), uuid4(), uuid4()
    learners.present = {
        ours: learner(ours, "Ashdown", employer_id),
        theirs: learner(theirs, "Birk"),
        foreign: learner(foreign, "Corrie", employer_id),
    }
    learners.happen("learner.created", ours, partnership_id)
    learners.happen("learner.created", theirs, partnership_id)
    learners.happen("learner.created", foreign, uuid4())
    await follower.apply_next()
    assert await names(sign_in, principal(Role.COORDINATOR)) == ["Ashdown", "Birk"]
    employer = principal(Role.EMPLOYER, organisation_ids=frozenset({employer_id}))
    assert await names(sign_in, employer) == ["Ashdown"]
    assert await names(sign_in, principal(Role.APPRENTICE, learner_id=theirs)) == ["Birk"]
    assert (await sign_in(principal(Role.FUNDER)).get("/apprentices")).status_code == 403
    assert (await sign_in(None).get("/apprentices")).status_code == 401
