"""A plan by hand: checked before it is changed, pinned, undone, and never overwritten by somebody else."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any
from uuid import uuid4

import httpx
import pytest

from placements_api.testing.boards import board_of, person_of, places_of, setting_of
from placements_api.testing.cohorts import Json, OnRecord
from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn

Make = Callable[..., Awaitable[Json]]


@pytest.fixture
async def solved(on_record: OnRecord, place: Make, scenario: Make, solve: Make) -> Json:
    """Ada and Bela swap a ward and a care home; a second ward, further away, takes nobody under 18."""
    await place("Ward 7", "acute_ward", "health", 1)
    far = {"latitude": 50.9, "longitude": -0.5}
    demands = {"minimum_age": 18, "clearances": ["vaccination:hepatitis_b"]}
    await place("Ward 8", "acute_ward", "health", 1, position=far, **demands)
    await place("Saltings", "care_home", "social_care", 1)
    on_record.person("Ada", home_position={"latitude": 50.817, "longitude": -0.365})
    on_record.person("Bela", born_on=date(2009, 12, 1), clearances=[])
    made = await solve(await scenario())
    assert made["state"] == "solved", made
    return made


def at(scenario: Json) -> dict[str, str]:
    return {"If-Match": f'"{scenario["version"]}"'}


def move(board: Json, name: str, block: int, setting: str | None) -> Json:
    to = {"at": "home"} if setting is None else {"at": "setting", "setting_id": setting_of(board, setting)["id"]}
    return {"enrolment_id": person_of(board, name)["enrolment_id"], "block": block, "to": to}


async def post(client: httpx.AsyncClient, scenario: Json, what: str, body: Any = None) -> httpx.Response:
    return await client.post(f"/scenarios/{scenario['id']}/{what}", json=body, headers=at(scenario))


async def test_who_looks_at_a_plan_is_told_what_has_become_of_it(client: httpx.AsyncClient, solved: Json) -> None:
    assert solved["violations"] == 0
    ward = setting_of(await board_of(client, solved), "Ward 7")
    none = {"periods": [{"starts_on": "2026-01-05", "ends_on": None, "at_most": 0}], "closures": []}
    path = f"/settings/{ward['id']}/capacity"
    version = (await client.get(path.removesuffix("/capacity"))).headers["ETag"]
    assert (await client.put(path, json=none, headers={"If-Match": version})).status_code == 200
    board = await board_of(client, solved)
    assert board["violations"]
    told = board["scenario"]
    assert (told["violations"], told["cost"]) == (len(board["violations"]), sum(p["points"] for p in board["points"]))
    assert told["version"] == solved["version"]
    assert (await client.get(f"/scenarios/{solved['id']}")).json() == told


async def test_a_move_is_checked_made_and_undone(client: httpx.AsyncClient, solved: Json) -> None:
    board = await board_of(client, solved)
    way = places_of(board, "Ada")
    block = way.index("Ward 7")
    wanted = [move(board, "Ada", block, "Ward 8")]
    verdict = (await client.post(f"/scenarios/{solved['id']}/check", json={"moves": wanted})).json()
    assert verdict["allowed"], verdict
    assert (await board_of(client, solved))["people"] == board["people"]
    edit = await post(client, solved, "moves", {"moves": wanted})
    assert edit.status_code == 200, edit.text
    changed = edit.json()
    assert changed["scenario"]["state"] == "draft"
    assert changed["cells"][0]["cell"]["setting_id"] == setting_of(board, "Ward 8")["id"]
    assert changed["scenario"]["cost"] == solved["cost"] + verdict["cost_difference"]
    assert changed["scenario"]["undo"] == "Moving Ada Marsh in 1 block"
    assert places_of(await board_of(client, solved), "Ada")[block] == "Ward 8"
    undone = await post(client, changed["scenario"], "undo")
    assert places_of(await board_of(client, solved), "Ada") == way
    assert undone.json()["scenario"]["undo"] == "The computation of the plan"
    emptied = (await post(client, undone.json()["scenario"], "undo")).json()
    assert emptied["scenario"]["unplaced"] == 4
    answer = await post(client, emptied["scenario"], "undo")
    assert answer.json()["type"] == "/problems/nothing-to-undo"


async def test_a_move_that_breaks_rules_is_refused_with_reasons_and_a_remedy(
    client: httpx.AsyncClient, solved: Json
) -> None:
    board = await board_of(client, solved)
    block = places_of(board, "Bela").index("Ward 7")
    wanted = [move(board, "Bela", block, "Ward 8")]
    refused = await post(client, solved, "moves", {"moves": wanted})
    assert refused.status_code == 409
    verdict = refused.json()["verdict"]
    sentences = " ".join(each["sentence"] for each in verdict["violations"])
    assert "no hepatitis b vaccination is on record" in sentences
    if block == 0:
        assert "turns 18 on 1 December 2027" in sentences
        assert verdict["suggested_blocks"] == []
    else:
        assert "The" not in verdict["remedy"]["sentence"].split("Bela")[0]
        assert verdict["remedy"]["changes"][0]["kind"] == "obtain_clearance"
    made = await post(client, solved, "moves", {"moves": wanted, "accept_violations": True})
    assert made.json()["scenario"]["violations"] == len(verdict["violations"])
    checklist = (await client.get(f"/scenarios/{solved['id']}/checklist")).json()
    assert checklist["needs_acceptance"]
    assert any("vaccination" in item["sentence"] for item in checklist["items"] if item["topic"] == "rules")


async def test_the_places_that_somebody_could_have(client: httpx.AsyncClient, solved: Json) -> None:
    board = await board_of(client, solved)
    block = places_of(board, "Bela").index("Ward 7")
    query = {"enrolment_id": person_of(board, "Bela")["enrolment_id"], "block": block}
    answer = await client.get(f"/scenarios/{solved['id']}/options", params=query)
    names = {setting["id"]: setting["name"] for setting in board["settings"]}
    options = {names.get(each["setting_id"], each["at"]): each for each in answer.json()["items"]}
    assert options["Ward 7"]["allowed"]
    assert not options["Ward 8"]["allowed"]
    assert not options["Saltings"]["allowed"]
    assert options["home"]["sentence"].startswith("Bela Marsh is to be with a host")


async def test_what_is_pinned_stays_when_the_plan_is_computed_again(
    client: httpx.AsyncClient, solved: Json, solve: Make
) -> None:
    board = await board_of(client, solved)
    block = places_of(board, "Ada").index("Ward 7")
    moved = (await post(client, solved, "moves", {"moves": [move(board, "Ada", block, "Ward 8")]})).json()
    cell = {"enrolment_id": person_of(board, "Ada")["enrolment_id"], "block": block}
    pinned = await post(client, moved["scenario"], "pins", {"cells": [cell], "pinned": True})
    assert pinned.status_code == 200, pinned.text
    again = await solve(solved)
    after = await board_of(client, again)
    assert places_of(after, "Ada")[block] == "Ward 8"
    assert person_of(after, "Ada")["cells"][block]["pinned"]
    check = await client.post(f"/scenarios/{solved['id']}/check", json={"moves": [move(board, "Ada", block, "Ward 7")]})
    assert [each["rule"] for each in check.json()["violations"]] == ["pinned"]
    unpin = check.json()["remedy"]["changes"]
    freed = await post(client, again, "assumptions", {"changes": unpin})
    assert freed.json()["cells"][0]["cell"]["pinned"] is False
    assert freed.json()["scenario"]["assumptions"] == []


async def test_two_coordinators_cannot_overwrite_each_other(client: httpx.AsyncClient, solved: Json) -> None:
    board = await board_of(client, solved)
    block = places_of(board, "Ada").index("Ward 7")
    first = await post(client, solved, "moves", {"moves": [move(board, "Ada", block, "Ward 8")]})
    assert first.status_code == 200
    second = await post(client, solved, "moves", {"moves": [move(board, "Ada", block, "Ward 8")]})
    assert second.status_code == 412
    assert second.json()["current_version"] == first.json()["version"]


async def test_while_a_plan_is_computed_nothing_else_changes_it(client: httpx.AsyncClient, solved: Json) -> None:
    asked = await post(client, solved, "solve", {"seconds": 5})
    queued = asked.json()
    assert queued["progress"]["phase"] == "waiting for its turn"
    refused = await post(client, queued, "undo")
    assert refused.json()["type"] == "/problems/scenario-is-busy"
    cancelled = (await client.post(f"/scenarios/{solved['id']}/cancel")).json()
    assert cancelled["state"] == "cancelled"


async def test_a_copy_is_compared_with_its_original(client: httpx.AsyncClient, solved: Json, scenario: Make) -> None:
    copy = await scenario("Other idea", copy_of=solved["id"])
    assert copy["origin"]["sentence"] == "A copy of “First idea”."
    board = await board_of(client, copy)
    block = places_of(board, "Ada").index("Ward 7")
    await post(client, copy, "moves", {"moves": [move(board, "Ada", block, "Ward 8")]})
    answer = await client.get(f"/scenarios/{solved['id']}/comparison", params={"with": copy["id"]})
    compared = answer.json()
    assert compared["people_who_differ"] == 1
    [difference] = compared["differences"]
    assert (difference["name"], difference["before"], difference["after"]) == (
        "Ada Marsh",
        "Ward 7 (Host of Ward 7)",
        "Ward 8 (Host of Ward 8)",
    )
    listed = (await client.get("/scenarios", params={"cohort_id": solved["cohort_id"]})).json()["items"]
    assert [each["name"] for each in listed] == ["Other idea", "First idea"]


async def test_what_is_not_on_the_board_is_refused(client: httpx.AsyncClient, solved: Json) -> None:
    wrong = {"enrolment_id": str(uuid4()), "block": 50, "to": {"at": "setting", "setting_id": str(uuid4())}}
    answer = await client.post(f"/scenarios/{solved['id']}/check", json={"moves": [wrong]})
    assert [each["pointer"] for each in answer.json()["errors"]] == [
        "/moves/0/enrolment_id",
        "/moves/0/block",
        "/moves/0/to/setting_id",
    ]


async def test_the_plan_can_be_downloaded_renamed_and_deleted(client: httpx.AsyncClient, solved: Json) -> None:
    path = f"/scenarios/{solved['id']}"
    table = await client.get(f"{path}/export")
    assert table.headers["content-type"].startswith("text/csv")
    lines = table.text.splitlines()
    assert len(lines) == 5
    assert "Ward 7" in table.text
    assert (await client.get(f"{path}/export", params={"format": "xlsx"})).content.startswith(b"PK")
    renamed = await client.put(path, json={"name": "Second thoughts"}, headers=at(solved))
    assert renamed.json()["name"] == "Second thoughts"
    assert (await client.delete(path, headers=at(renamed.json()))).status_code == 204
    assert (await client.get(path)).status_code == 404


async def test_only_who_plans_sees_plans(
    client: httpx.AsyncClient, solved: Json, sign_in: SignIn, principal: Callable[..., Principal], elsewhere: Any
) -> None:
    paths = ["", "/board", "/checklist", "/export"]
    for role in (Role.EMPLOYER, Role.APPRENTICE, Role.MENTOR, Role.FUNDER, Role.TUTOR):
        other = sign_in(principal(role))
        for path in paths:
            assert (await other.get(f"/scenarios/{solved['id']}{path}")).status_code == 403
    abroad = sign_in(principal(Role.COORDINATOR, partnership_id=elsewhere))
    for path in paths:
        assert (await abroad.get(f"/scenarios/{solved['id']}{path}")).status_code == 404
    assert (await abroad.post(f"/scenarios/{solved['id']}/cancel")).status_code == 404
    assert (await abroad.get("/scenarios")).json()["items"] == []
    assert (await abroad.get("/cohorts")).json()["items"] == []
    assert (await sign_in(None).get(f"/scenarios/{solved['id']}")).status_code == 401
