"""Something happens to a plan in force: alternatives side by side, and nothing changes before one is published."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI

from placements_api.disruptions.mending import mend_plan
from placements_api.testing.boards import board_of, person_of, places_of, setting_of
from placements_api.testing.cohorts import Json, OnRecord, block
from placements_api.testing.engine import HereAndNow, Lost, PowerCut

Make = Callable[..., Awaitable[Json]]
Publish = Callable[..., Awaitable[httpx.Response]]
SECOND_BLOCK = "2027-05-24"


@pytest.fixture
async def in_force(
    on_record: OnRecord, place: Make, scenario: Make, solve: Make, publish: Publish, client: httpx.AsyncClient
) -> Json:
    """Ada on ward 7 and Bela on ward 8, then both in the community; there is a third, dearer ward."""
    on_record.ordering = "ordered"
    on_record.blocks = (
        block("Community", 12, "community_health_team", sector="health"),
        block("Ward", 12, "acute_ward", sector="health"),
    )
    await place("Team", "community_health_team", "health", 2)
    await place("Ward 7", "acute_ward", "health", 1, clearances=["dbs_enhanced"])
    await place("Ward 8", "acute_ward", "health", 1)
    await place("Ward 9", "acute_ward", "health", 1, position={"latitude": 50.9, "longitude": -0.6})
    home: Json = {"home_position": {"latitude": 50.817, "longitude": -0.365}, "travel_limit_minutes": 120}
    on_record.person("Ada", **home)
    on_record.person("Bela", **home)
    solved = await solve(await scenario())
    assert (await publish(solved)).status_code == 200
    return await board_of(client, solved)


async def report(client: httpx.AsyncClient, board: Json, what: Json, from_on: str = SECOND_BLOCK) -> httpx.Response:
    return await client.post(
        f"/cohorts/{board['scenario']['cohort_id']}/disruptions",
        json={"what": what, "from_on": from_on},
        headers={"Idempotency-Key": str(uuid4())},
    )


async def test_a_host_drops_out(client: httpx.AsyncClient, in_force: Json, mend: Make, publish: Publish) -> None:
    who = next(name for name in ("Ada", "Bela") if places_of(in_force, name)[1] == "Ward 7")
    host = setting_of(in_force, "Ward 7")["organisation_id"]
    told = await report(client, in_force, {"kind": "host_leaves", "organisation_id": host})
    assert told.status_code == 201, told.text
    assert told.json()["sentence"] == "Host of Ward 7 drops out from 24 May 2027."
    mended = await mend(told.json())
    assert (mended["state"], mended["least_changes"]) == ("mended", 1)
    best = mended["alternatives"][0]
    assert (best["people_moved"], best["blocks_changed"]) == (1, 1)
    [change] = best["changes"]
    assert (change["name"], change["before"], change["after"]) == (
        f"{who} Marsh",
        "Ward 7 (Host of Ward 7)",
        "Ward 9 (Host of Ward 9)",
    )
    assert {host["organisation_name"] for host in best["hosts"]} == {"Host of Ward 7", "Host of Ward 9"}
    [cohort] = (await client.get("/cohorts")).json()["items"]
    assert cohort["scenario_id"] == in_force["scenario"]["id"]
    read = (await client.get(f"/scenarios/{best['scenario_id']}")).json()
    assert read["violations"] == 0
    assert read["assumptions"][0]["sentence"].startswith("Ward 7 (Host of Ward 7) takes nobody from 24 May 2027")
    published = await publish({"id": best["scenario_id"]}, plan_version=1)
    assert (published.json()["moved"], published.json()["unchanged"]) == (1, 3)
    listed = (await client.get(f"/cohorts/{cohort['id']}/disruptions")).json()["items"]
    assert [each["id"] for each in listed] == [mended["id"]]


async def test_settings_that_are_added_meanwhile_take_nobodys_place(
    client: httpx.AsyncClient, app: FastAPI, in_force: Json, place: Make, partnership_id: UUID
) -> None:
    class Meanwhile(HereAndNow):
        async def run(self, *task: Any) -> Any:
            await place("A ward that comes first", "acute_ward", "health", 1)
            return await super().run(*task)

    ward = setting_of(in_force, "Ward 7")
    told = (await report(client, in_force, {"kind": "setting_closes", "setting_id": ward["id"]})).json()
    await mend_plan(app.state.sessions, Meanwhile(), partnership_id, UUID(told["id"]))
    mended = (await client.get(f"/disruptions/{told['id']}")).json()
    [change] = mended["alternatives"][0]["changes"]
    assert (change["before"], change["after"]) == ("Ward 7 (Host of Ward 7)", "Ward 9 (Host of Ward 9)")


async def test_a_clearance_fails(client: httpx.AsyncClient, in_force: Json, mend: Make) -> None:
    assert in_force["clearances"] == ["dbs_enhanced"]
    who = next(name for name in ("Ada", "Bela") if places_of(in_force, name)[1] == "Ward 7")
    enrolment_id = person_of(in_force, who)["enrolment_id"]
    what = {"kind": "clearance_fails", "enrolment_id": enrolment_id, "code": "dbs_enhanced"}
    mended = await mend((await report(client, in_force, what)).json())
    assert mended["state"] == "mended"
    assert mended["sentence"] == f"{who} Marsh does not hold the enhanced DBS check from 24 May 2027."
    after = await board_of(client, {"id": mended["alternatives"][0]["scenario_id"]})
    assert places_of(after, who)[1] != "Ward 7"
    assert after["violations"] == []


async def test_an_apprentice_leaves(client: httpx.AsyncClient, in_force: Json, mend: Make, publish: Publish) -> None:
    enrolment_id = person_of(in_force, "Ada")["enrolment_id"]
    told = await report(client, in_force, {"kind": "apprentice_leaves", "enrolment_id": enrolment_id}, "2027-03-05")
    assert told.json()["affected_now"] == ["Ada Marsh"]
    assert told.json()["takes_effect_on"] == SECOND_BLOCK
    mended = await mend(told.json())
    assert mended["least_changes"] == 0
    after = await board_of(client, {"id": mended["alternatives"][0]["scenario_id"]})
    assert [person["given_names"] for person in after["people"]] == ["Bela"]
    published = await publish(after["scenario"], plan_version=1)
    assert (published.json()["withdrawn"], published.json()["unchanged"]) == (2, 2)


async def test_what_cannot_be_mended_is_explained_where_it_can_be_remedied(
    client: httpx.AsyncClient, in_force: Json, mend: Make, solve: Make
) -> None:
    team = setting_of(in_force, "Team")["id"]
    what = {"kind": "capacity_shrinks", "setting_id": team, "at_most": 1}
    told = await report(client, in_force, what, "2027-03-01")
    assert told.json()["sentence"] == "Team (Host of Team) takes at most 1 from 1 March 2027."
    stuck = await mend(told.json())
    assert (stuck["state"], stuck["least_changes"]) == ("no_mend", None)
    best = stuck["alternatives"][0]
    assert (best["unplaced"], best["changes"][0]["after"]) == (1, "nowhere")
    assert "room for 1 at Team" in " ".join(stuck["conflict"]["reasons"])
    scenario = (await client.get(f"/scenarios/{stuck['conflict_scenario_id']}")).json()
    applied = await client.post(
        f"/scenarios/{scenario['id']}/assumptions",
        json={"changes": stuck["conflict"]["remedies"][0]["changes"]},
        headers={"If-Match": f'"{scenario["version"]}"'},
    )
    assert applied.status_code == 200, applied.text
    assert (await solve(scenario))["state"] == "solved"


async def test_everybody_without_a_way_is_named(client: httpx.AsyncClient, in_force: Json, mend: Make) -> None:
    what = {"kind": "setting_closes", "setting_id": setting_of(in_force, "Team")["id"]}
    stuck = await mend((await report(client, in_force, what, "2027-03-01")).json())
    assert stuck["state"] == "no_mend"
    conflict = stuck["conflict"]
    assert {person["name"] for person in conflict["people"]} == {"Ada Marsh", "Bela Marsh"}
    assert conflict["headline"].startswith("There is no plan for Ada Marsh: ")
    assert conflict["headline"].endswith("Nor is a way left for Bela Marsh, whatever the others do.")


async def test_what_is_not_in_the_plan_is_refused(client: httpx.AsyncClient, in_force: Json) -> None:
    unknown = await report(client, in_force, {"kind": "setting_closes", "setting_id": str(uuid4())})
    assert unknown.json()["errors"][0]["pointer"] == "/what/setting_id"
    team = setting_of(in_force, "Team")["id"]
    late = await report(client, in_force, {"kind": "setting_closes", "setting_id": team}, "2028-01-01")
    assert late.json()["errors"][0]["pointer"] == "/from_on"


async def test_without_a_plan_in_force_there_is_nothing_to_mend(
    client: httpx.AsyncClient, on_record: OnRecord, scenario: Make
) -> None:
    made = await scenario()
    told = await report(client, {"scenario": made}, {"kind": "setting_closes", "setting_id": str(uuid4())})
    assert told.json()["type"] == "/problems/no-plan-in-force"


async def test_what_was_told_by_mistake_is_deleted_with_its_alternatives(
    client: httpx.AsyncClient, in_force: Json, mend: Make
) -> None:
    what = {"kind": "setting_closes", "setting_id": setting_of(in_force, "Ward 7")["id"]}
    mended = await mend((await report(client, in_force, what)).json())
    assert (await client.delete(f"/disruptions/{mended['id']}")).status_code == 204
    assert (await client.get(f"/disruptions/{mended['id']}")).status_code == 404
    for alternative in mended["alternatives"]:
        assert (await client.get(f"/scenarios/{alternative['scenario_id']}")).status_code == 404


async def test_what_mended_the_plan_in_force_stays_on_record(
    client: httpx.AsyncClient, in_force: Json, mend: Make, publish: Publish
) -> None:
    what = {"kind": "setting_closes", "setting_id": setting_of(in_force, "Ward 7")["id"]}
    mended = await mend((await report(client, in_force, what)).json())
    assert (await publish({"id": mended["alternatives"][0]["scenario_id"]}, plan_version=1)).status_code == 200
    refused = await client.delete(f"/disruptions/{mended['id']}")
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/scenario-was-published")


async def test_a_search_that_is_broken_off_is_begun_again_then_fails_in_words(
    app: FastAPI, client: httpx.AsyncClient, in_force: Json, partnership_id: UUID
) -> None:
    what = {"kind": "setting_closes", "setting_id": setting_of(in_force, "Ward 7")["id"]}
    told = (await report(client, in_force, what)).json()
    for begun, state in ((0, "working"), (1, "working"), (2, "failed")):
        with suppress(PowerCut):
            await mend_plan(app.state.sessions, Lost(), partnership_id, UUID(told["id"]), begun)
        found = (await client.get(f"/disruptions/{told['id']}")).json()
        assert found["state"] == state
    assert found["failure"].startswith("The search for ways to mend the plan was broken off twice. Delete this")
    assert (await client.delete(f"/disruptions/{told['id']}")).status_code == 204
