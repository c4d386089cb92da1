"""The read model of learners follows learners-api."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI

from portfolio_api.clients.learners import LearnersClient
from portfolio_api.learners.read_model import learners_read_model
from service_common.auth import Principal, Role
from service_common.feeds import FeedFollower
from service_common.testing.plugin import SignIn
from service_common.testing.upstreams import PlayedUpstream


def learner(id_: UUID, family_name: str) -> dict[str, Any]:
    """What learners-api answers for a learner with one enrolment."""
    enrolment = {
        "id": str(uuid4()),
        "programme_id": str(uuid4()),
        "employer_organisation_id": str(uuid4()),
        "state": "active",
    }
    return {
        "id": str(id_),
        "given_names": "Imogen",
        "family_name": family_name,
        "enrolments": [enrolment],
        "supporters": [],
    }


@pytest.mark.usefixtures("committed")
async def test_learners_appear_change_go_and_are_built_anew(
    app: FastAPI, sign_in: SignIn, principal: Callable[..., Principal], partnership_id: UUID
) -> None:
    learners = PlayedUpstream("learners", "/learners/lookup")
    upstream = learners.upstream("portfolio")
    follower = FeedFollower("learners", upstream, app.state.sessions, (learners_read_model(LearnersClient(upstream)),))
    client = sign_in(principal(Role.COORDINATOR))

    async def names() -> list[str]:
        return [item["family_name"] for item in (await client.get("/learners")).json()["items"]]

    first, second = uuid4(), uuid4()
    learners.present = {first: learner(first, "Ashdown"), second: learner(second, "Birk")}
    learners.happen("learner.created", first, partnership_id)
    learners.happen("enrolment.started", uuid4(), partnership_id, learner_id=second)
    assert await follower.apply_next() == 2
    assert await names() == ["Ashdown", "Birk"]
    assert await follower.apply_next() == 0

    del learners.present[second]
    assert await follower.rebuild() == 2
    assert await names() == ["Ashdown"]


async def test_who_may_read(sign_in: SignIn, principal: Callable[..., Principal]) -> None:
    assert (await sign_in(None).get("/learners")).status_code == 401
    assert (await sign_in(principal(Role.FUNDER)).get("/learners")).status_code == 403
    own = await sign_in(principal(Role.APPRENTICE, learner_id=uuid4())).get("/learners")
    assert own.json() == {"items": [], "next_cursor": None}
