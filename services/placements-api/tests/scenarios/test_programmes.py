"""The rotations of the nine programmes in small: each is planned, and keeps what the programme is about."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any
from uuid import uuid4

import httpx

from placements_api.testing.boards import board_of, places_of
from placements_api.testing.cohorts import WARD_AND_CARE_HOME, Json, OnRecord, block

Make = Callable[..., Awaitable[Json]]


async def planned(client: httpx.AsyncClient, scenario: Make, solve: Make) -> Json:
    made = await solve(await scenario())
    assert (made["state"], made["violations"], made["unplaced"]) == ("solved", 0, 0), made
    assert made["cost"] == made["progress"]["best"]
    return await board_of(client, made)


async def test_the_17_year_old_starts_in_social_care(
    on_record: OnRecord,
    place: Make,
    scenario: Make,
    solve: Make,
    publish: Callable[..., Awaitable[httpx.Response]],
    client: httpx.AsyncClient,
) -> None:
    """Coastal West Sussex: half start on the ward, half in council care; 18 in the NHS, after an induction."""
    induction = block("Induction", 2, at="training_provider", kind="induction")
    on_record.blocks = (induction, *WARD_AND_CARE_HOME)
    on_record.sector_rules = ({"sector": "health", "minimum_age": 18, "vaccination": "mandatory"},)
    await place("Ward 7", "acute_ward", "health", 2, clearances=["vaccination:hepatitis_b"])
    await place("Saltings", "care_home", "social_care", 2)
    for name in ("Ada", "Bela", "Cyd"):
        on_record.person(name)
    on_record.person("Dot", born_on=date(2009, 7, 1))
    board = await planned(client, scenario, solve)
    assert places_of(board, "Dot") == ["home", "Saltings", "Ward 7"]
    assert sum(places_of(board, name)[1] == "Saltings" for name in ("Ada", "Bela", "Cyd", "Dot")) == 2
    assert [block["name"] for block in board["blocks"]] == ["Induction", "Placement 1", "Placement 2"]
    assert (await publish(board["scenario"])).status_code == 200
    placements = (await client.get("/placements", params={"limit": 100})).json()["items"]
    names = {(each["setting_name"], each["block_name"]) for each in placements if each["setting_name"]}
    assert names == {("Ward 7", "Ward"), ("Saltings", "Care home")}


async def test_three_rotations_in_any_order(
    on_record: OnRecord, place: Make, scenario: Make, solve: Make, client: httpx.AsyncClient
) -> None:
    """Suffolk: social care, community health and hospital, in an order of one's own, with room for one each."""
    on_record.ordering = "free"
    on_record.blocks = (
        block("Social care", 17, "care_home", sector="social_care"),
        block("Community", 17, "community_health_team", sector="health"),
        block("Hospital", 17, "acute_ward", sector="health"),
    )
    await place("Orwell House", "care_home", "social_care", 1)
    await place("Community team", "community_health_team", "health", 1)
    await place("Ward 1", "acute_ward", "health", 1)
    for name in ("Ada", "Bela", "Cyd"):
        on_record.person(name)
    board = await planned(client, scenario, solve)
    everywhere = {"Orwell House", "Community team", "Ward 1"}
    ways = [places_of(board, name) for name in ("Ada", "Bela", "Cyd")]
    assert all(set(way) == everywhere for way in ways)
    assert all({way[n] for way in ways} == everywhere for n in range(3))


async def test_every_apprentice_can_evidence_moving_and_handling(
    on_record: OnRecord, place: Make, scenario: Make, solve: Make, client: httpx.AsyncClient
) -> None:
    """Lincolnshire: one placement at home, training between, and of two care homes only one offers the criterion."""
    training = block("Training between rotations", 1, at="training_provider", kind="training")
    on_record.ordering = "free"
    on_record.blocks = (
        block("Acute", 12, "acute_ward", sector="health", at="home"),
        training,
        block("Mental health", 12, "mental_health_team", sector="health"),
        training,
        block("Social care", 12, "care_home", sector="social_care"),
    )
    evidence = [{"qualification": "care_certificate", "criteria": ["13.3"]}]
    await place("Mind team", "mental_health_team", "health", 1)
    await place("Near", "care_home", "social_care", 2)
    await place("Far", "care_home", "social_care", 1, evidence=evidence)
    for name in ("Ada", "Bela"):
        on_record.person(name, missing={"care_certificate": ["13.3", "1.1"]})
    board = await planned(client, scenario, solve)
    for name in ("Ada", "Bela"):
        way = places_of(board, name)
        assert way.count("home") == 3
        assert {"Mind team", "Far"} <= set(way)
    checklist = (await client.get(f"/scenarios/{board['scenario']['id']}/checklist")).json()
    assert any("1.1 of Care certificate" in item["sentence"] for item in checklist["items"])


