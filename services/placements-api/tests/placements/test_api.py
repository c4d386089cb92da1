"""Placements through the API."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.clock import LONDON
from placements_api.placements.service import PlannedPlacement, PublishedPlan
from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_principal

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]
MakeApprentice = Callable[..., Awaitable[Apprentice]]
Plan = Callable[..., PlannedPlacement]
Publish = Callable[..., Awaitable[PublishedPlan]]
Move = Callable[..., Awaitable[Json]]
Headers = Callable[[], dict[str, str]]
DAY_OF_TEST = datetime.now(LONDON).date()


async def test_a_placement_goes_its_way(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Move,
    once: Headers,
    session: AsyncSession,
) -> None:
    rowan, ward = await apprentice(), await setting()
    [id_] = (await publish(planned(rowan, ward, weeks_from_now=-26))).created
    offered = await move(id_, "offer")
    host = sign_in(principal(Role.EMPLOYER, organisation_ids=frozenset({UUID(ward["organisation_id"])})))
    read = await host.get(f"/placements/{id_}")
    assert (read.headers["etag"], read.json()["next_steps"]) == ('"2"', ["accept", "decline"])
    assert offered["next_steps"] == ["accept", "decline", "withdraw"]
    headers = once() | {"If-Match": '"2"'}
    body = {"step": "accept", "mentor_name": "Nadia Okafor-Lind"}
    accepted = await host.post(f"/placements/{id_}/steps", json=body, headers=headers)
    assert (accepted.status_code, accepted.headers["etag"]) == (201, '"3"'), accepted.text
    assert (accepted.json()["state"], accepted.json()["mentor_name"]) == ("accepted", "Nadia Okafor-Lind")
    again = await host.post(f"/placements/{id_}/steps", json=body, headers=headers)
    assert again.content == accepted.content
    done = await move(id_, "confirm", "induct", "start", "complete")
    assert done["next_steps"] == []
    assert [(step["step"], step["by"]) for step in done["steps"]] == [
        ("propose", "plan"),
        ("offer", "coordinator"),
        ("accept", "host"),
        ("confirm", "coordinator"),
        ("induct", "coordinator"),
        ("start", "coordinator"),
        ("complete", "coordinator"),
    ]
    actions = await session.execute(
        text("SELECT action FROM system.audit_entries WHERE subject = :id ORDER BY position"), {"id": str(id_)}
    )
    states = ["offered", "accepted", "confirmed", "inducted", "started", "completed"]
    assert list(actions.scalars()) == [f"placement.{state}" for state in states]


async def test_a_step_that_the_state_does_not_allow(
    sign_in: SignIn,
    coordinator: Principal,
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Move,
    once: Headers,
) -> None:
    [id_] = (await publish(planned(await apprentice(), await setting()))).created
    client, path = sign_in(coordinator), f"/placements/{id_}/steps"
    refused = await client.post(path, json={"step": "start"}, headers=once() | {"If-Match": '"1"'})
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/step-not-possible")
    assert refused.json()["state"] == "proposed"
    await move(id_, "offer", "accept", "confirm", "induct")
    early = await client.post(path, json={"step": "start"}, headers=once() | {"If-Match": '"5"'})
    assert early.json()["type"] == "/problems/step-not-possible"
    stale = await client.post(path, json={"step": "withdraw", "reason": "No."}, headers=once() | {"If-Match": '"4"'})
    assert (stale.status_code, stale.json()["current_version"]) == (412, 5)
    assert (await client.post(path, json={"step": "start"}, headers=once())).status_code == 428
    for body, pointer in (
        ({"step": "withdraw"}, "/"),
        ({"step": "jump"}, "/step"),
        ({"step": "induct", "on": (DAY_OF_TEST + timedelta(days=1)).isoformat()}, "/on"),
    ):
        invalid = await client.post(path, json=body, headers=once() | {"If-Match": '"5"'})
        assert (invalid.status_code, invalid.json()["errors"][0]["pointer"]) == (422, pointer)


async def test_nobody_starts_without_the_clearances_for_the_whole_placement(
    sign_in: SignIn,
    coordinator: Principal,
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Move,
    once: Headers,
) -> None:
    dbs = {"code": "dbs_enhanced", "valid_from": "2020-01-01", "expires_on": DAY_OF_TEST.isoformat()}
    rowan, ward = await apprentice(clearances=[dbs]), await setting(clearances=["dbs_enhanced", "right_to_work"])
    [id_] = (await publish(planned(rowan, ward, weeks_from_now=-1))).created
    ready = await move(id_, "offer", "accept", "confirm", "induct")
    assert [each["code"] for each in ready["clearances_missing"]] == ["dbs_enhanced", "right_to_work"]
    refused = await sign_in(coordinator).post(
        f"/placements/{id_}/steps", json={"step": "start"}, headers=once() | {"If-Match": '"5"'}
    )
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/clearances-missing")
    assert refused.json()["missing"][1] == {"code": "right_to_work", "words": "there is none on record"}
    assert (await move(id_))["state"] == "inducted"


async def test_a_host_answers_several_offers_at_once_or_none(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Move,
    once: Headers,
) -> None:
    ward = await setting()
    ids = (await publish(*[planned(await apprentice(), ward) for _ in range(3)])).created
    for id_ in ids[:2]:
        await move(id_, "offer")
    host = sign_in(principal(Role.EMPLOYER, organisation_ids=frozenset({UUID(ward["organisation_id"])})))
    both = [{"id": str(id_), "version": 2} for id_ in ids[:2]]
    unseen = {"step": "accept", "placements": [*both, {"id": str(ids[2]), "version": 1}]}
    assert (await host.post("/placements/steps", json=unseen, headers=once())).status_code == 404
    stale = {"step": "accept", "placements": [both[0], both[1] | {"version": 1}]}
    assert (await host.post("/placements/steps", json=stale, headers=once())).status_code == 412
    twice = {"step": "accept", "placements": [both[0], both[0]]}
    assert (await host.post("/placements/steps", json=twice, headers=once())).status_code == 422
    accepted = await host.post("/placements/steps", json={"step": "accept", "placements": both}, headers=once())
    assert accepted.status_code == 201, accepted.text
    assert [(item["id"], item["state"]) for item in accepted.json()["items"]] == [
        (str(id_), "accepted") for id_ in ids[:2]
    ]
    confirmed = {"step": "confirm", "placements": [each | {"version": 3} for each in both]}
    assert (await host.post("/placements/steps", json=confirmed, headers=once())).status_code == 403


async def test_each_sees_what_is_theirs(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Move,
    once: Headers,
    elsewhere: UUID,
) -> None:
    rowan, ash, ward, other = await apprentice(), await apprentice(), await setting(), await setting()
    published = await publish(
        planned(rowan, ward), planned(rowan, other, weeks_from_now=50, block=1), planned(ash, other)
    )
    for id_ in published.created[:2]:
        await move(id_, "offer")
    hosted, later, foreign = map(str, published.created)

    async def seen(who: Principal) -> list[str]:
        client = sign_in(who)
        listed = [item["id"] for item in (await client.get("/placements")).json()["items"]]
        for id_ in (hosted, later, foreign):
            assert (await client.get(f"/placements/{id_}")).status_code == (200 if id_ in listed else 404)
        return listed

    own = frozenset({UUID(ward["organisation_id"])})
    for role in (Role.EMPLOYER, Role.LINE_MANAGER, Role.MENTOR):
        assert await seen(principal(role, organisation_ids=own)) == [hosted]
    of_record = frozenset({rowan.employer_organisation_id})
    assert await seen(principal(Role.EMPLOYER, organisation_ids=of_record)) == [hosted, later]
    assert await seen(principal(Role.MENTOR, organisation_ids=of_record)) == []
    assert await seen(principal(Role.APPRENTICE, learner_id=rowan.learner_id)) == [hosted, later]
    assert await seen(principal(Role.APPRENTICE)) == []
    assert await seen(make_principal(Role.COORDINATOR, partnership_id=elsewhere)) == []
    # not yet offered: the other host is not asked yet
    assert await seen(principal(Role.EMPLOYER, organisation_ids=frozenset({UUID(other["organisation_id"])}))) == [later]
    employer = sign_in(principal(Role.EMPLOYER, organisation_ids=of_record))
    refused = await employer.post(
        f"/placements/{hosted}/steps", json={"step": "accept"}, headers=once() | {"If-Match": '"2"'}
    )
    assert refused.status_code == 403
    for role in (Role.MENTOR, Role.LINE_MANAGER, Role.APPRENTICE):
        client = sign_in(principal(role, organisation_ids=own, learner_id=rowan.learner_id))
        refused = await client.post(
            f"/placements/{hosted}/steps", json={"step": "accept"}, headers=once() | {"If-Match": '"2"'}
        )
        assert refused.status_code == 403
    assert (await sign_in(None).get("/placements")).status_code == 401
    assert (await sign_in(principal(Role.FUNDER)).get("/placements")).status_code == 403


async def test_now_next_and_past(
    sign_in: SignIn,
    coordinator: Principal,
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
) -> None:
    rowan, ward = await apprentice(), await setting()
    weeks = (-40, -10, 20)
    ids = (await publish(*[planned(rowan, ward, weeks_from_now=n, block=b) for b, n in enumerate(weeks)])).created
    client = sign_in(coordinator)
    for when, id_ in zip(("past", "now", "next"), ids, strict=True):
        listed = (await client.get("/placements", params={"when": when, "setting_id": ward["id"]})).json()["items"]
        assert [item["id"] for item in listed] == [str(id_)]
    first = (await client.get("/placements", params={"limit": 2})).json()
    rest = (await client.get("/placements", params={"cursor": first["next_cursor"]})).json()
    assert [item["id"] for item in first["items"] + rest["items"]] == list(map(str, ids))


@pytest.mark.parametrize(
    ("weeks_from_now", "steps", "need"),
    [
        (20, (), "offer_due"),
        (11, (), "offer_late"),
        (20, ("offer",), "answer_due"),
        (11, ("offer",), "answer_late"),
        (20, ("offer", "accept"), "confirmation_due"),
        (20, ("offer", "accept", "confirm"), None),
        (5, ("offer", "accept", "confirm"), "rota_late"),
        (2, ("offer", "accept", "confirm"), "induction_due"),
        (-1, ("offer", "accept", "confirm", "induct"), "should_have_started"),
        (-1, ("offer", "accept", "confirm", "induct", "start"), None),
        (-30, ("offer", "accept", "confirm", "induct", "start"), "should_have_ended"),
        (-30, ("offer", "accept", "confirm", "induct", "start", "complete"), None),
    ],
)
async def test_what_a_placement_waits_for(
    sign_in: SignIn,
    coordinator: Principal,
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Move,
    weeks_from_now: int,
    steps: tuple[str, ...],
    need: str | None,
) -> None:
    [id_] = (await publish(planned(await apprentice(), await setting(), weeks_from_now=weeks_from_now))).created
    await move(id_, *steps)
    needs = (await sign_in(coordinator).get("/placements/needs")).json()["items"]
    assert [item["need"] for item in needs] == ([need] if need else [])


async def test_notice_is_counted_from_the_first_day(
    sign_in: SignIn,
    coordinator: Principal,
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
) -> None:
    wanted = planned(await apprentice(), await setting())
    [id_] = (await publish(wanted)).created
    read = (await sign_in(coordinator).get(f"/placements/{id_}")).json()
    assert read["offer_due_on"] == (wanted.starts_on - timedelta(weeks=12)).isoformat()
    assert read["rota_due_on"] == (wanted.starts_on - timedelta(weeks=6)).isoformat()
    assert (await sign_in(coordinator).get(f"/placements/{uuid4()}")).status_code == 404
