"""A plan in force: what publishing makes of it, and that nobody publishes past somebody else."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from placements_api.testing.boards import board_of, places_of
from placements_api.testing.cohorts import Json, OnRecord

Make = Callable[..., Awaitable[Json]]
Publish = Callable[..., Awaitable[httpx.Response]]


@pytest.fixture
async def solved(on_record: OnRecord, place: Make, scenario: Make, solve: Make) -> Json:
    await place("Ward 7", "acute_ward", "health", 1)
    await place("Ward 8", "acute_ward", "health", 1)
    await place("Saltings", "care_home", "social_care", 1)
    on_record.person("Ada")
    on_record.person("Bela")
    return await solve(await scenario())


async def test_publishing_makes_placements(client: httpx.AsyncClient, solved: Json, publish: Publish) -> None:
    published = await publish(solved)
    assert published.status_code == 200, published.text
    answer = published.json()
    assert (answer["plan_version"], answer["created"], answer["withdrawn"]) == (1, 4, 0)
    assert answer["scenario"]["state"] == "published"
    [cohort] = (await client.get("/cohorts")).json()["items"]
    assert (cohort["scenario_id"], cohort["plan_version"], cohort["people"]) == (solved["id"], 1, 2)
    assert (await client.get(f"/cohorts/{cohort['id']}")).json()["plan_version"] == 1
    placements = (await client.get("/placements")).json()["items"]
    board = await board_of(client, solved)
    planned = sorted(place for name in ("Ada", "Bela") for place in places_of(board, name))
    assert sorted(each["setting_name"] for each in placements) == planned
    refused = await client.post(
        f"/scenarios/{solved['id']}/solve", json={}, headers={"If-Match": f'"{answer["version"]}"'}
    )
    assert refused.json()["type"] == "/problems/scenario-was-published"


async def test_the_second_to_publish_is_told_of_the_first(
    client: httpx.AsyncClient, solved: Json, scenario: Make, publish: Publish
) -> None:
    other = await scenario("Other idea", copy_of=solved["id"])
    assert (await publish(solved)).status_code == 200
    late = await publish(other)
    assert late.status_code == 409
    assert late.json()["type"] == "/problems/plan-moved-on"
    assert late.json()["current_plan_version"] == 1
    again = await publish(other, plan_version=1)
    assert again.json()["plan_version"] == 2
    assert again.json()["unchanged"] == 4
    assert (await client.get(f"/scenarios/{solved['id']}")).json()["state"] == "superseded"


async def test_another_plan_stays_near_the_one_in_force(
    client: httpx.AsyncClient, solved: Json, scenario: Make, solve: Make, publish: Publish
) -> None:
    assert (await publish(solved)).status_code == 200
    again = await solve(await scenario("From nothing"))
    answer = await client.get(f"/scenarios/{again['id']}/comparison", params={"with": solved["id"]})
    assert answer.json()["differences"] == []
    board = await board_of(client, await scenario("By hand", copy_of=solved["id"]))
    ward = next(setting["id"] for setting in board["settings"] if setting["name"] == "Ward 8")
    person = next(each for each in board["people"] if "Ward 7" in places_of(board, each["given_names"]))
    block = places_of(board, person["given_names"]).index("Ward 7")
    move = {"enrolment_id": person["enrolment_id"], "block": block, "to": {"at": "setting", "setting_id": ward}}
    check = await client.post(f"/scenarios/{board['scenario']['id']}/check", json={"moves": [move]})
    assert check.json()["cost_difference"] >= 6


async def test_an_unfinished_plan_is_not_published(
    client: httpx.AsyncClient, scenario: Make, solved: Json, publish: Publish
) -> None:
    empty = await scenario("Empty")
    refused = await publish(empty)
    assert refused.json()["type"] == "/problems/plan-not-ready"
    checklist = (await client.get(f"/scenarios/{empty['id']}/checklist")).json()
    assert not checklist["can_publish"]
    assert checklist["items"][0]["sentence"].startswith("4 blocks without a place: Ada Marsh and Bela Marsh")


async def test_a_conflict_is_explained_and_its_remedy_applied_with_one_action(
    on_record: OnRecord, place: Make, scenario: Make, solve: Make, publish: Publish, client: httpx.AsyncClient
) -> None:
    """The only apprentice of age for the ward is not vaccinated, and the other one is 17."""
    on_record.ordering = "ordered"
    on_record.blocks = on_record.blocks[:1]
    await place("Ward 7", "acute_ward", "health", 2, minimum_age=18, clearances=["vaccination:hepatitis_b"])
    on_record.person("Ada", clearances=[])
    stuck = await solve(await scenario())
    assert stuck["state"] == "no_plan"
    conflict = stuck["conflict"]
    assert conflict["headline"].startswith("There is no plan for Ada Marsh:")
    assert [person["name"] for person in conflict["people"]] == ["Ada Marsh"]
    assert any("hepatitis b vaccination" in reason for reason in conflict["reasons"])
    remedy = conflict["remedies"][0]
    assert remedy["verified"]
    assert remedy["sentence"] == ("Ada Marsh holds the hepatitis b vaccination from 1 March 2027 to 29 August 2027.")
    applied = await client.post(
        f"/scenarios/{stuck['id']}/assumptions",
        json={"changes": remedy["changes"]},
        headers={"If-Match": f'"{stuck["version"]}"'},
    )
    assert applied.status_code == 200, applied.text
    [assumption] = applied.json()["scenario"]["assumptions"]
    found = await solve(stuck)
    assert (found["state"], found["violations"]) == ("solved", 0)
    refused = await publish(found, accept=False)
    assert refused.json()["type"] == "/problems/plan-not-ready"
    checklist = (await client.get(f"/scenarios/{stuck['id']}/checklist")).json()
    assert [item["sentence"] for item in checklist["items"] if item["level"] == "accept"] == [
        f"Taken for granted: {remedy['sentence']}"
    ]
    dropped = await client.delete(
        f"/scenarios/{stuck['id']}/assumptions/{assumption['id']}", headers={"If-Match": f'"{found["version"]}"'}
    )
    assert dropped.json()["scenario"]["violations"] == 1
    assert dropped.json()["violations"][0]["rule"] == "clearances"


async def test_what_is_not_known_is_said(
    on_record: OnRecord, place: Make, scenario: Make, solve: Make, client: httpx.AsyncClient
) -> None:
    on_record.ordering = "ordered"
    on_record.blocks = on_record.blocks[:1]
    on_record.sector_rules = ({"sector": "health", "minimum_age": 18, "vaccination": "mandatory"},)
    await place("Ward 7", "acute_ward", "health", 2, lone_working=True)
    on_record.person("Ada", adjustments=["hearing_support"], first_sector="social_care")
    made = await solve(await scenario())
    checklist = (await client.get(f"/scenarios/{made['id']}/checklist")).json()
    said: dict[str, list[Any]] = {}
    for item in checklist["items"]:
        said.setdefault(item["topic"], []).append(item["sentence"])
    assert said["risk"] == ["Work alone at times at Ward 7 (Host of Ward 7): Ada Marsh. Assess the risk first."]
    unknown = " ".join(said["unknown"])
    for part in ("lives: Ada Marsh", "hearing support", "No mentor", "vaccination mandatory in health", "order of"):
        assert part in unknown
    assert checklist["hosts"] == [
        {
            "organisation_id": checklist["hosts"][0]["organisation_id"],
            "organisation_name": "Host of Ward 7",
            "gains": 1,
            "loses": 0,
        }
    ]