async def test_two_placements_at_different_partners(
    on_record: OnRecord,
    place: Make,
    organisation: Make,
    scenario: Make,
    solve: Make,
    client: httpx.AsyncClient,
) -> None:
    """Leeds: home, two partners who are not the employer of record, home again."""
    on_record.ordering = "ordered"
    partner = ("acute_ward", "hospice")
    on_record.blocks = (
        block("Home", 20, at="home"),
        block("Partner 1", 12, *partner),
        block("Partner 2", 12, *partner),
        block("Back home", 4, at="home"),
    )
    own = await organisation(name="Employer")
    await place("Own ward", "acute_ward", "health", 5, organisation_id=own["id"])
    trust = await organisation(name="Trust")
    await place("Ward A", "acute_ward", "health", 2, organisation_id=trust["id"])
    await place("Ward B", "acute_ward", "health", 2, organisation_id=trust["id"])
    await place("Hospice", "hospice", "health", 1)
    on_record.person("Ada", employer_id=own["id"])
    on_record.person("Bela", employer_id=own["id"])
    wishes = {"never_twice": ["setting", "host"]}
    made = await scenario()
    answer = await client.put(
        f"/programmes/{on_record.programme_id}/planning-settings", json=wishes, headers={"If-Match": '"0"'}
    )
    assert answer.status_code == 200, answer.text
    board = await board_of(client, await solve(made))
    for name in ("Ada", "Bela"):
        first, *middle, last = places_of(board, name)
        assert (first, last) == ("home", "home")
        assert "Hospice" in middle
        assert {"Ward A", "Ward B"} & set(middle)


async def test_people_s_homes_need_a_car_where_it_is_told(
    on_record: OnRecord, place: Make, scenario: Make, solve: Make, client: httpx.AsyncClient
) -> None:
    """Blackburn with Darwen: a year each in the NHS and with the council, who is the employer."""
    on_record.blocks = (
        block("NHS team", 52, "community_health_team", "mental_health_team", sector="health"),
        block("Council", 52, "home_care", sector="social_care", at="home"),
    )
    await place("Visits", "community_health_team", "health", 2, clearances=["car"], lone_working=True)
    await place("Clinic", "mental_health_team", "health", 1)
    on_record.person("Ada")
    on_record.person("Bela", travel_means=["public_transport"])
    board = await planned(client, scenario, solve)
    assert set(places_of(board, "Bela")) == {"home", "Clinic"}
    ways = [places_of(board, name) for name in ("Ada", "Bela")]
    assert {way.index("home") for way in ways} == {0, 1}


async def test_six_and_six_swap(
    on_record: OnRecord, place: Make, scenario: Make, solve: Make, client: httpx.AsyncClient
) -> None:
    """North West: half at the hospital that employs them, half in social care; nobody under 18 in the hospital."""
    on_record.blocks = (
        block("Hospital", 26, "acute_ward", sector="health", at="home"),
        block("Social care", 26, "care_home", sector="social_care"),
    )
    on_record.sector_rules = ({"sector": "health", "minimum_age": 18, "vaccination": "voluntary"},)
    await place("Care home", "care_home", "social_care", 3)
    for name in ("Ada", "Bela", "Cyd", "Dot", "Eve"):
        on_record.person(name)
    on_record.person("Flo", born_on=date(2009, 6, 1))
    board = await planned(client, scenario, solve)
    ways = [places_of(board, name) for name in ("Ada", "Bela", "Cyd", "Dot", "Eve", "Flo")]
    assert sum(way == ["home", "Care home"] for way in ways) == 3
    assert places_of(board, "Flo") == ["Care home", "home"]


async def test_travel_is_the_constraint(
    on_record: OnRecord, place: Make, scenario: Make, solve: Make, client: httpx.AsyncClient
) -> None:
    """Staffordshire: rural buses reach one of two care homes in time."""
    on_record.ordering = "ordered"
    on_record.blocks = (block("Care home", 13, "care_home", sector="social_care"),)
    await place("Leek", "care_home", "social_care", 1, position={"latitude": 53.106, "longitude": -2.024})
    await place("Stafford", "care_home", "social_care", 1, position={"latitude": 52.806, "longitude": -2.117})
    in_leek: dict[str, Any] = {"home_position": {"latitude": 53.11, "longitude": -2.03}}
    on_record.person("Ada", **in_leek, travel_means=["car"], travel_limit_minutes=90)
    on_record.person("Bela", **in_leek, travel_means=["public_transport"], travel_limit_minutes=45)
    board = await planned(client, scenario, solve)
    assert places_of(board, "Bela") == ["Leek"]
    assert places_of(board, "Ada") == ["Stafford"]
    assert all(cell["travel_minutes"] is not None for person in board["people"] for cell in person["cells"])


