"""Imports of travel, hours and clearances through the API."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from learners_api.fact_imports.schemas import COLUMNS
from service_common.auth import Principal, Role
from service_common.sheets import XLSX, read_sheet, write_csv, write_xlsx
from service_common.testing.plugin import SignIn

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]
PATH = "/planning-facts/import"


async def send(client: httpx.AsyncClient, body: bytes, *, dry_run: bool) -> httpx.Response:
    return await client.post(PATH, content=body, params={"dry_run": dry_run}, headers={"Content-Type": "text/csv"})


async def recorded(client: httpx.AsyncClient, learner_id: str) -> tuple[Json, list[Json]]:
    facts = (await client.get(f"/learners/{learner_id}/planning-facts")).json()
    return facts, (await client.get(f"/learners/{learner_id}/clearances")).json()["items"]


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
async def test_all_rows_are_previewed_and_then_taken(
    coordinator: httpx.AsyncClient,
    add_enrolment: Add,
    add_clearance: Add,
    record_facts: Add,
    new_learner: Callable[..., Json],
    write: Callable[..., bytes],
) -> None:
    learner = new_learner()
    one, uln = await add_enrolment(learner=learner), learner["uln"]
    two = await add_enrolment(learner=new_learner(given_names="Zoë", family_name="Oakes"))
    await record_facts(one["learner_id"], travel_limit_minutes=45, contracted_weekly_hours=37.5)
    await add_clearance(two["learner_id"], note="Seen on paper.")
    body = write(
        (
            "learner_id",
            "uln",
            "family_name",
            "travel_means",
            "travel_limit_minutes",
            "latitude",
            "longitude",
            "clearance",
            "valid_from",
            "expires_on",
            "reference",
        ),
        [
            (
                None,
                uln,
                "CATCHPOLE",
                "car, public_transport",
                60,
                50.811,
                -0.371,
                "car",
                "01/03/2027",
                None,
                None,
            ),
            (None, uln, None, None, 60, None, None, "driving_licence", "2027-03-01", "2037-02-28", "X 1"),
            (
                two["learner_id"],
                None,
                "Oakes",
                None,
                None,
                None,
                None,
                "dbs_enhanced",
                "2027-02-15",
                "2029-02-14",
                None,
            ),
            (two["learner_id"], None, None, None, None, None, None, None, None, None, None),
        ],
    )
    preview = await send(coordinator, body, dry_run=True)
    assert preview.status_code == 200, preview.text
    told = preview.json()
    assert (told["applied"], told["changes"], told["faulty_rows"]) == (False, 7, 0)
    assert [row["row"] for row in told["rows"]] == [2, 3, 4, 5]
    assert told["rows"][0] == {
        "row": 2,
        "learner_id": one["learner_id"],
        "given_names": "Imogen",
        "family_name": "Catchpole",
        "facts": [
            {"column": "travel_means", "before": None, "after": "car, public_transport"},
            {"column": "travel_limit_minutes", "before": "45", "after": "60"},
            {"column": "latitude", "before": None, "after": "50.811"},
            {"column": "longitude", "before": None, "after": "-0.371"},
        ],
        "clearance": {
            "code": "car",
            "before": None,
            "after": {"valid_from": "2027-03-01", "expires_on": None, "reference": None},
        },
        "faults": [],
    }
    assert told["rows"][2]["clearance"]["before"]["expires_on"] == "2030-02-14"
    facts, clearances = await recorded(coordinator, one["learner_id"])
    assert (facts["travel_means"], facts["version"], clearances) == ([], 1, [])

    taken = await send(coordinator, body, dry_run=False)
    assert taken.json() == told | {"applied": True}
    facts, clearances = await recorded(coordinator, one["learner_id"])
    assert facts["home_position"] == {"latitude": 50.811, "longitude": -0.371}
    assert (facts["travel_limit_minutes"], facts["contracted_weekly_hours"], facts["version"]) == (60, 37.5, 2)
    assert [(each["code"], each["expires_on"]) for each in clearances] == [
        ("car", None),
        ("driving_licence", "2037-02-28"),
    ]
    facts, (checked,) = await recorded(coordinator, two["learner_id"])
    assert facts["version"] == 0
    assert (checked["expires_on"], checked["note"], checked["version"]) == ("2029-02-14", "Seen on paper.", 2)
    again = (await send(coordinator, body, dry_run=False)).json()
    assert (again["changes"], again["applied"]) == (0, True)


async def test_one_row_at_fault_keeps_all_from_being_taken(
    coordinator: httpx.AsyncClient,
    add_enrolment: Add,
    add_clearance: Add,
    new_learner: Callable[..., Json],
) -> None:
    good = (await add_enrolment())["learner_id"]
    young = (await add_enrolment(learner=new_learner(date_of_birth="2009-09-01")))["learner_id"]
    await add_clearance(good)
    lines = [
        "learner_id,uln,family_name,travel_limit_minutes,weekly_hours_limit,latitude,clearance,valid_from,expires_on",
        f"{good},,,45,,,,,",
        f"{uuid4()},,,45,,,,,",
        ",,,45,,,,,",
        f"{good},,Somebody,45,,,,,",
        f"{good},1000000044,,45,,,,,",
        f"{young},,,ages,,,,,",
        f"{young},,,,48,,,,",
        f"{young},,,,,50.8,,,",
        f"{good},,,,,,dbs_enhanced,2028-01-01,",
        f"{good},,,,,,dbs_enhanced,2028-01-01,2027-01-01",
        f"{good},,,,,,,2028-01-01,",
        f"{good},,,,,,car,,",
        f"{good},,,,,,car,2027-03-01,",
        f"{good},,,,,,car,31/02/2027,",
    ]
    body = "\n".join(lines).encode()
    told = (await send(coordinator, body, dry_run=True)).json()
    faulty = {row["row"]: [fault["column"] for fault in row["faults"]] for row in told["rows"] if row["faults"]}
    assert faulty == {
        3: ["learner_id"],
        4: ["uln"],
        5: ["learner_id"],
        6: ["uln"],
        7: ["travel_limit_minutes"],
        8: ["weekly_hours_limit"],
        9: [""],
        10: ["valid_from"],
        11: [""],
        12: [""],
        13: [""],
        15: ["valid_from"],
    }
    assert told["rows"][5]["faults"][0]["message"] == "Give whole minutes, from 5 to 240."
    assert told["rows"][13]["faults"][0]["message"] == "Give a day, such as 2027-03-01 or 01/03/2027."
    assert (told["faulty_rows"], told["applied"], told["changes"]) == (12, False, 2)
    refused = await send(coordinator, body, dry_run=False)
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/invalid-input")
    assert [fault["pointer"] for fault in refused.json()["errors"]][:4] == [
        "/rows/3/learner_id",
        "/rows/4/uln",
        "/rows/5/learner_id",
        "/rows/6/uln",
    ]
    facts, clearances = await recorded(coordinator, good)
    assert (facts["travel_limit_minutes"], len(clearances)) == (None, 1)


async def test_the_template_comes_filled_and_can_be_sent_back(
    coordinator: httpx.AsyncClient, add_cohort: Add, add_enrolment: Add, record_facts: Add
) -> None:
    cohort_id = (await add_cohort())["id"]
    learner_id = (await add_enrolment(cohort_id=cohort_id))["learner_id"]
    await record_facts(learner_id, travel_means=["car"], home_position={"latitude": 50.8, "longitude": -0.4})
    for format_, media_type in (("csv", "text/csv; charset=utf-8"), ("xlsx", XLSX)):
        file = await coordinator.get("/planning-facts/template", params={"format": format_, "cohort_id": cohort_id})
        assert (file.status_code, file.headers["content-type"]) == (200, media_type)
        assert f'filename="travel-hours-clearances.{format_}"' in file.headers["content-disposition"]
        (row,) = await read_sheet(file.content, COLUMNS)
        assert (row.cells["family_name"], row.cells["longitude"]) == ("Catchpole", "-0.4")
        sent = (await send(coordinator, file.content, dry_run=False)).json()
        assert (sent["changes"], sent["faulty_rows"]) == (0, 0)
    empty = await coordinator.get("/planning-facts/template")
    assert empty.text.startswith("\ufefflearner_id,uln,given_names")
    assert empty.text.count("\n") == 1


async def test_what_is_no_table_is_told(coordinator: httpx.AsyncClient) -> None:
    for body in (b"", b"nickname\nZo\n", b"PK\x03\x04"):
        answer = await send(coordinator, body, dry_run=True)
        assert (answer.status_code, answer.json()["type"]) == (422, "/problems/sheet-unreadable")
    assert (await send(coordinator, b"uln\n" * 300_000, dry_run=True)).status_code == 413


async def test_who_may_import(
    stranger: httpx.AsyncClient, sign_in: SignIn, principal: Callable[..., Principal], add_enrolment: Add
) -> None:
    learner_id = (await add_enrolment())["learner_id"]
    body = f"learner_id,travel_limit_minutes\n{learner_id},45\n".encode()
    own = {"learner_id": UUID(learner_id)}
    for role in set(Role) - {Role.COORDINATOR}:
        client = sign_in(principal(role, **own))
        assert (await send(client, body, dry_run=True)).status_code == 403, role
        assert (await client.get("/planning-facts/template")).status_code == 403, role
    assert (await send(sign_in(None), body, dry_run=True)).status_code == 401
    (row,) = (await send(stranger, body, dry_run=True)).json()["rows"]
    assert (row["learner_id"], [fault["column"] for fault in row["faults"]]) == (None, ["learner_id"])
