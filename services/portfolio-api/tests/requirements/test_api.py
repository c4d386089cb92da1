"""Requirements through the API, with learners-api played."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from portfolio_api.clients.learners import LearnersClient
from portfolio_api.learners.read_model import learners_read_model
from service_common.auth import Principal, Role
from service_common.db import DataScope, enter_scope
from service_common.feeds import FeedFollower
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_principal, make_service_principal
from service_common.testing.upstreams import PlayedUpstream

Json = dict[str, Any]
Adopt = Callable[..., Awaitable[Json]]
AskFor = Callable[..., Awaitable[httpx.Response]]
CARE_PLACEMENT = [
    "5.3",
    "5.4",
    "5.5",
    "5.6",
    "5.7",
    "6.5",
    "6.6",
    "7.2",
    "7.3",
    "7.4",
    "7.6",
    "8.2",
    "8.3",
    "13.3",
    "15.1",
]


@dataclass
class Learners:
    """learners-api and the worker that follows it."""

    upstream: PlayedUpstream
    follower: FeedFollower
    partnership_id: UUID
    employer_id: UUID = field(default_factory=uuid4)
    supporters: list[Json] = field(default_factory=list)

    async def enrol(self, programme_id: UUID, learner_id: UUID | None = None, state: str = "active") -> UUID:
        id_ = learner_id or uuid4()
        enrolment = {
            "id": str(uuid4()),
            "programme_id": str(programme_id),
            "employer_organisation_id": str(self.employer_id),
            "state": state,
        }
        self.upstream.present[id_] = {
            "id": str(id_),
            "given_names": "Imogen",
            "family_name": "Ashdown",
            "enrolments": [enrolment],
            "supporters": self.supporters,
        }
        self.upstream.happen("enrolment.started", uuid4(), self.partnership_id, learner_id=id_)
        await self.follower.apply_next()
        return id_


@pytest.fixture
def learners(app: FastAPI, partnership_id: UUID) -> Learners:
    played = PlayedUpstream("learners", "/learners/lookup")
    upstream = played.upstream("portfolio")
    read_models = (learners_read_model(LearnersClient(upstream)),)
    return Learners(played, FeedFollower("learners", upstream, app.state.sessions, read_models), partnership_id)


@pytest.fixture
def program(sign_in: SignIn, partnership_id: UUID) -> httpx.AsyncClient:
    return sign_in(make_service_principal("placements-api", partnership_id))


@pytest.fixture
def programmes(app: FastAPI) -> PlayedUpstream:
    """learners-api as it is asked about programmes, which knows those in `present`."""
    played = PlayedUpstream("learners", "/programmes/lookup")
    app.state.learners = LearnersClient(played.upstream("portfolio"))
    return played


@pytest.fixture
def ask_for(programmes: PlayedUpstream) -> AskFor:
    """`await ask_for(client, programme_id, care, seen=1)`: of a programme that there is."""

    async def ask(client: httpx.AsyncClient, programme_id: UUID, *adopted: Json, seen: int = 0) -> httpx.Response:
        programmes.present[programme_id] = {"id": str(programme_id)}
        body = {"qualifications": [{"version_id": each["version_id"]} for each in adopted]}
        return await client.put(f"/programme-requirements/{programme_id}", json=body, headers={"If-Match": f'"{seen}"'})

    return ask


async def changes(session: AsyncSession) -> list[UUID]:
    found = await session.execute(
        text("SELECT subject FROM system.events WHERE type = 'requirements.changed' ORDER BY id")
    )
    return list(found.scalars())


async def missing(program: httpx.AsyncClient, *ids: UUID) -> dict[str, Json]:
    answer = await program.post("/requirements/lookup", json={"ids": [str(id_) for id_ in ids]})
    assert answer.status_code == 200, answer.text
    return {
        item["learner_id"]: {each["qualification"]: each["criteria"] for each in item["missing"]}
        for item in answer.json()["items"]
    }


async def test_nothing_is_asked_for_at_first_and_then_all_at_once(
    sign_in: SignIn, coordinator: Principal, principal: Callable[..., Principal], adopt: Adopt, ask_for: AskFor
) -> None:
    programme_id, care, diploma = uuid4(), await adopt(), await adopt("diploma_care_level_2")
    client = sign_in(coordinator)
    path = f"/programme-requirements/{programme_id}"
    empty = await client.get(path)
    assert (empty.headers["etag"], empty.json()["qualifications"]) == ('"0"', [])
    assert (await client.get("/programme-requirements")).json()["items"] == []
    asked = await ask_for(client, programme_id, diploma, care)
    assert (asked.status_code, asked.headers["etag"]) == (200, '"1"'), asked.text
    assert [each["code"] for each in asked.json()["qualifications"]] == ["care_certificate", "diploma_care_level_2"]
    assert asked.json()["qualifications"][0]["placement_criterion_count"] == len(CARE_PLACEMENT)
    stale = await ask_for(client, programme_id, care)
    assert (stale.status_code, stale.json()["current_version"]) == (412, 1)
    fewer = await ask_for(client, programme_id, care, seen=1)
    reader = sign_in(principal(Role.APPRENTICE))
    assert (await reader.get(path)).json() == fewer.json()
    assert (await reader.get("/programme-requirements")).json()["items"] == [fewer.json()]
    assert (await client.put(path, json={"qualifications": []})).status_code == 428


async def test_what_a_programme_may_not_ask_for(
    sign_in: SignIn, coordinator: Principal, adopt: Adopt, ask_for: AskFor
) -> None:
    client, care = sign_in(coordinator), await adopt()
    versions = f"/qualifications/{care['qualification_id']}/versions"
    draft = await client.post(
        versions,
        json={"label": "Next", "valid_from": "2027-09-01", "copy_of_version_id": care["version_id"]},
        headers={"Idempotency-Key": "1"},
    )
    refused = await ask_for(client, uuid4(), care, {"version_id": draft.json()["id"]})
    assert refused.json()["errors"][0]["pointer"] == "/qualifications/1/version_id"
    published = await client.post(f"{versions}/{draft.json()['id']}/publication", headers={"If-Match": '"1"'})
    both = await ask_for(client, uuid4(), care, {"version_id": published.json()["id"]})
    assert "another version" in both.json()["errors"][0]["message"]
    assert (await ask_for(client, uuid4(), care, care)).status_code == 422
    assert (await ask_for(client, uuid4(), care)).status_code == 200  # superseded, and still asked for


async def test_learners_miss_what_their_programme_asks_for(
    sign_in: SignIn,
    coordinator: Principal,
    adopt: Adopt,
    ask_for: AskFor,
    learners: Learners,
    program: httpx.AsyncClient,
    session: AsyncSession,
) -> None:
    client, programme_id = sign_in(coordinator), uuid4()
    first, elsewhere = await learners.enrol(programme_id), await learners.enrol(uuid4())
    assert await missing(program, first, elsewhere, uuid4()) == {str(first): {}, str(elsewhere): {}}
    care = await adopt()
    await ask_for(client, programme_id, care)
    second = await learners.enrol(programme_id)
    assert await missing(program, first, second) == {
        str(each): {"care_certificate": CARE_PLACEMENT} for each in (first, second)
    }
    assert await missing(program, elsewhere) == {str(elsewhere): {}}
    assert await changes(session) == [first, second]

    await ask_for(client, programme_id, care, await adopt("diploma_care_level_2"), seen=1)
    assert (await missing(program, first))[str(first)].keys() == {"care_certificate", "diploma_care_level_2"}
    assert sorted((await changes(session))[2:]) == sorted([first, second])
    await learners.enrol(programme_id, first, "completed")
    assert await missing(program, first) == {str(first): {}}
    await learners.enrol(programme_id, second, "on_break")
    assert (await missing(program, second))[str(second)]


async def test_a_lost_or_repeated_event_changes_nothing(
    sign_in: SignIn,
    coordinator: Principal,
    adopt: Adopt,
    ask_for: AskFor,
    learners: Learners,
    program: httpx.AsyncClient,
    session: AsyncSession,
) -> None:
    programme_id = uuid4()
    await ask_for(sign_in(coordinator), programme_id, await adopt())
    learner_id = await learners.enrol(programme_id)
    before = await missing(program, learner_id)
    for _ in range(2):
        await learners.enrol(programme_id, learner_id)
    await ask_for(sign_in(coordinator), programme_id, await adopt("diploma_care_level_2"), seen=1)
    told = await changes(session)
    assert told == [learner_id, learner_id]

    present = learners.upstream.present.pop(learner_id)
    moved = uuid4()  # of this one's enrolment nothing was told; the next event about them says all
    told_late = {"id": str(moved), "given_names": "Hal", "family_name": "Birk"}
    learners.upstream.present[moved] = present | told_late
    learners.upstream.happen("learner.updated", moved, learners.partnership_id)
    learners.upstream.happen("learner.updated", learner_id, learners.partnership_id)
    await learners.follower.apply_next()
    now = await missing(program, learner_id, moved)
    assert now.keys() == {str(moved)}
    assert before[str(learner_id)].keys() == {"care_certificate"}
    assert now[str(moved)].keys() == {"diploma_care_level_2"}


async def test_what_is_met_is_not_missing(
    sign_in: SignIn,
    coordinator: Principal,
    adopt: Adopt,
    ask_for: AskFor,
    learners: Learners,
    program: httpx.AsyncClient,
    session: AsyncSession,
) -> None:
    programme_id = uuid4()
    await ask_for(sign_in(coordinator), programme_id, await adopt())
    learner_id = await learners.enrol(programme_id)
    await enter_scope(session, DataScope(partnership_id=learners.partnership_id))
    await session.execute(text("""UPDATE learner_requirements SET met = '["8.2", "8.1"]'"""))
    await session.commit()
    assert "8.2" not in (await missing(program, learner_id))[str(learner_id)]["care_certificate"]
    (progress,) = (await sign_in(coordinator).get(f"/requirements/{learner_id}")).json()["qualifications"]
    assert (progress["criterion_count"], progress["met_count"]) == (59, 2)
    assert progress["placement_missing_count"] == len(CARE_PLACEMENT) - 1
    eighth = next(unit for unit in progress["units"] if unit["number"] == "8")
    assert (eighth["criterion_count"], eighth["met_count"]) == (3, 2)
    assert [each["met"] for each in eighth["outcomes"][0]["criteria"]] == [True, True, False]
    await learners.enrol(programme_id, learner_id)
    assert "8.2" not in (await missing(program, learner_id))[str(learner_id)]["care_certificate"]


async def test_who_sees_a_learners_requirements(
    sign_in: SignIn, principal: Callable[..., Principal], learners: Learners
) -> None:
    assessor = principal(Role.ASSESSOR)
    learners.supporters = [{"role": "assessor", "account_id": assessor.subject}]
    learner_id = await learners.enrol(uuid4())
    path = f"/requirements/{learner_id}"
    own, others = frozenset({learners.employer_id}), frozenset({uuid4()})
    sees = [
        principal(Role.COORDINATOR),
        principal(Role.IQA),
        principal(Role.APPRENTICE, learner_id=learner_id),
        principal(Role.EMPLOYER, organisation_ids=own),
        assessor,
    ]
    for one in sees:
        answer = await sign_in(one).get(path)
        assert (answer.status_code, answer.json()["qualifications"]) == (200, []), one
        assert len((await sign_in(one).get("/learners")).json()["items"]) == 1
    hidden = [
        principal(Role.APPRENTICE, learner_id=uuid4()),
        principal(Role.APPRENTICE),
        principal(Role.EMPLOYER, organisation_ids=others),
        principal(Role.APPRENTICE, organisation_ids=own),
        principal(Role.ASSESSOR),
        principal(Role.TUTOR, subject=assessor.subject),
        make_principal(Role.COORDINATOR, partnership_id=uuid4()),
    ]
    for one in hidden:
        assert (await sign_in(one).get(path)).status_code == 404, one
        assert (await sign_in(one).get("/learners")).json()["items"] == []
    assert (await sign_in(principal(Role.FUNDER)).get(path)).status_code == 403
    assert (await sign_in(None).get(path)).status_code == 401


async def test_programs_look_up_and_people_who_manage_set(
    sign_in: SignIn, principal: Callable[..., Principal], coordinator: Principal, adopt: Adopt, ask_for: AskFor
) -> None:
    assert (await sign_in(coordinator).post("/requirements/lookup", json={"ids": []})).status_code == 403
    care = await adopt()
    assert (await ask_for(sign_in(principal(Role.EMPLOYER)), uuid4(), care)).status_code == 403
    assert (await sign_in(None).get("/programme-requirements")).status_code == 401
    stranger = sign_in(make_principal(Role.COORDINATOR, partnership_id=uuid4()))
    assert (await ask_for(stranger, uuid4(), care)).status_code == 422


async def test_learners_api_is_asked_about_programmes_for_which_nothing_was_set(
    sign_in: SignIn, coordinator: Principal, adopt: Adopt, ask_for: AskFor, programmes: PlayedUpstream
) -> None:
    client, known, care = sign_in(coordinator), uuid4(), await adopt()
    unknown = f"/programme-requirements/{uuid4()}"
    nothing: Json = {"json": {"qualifications": []}, "headers": {"If-Match": '"0"'}}
    refused = await client.put(unknown, **nothing)
    assert (refused.status_code, refused.json()["type"]) == (404, "/problems/not-found")
    assert (await client.get("/programme-requirements")).json()["items"] == []
    assert (await ask_for(client, known, care)).status_code == 200
    programmes.away = True
    assert (await ask_for(client, known, seen=1)).status_code == 200
    away = await client.put(unknown, **nothing)
    assert (away.status_code, away.json()["type"]) == (503, "/problems/unavailable")