async def test_short_placements_between_long_stays_at_home(
    on_record: OnRecord, place: Make, scenario: Make, solve: Make, client: httpx.AsyncClient
) -> None:
    """Herefordshire, and Liverpool: a home employer with short placements elsewhere, in a fixed order."""
    on_record.ordering = "ordered"
    on_record.blocks = (
        block("Home", 16, at="home"),
        block("Primary care", 4, "gp_practice", sector="health"),
        block("Home again", 12, at="home"),
        block("Health promotion", 6, "community_health_team", sector="health"),
    )
    await place("Surgery", "gp_practice", "health", 1)
    await place("Ambassadors", "community_health_team", "health", 1)
    on_record.person("Ada")
    board = await planned(client, scenario, solve)
    assert places_of(board, "Ada") == ["home", "Surgery", "home", "Ambassadors"]


async def test_what_other_cohorts_have_is_not_free(
    on_record: OnRecord,
    place: Make,
    scenario: Make,
    solve: Make,
    publish: Callable[..., Awaitable[httpx.Response]],
    client: httpx.AsyncClient,
    session: Any,
) -> None:
    """The setting's only place is taken by a published plan of another cohort; the later cohort goes elsewhere."""
    on_record.ordering = "ordered"
    on_record.blocks = (block("Ward", 12, "acute_ward", sector="health"),)
    first = await place("Ward 1", "acute_ward", "health", 1)
    on_record.person("Ada")
    board = await planned(client, scenario, solve)
    assert (await publish(board["scenario"])).status_code == 200
    later = OnRecord(on_record.partnership_id, blocks=on_record.blocks, ordering="ordered")
    later.person("Zoe")
    await later.store(session)
    other = await client.post(
        "/scenarios",
        json={"cohort_id": str(later.cohort_id), "name": "Later"},
        headers={"Idempotency-Key": str(uuid4())},
    )
    made = await solve(other.json())
    assert made["state"] == "no_plan"
    assert "room for 0 at Ward 1 (Host of Ward 1)" in made["conflict"]["reasons"][0]
    assert made["conflict"]["remedies"][0]["changes"][0]["kind"] == "extra_capacity"
    shown = next(each for each in (await board_of(client, made))["settings"] if each["id"] == first["id"])
    assert set(shown["weekly_others"]) == {1}


async def test_a_rotation_without_hosts_is_planned_as_well(
    on_record: OnRecord, scenario: Make, solve: Make, client: httpx.AsyncClient
) -> None:
    on_record.ordering = "ordered"
    on_record.blocks = (block("First half", 26, at="home"), block("Second half", 26, at="home"))
    on_record.person("Ada")
    board = await planned(client, scenario, solve)
    assert places_of(board, "Ada") == ["home", "home"]
    assert board["settings"] == []


async def test_a_cohort_of_nobody_has_a_board_and_no_plan(
    on_record: OnRecord, place: Make, scenario: Make, client: httpx.AsyncClient
) -> None:
    await place("Ward 7", "acute_ward", "health", 1)
    made = await scenario()
    assert (await board_of(client, made))["people"] == []
    refused = await client.post(f"/scenarios/{made['id']}/solve", json={}, headers={"If-Match": '"1"'})
    assert refused.json()["type"] == "/problems/cohort-not-plannable"
    checklist = (await client.get(f"/scenarios/{made['id']}/checklist")).json()
    assert not checklist["can_publish"]


async def test_who_has_left_is_not_planned_for(
    on_record: OnRecord, place: Make, scenario: Make, solve: Make, client: httpx.AsyncClient
) -> None:
    await place("Ward 7", "acute_ward", "health", 1)
    await place("Saltings", "care_home", "social_care", 1)
    on_record.person("Ada")
    gone = on_record.person("Bela")
    made = await solve(await scenario())
    left = await client.post(
        f"/scenarios/{made['id']}/assumptions",
        json={"changes": [{"kind": "leaves", "enrolment_id": str(gone)}]},
        headers={"If-Match": f'"{made["version"]}"'},
    )
    assert left.status_code == 200, left.text
    assert [person["given_names"] for person in (await board_of(client, made))["people"]] == ["Ada"]
    back = await client.post(f"/scenarios/{made['id']}/undo", headers={"If-Match": f'"{left.json()["version"]}"'})
    assert back.json()["scenario"]["unplaced"] == 0
    assert places_of(await board_of(client, made), "Bela") != ["nowhere", "nowhere"]
