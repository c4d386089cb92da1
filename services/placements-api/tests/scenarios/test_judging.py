"""Verdicts on moves: what they break, what would allow them, and where the same place breaks nothing."""

from collections.abc import Awaitable, Callable
from datetime import date

import httpx
import pytest

from placements_api.testing.boards import board_of, person_of, setting_of
from placements_api.testing.cohorts import Json, OnRecord, block

Make = Callable[..., Awaitable[Json]]
AT_HOME = {"latitude": 50.817, "longitude": -0.365}
MOVING = {"care_certificate": ["13.3"]}
TURNS_18_IN_THE_FIRST_BLOCK = date(2009, 6, 1)


@pytest.fixture
async def made(on_record: OnRecord, place: Make, scenario: Make, client: httpx.AsyncClient) -> Json:
    """Ada and Bela are on Ward 7, where moving people can be evidenced, and then in Saltings. Ward 8 is far away and
    takes nobody under 18; Bela is too young for it when the first block begins."""
    on_record.ordering = "free"
    on_record.blocks = (block("First", 26), block("Second", 26))
    evidence = [{"qualification": code, "criteria": numbers} for code, numbers in MOVING.items()]
    await place("Ward 7", "acute_ward", "health", 2, position=AT_HOME, evidence=evidence)
    await place("Ward 8", "acute_ward", "health", 2, position={"latitude": 51.2, "longitude": -0.8}, minimum_age=18)
    await place("Saltings", "care_home", "social_care", 2, position=AT_HOME)
    on_record.person("Ada", missing=MOVING, home_position=AT_HOME, travel_limit_minutes=20)
    on_record.person("Bela", born_on=TURNS_18_IN_THE_FIRST_BLOCK)
    made = await scenario()
    board = await board_of(client, made)
    placed = [move(board, name, *where) for name in ("Ada", "Bela") for where in ((0, "Ward 7"), (1, "Saltings"))]
    answer = await client.post(f"/scenarios/{made['id']}/moves", json={"moves": placed}, headers={"If-Match": '"1"'})
    assert answer.status_code == 200, answer.text
    changed: Json = answer.json()["scenario"]
    return changed


def move(board: Json, name: str, number: int, setting: str) -> Json:
    to = {"at": "setting", "setting_id": setting_of(board, setting)["id"]}
    return {"enrolment_id": person_of(board, name)["enrolment_id"], "block": number, "to": to}


async def judge(client: httpx.AsyncClient, scenario: Json, *moves: Json) -> Json:
    answer = await client.post(f"/scenarios/{scenario['id']}/check", json={"moves": moves})
    assert answer.status_code == 200, answer.text
    verdict: Json = answer.json()
    return verdict


async def test_a_verdict_names_all_that_is_broken_and_its_remedy_allows_the_move(
    client: httpx.AsyncClient, made: Json, on_record: OnRecord, create: Callable[[str, Json], Awaitable[Json]]
) -> None:
    board = await board_of(client, made)
    ward = setting_of(board, "Ward 8")["id"]
    learner_id = str(on_record.people[0].learner_id)
    await create("/exclusions", {"learner_id": learner_id, "setting_id": ward, "reason": "conflict_of_interest"})
    wanted = move(board, "Ada", 0, "Ward 8")
    verdict = await judge(client, made, wanted)
    assert not verdict["allowed"]
    assert {each["rule"] for each in verdict["violations"]} == {"travel-limit", "exclusions", "evidence-breadth"}
    changes = verdict["remedy"]["changes"]
    assert {each["kind"] for each in changes} == {"longer_travel", "lift_exclusion", "evidence_elsewhere"}
    agreed = await client.post(
        f"/scenarios/{made['id']}/assumptions",
        json={"changes": changes},
        headers={"If-Match": f'"{made["version"]}"'},
    )
    assert agreed.status_code == 200, agreed.text
    assert (await judge(client, agreed.json()["scenario"], wanted))["allowed"]


async def test_nothing_changes_the_law_but_the_same_place_may_do_in_another_block(
    client: httpx.AsyncClient, made: Json
) -> None:
    verdict = await judge(client, made, move(await board_of(client, made), "Bela", 0, "Ward 8"))
    assert [each["rule"] for each in verdict["violations"]] == ["minimum-age"]
    assert (verdict["allowed"], verdict["remedy"], verdict["suggested_blocks"]) == (False, None, [1])


async def test_a_harmless_move_has_nothing_to_remedy(client: httpx.AsyncClient, made: Json) -> None:
    board = await board_of(client, made)
    verdict = await judge(client, made, move(board, "Ada", 0, "Saltings"), move(board, "Ada", 1, "Ward 7"))
    assert (verdict["allowed"], verdict["violations"], verdict["remedy"]) == (True, [], None)
    assert verdict["suggested_blocks"] == []
