"""Imports through the API."""

import io
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import httpx
import pytest
from openpyxl import load_workbook
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from service_common.auth import Principal, Role
from service_common.sheets import write_csv, write_xlsx
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_principal

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]
SETTING_COLUMNS = ("organisation", "name", "kind", "sector", "postcode", "minimum_age", "shift_kind")
WARD = ("Saltmarsh", "Ward 7", "Acute ward", "Health", "bn112dh", "18", "fixed_week")


class Importer:
    """Sends tables as one person."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def send(self, table: str, columns: tuple[str, ...], *rows: tuple[Any, ...], **query: Any) -> httpx.Response:
        body = write_csv(columns, rows)
        return await self.client.post(
            f"/imports/{table}", content=body, params=query, headers={"Content-Type": "text/csv"}
        )

    async def preview(self, table: str, columns: tuple[str, ...], *rows: tuple[Any, ...]) -> Json:
        answer = await self.send(table, columns, *rows, dry_run=True)
        assert answer.status_code == 200, answer.text
        previewed: Json = answer.json()
        assert previewed["applied"] is False
        return previewed

    async def apply(self, table: str, columns: tuple[str, ...], *rows: tuple[Any, ...]) -> Json:
        answer = await self.send(table, columns, *rows)
        assert answer.status_code == 200, answer.text
        applied: Json = answer.json()
        assert applied["applied"] is True
        return applied


@pytest.fixture
def importer(sign_in: SignIn, coordinator: Principal) -> Importer:
    return Importer(sign_in(coordinator))


def faults_of(answer: Json) -> dict[int, dict[str, str]]:
    return {row["row"]: {each["column"]: each["message"] for each in row["faults"]} for row in answer["rows"]}


def outcomes_of(answer: Json) -> list[str]:
    return [row["outcome"] for row in answer["rows"]]


ORGANISATION_COLUMNS = ("name", "kind", "sector", "postcode", "ods_code")


async def test_organisations_are_previewed_added_and_changed(
    importer: Importer, organisation: Create, session: AsyncSession
) -> None:
    there = await organisation(name="Saltmarsh Trust", ods_code="RYR", postcode="BN11 2DH")
    same = await organisation(name="Same", kind="hospice")
    rows = (
        ("Saltmarsh NHS Trust", "", "", "BN1 1AA", "ryr"),
        ("Fernbrook", "Home care", "Social care", "", ""),
    )
    previewed = await importer.preview(
        "organisations", ORGANISATION_COLUMNS, *rows[:2], ("Same", "hospice", "", "", "")
    )
    assert outcomes_of(previewed) == ["changed", "new", "unchanged"]
    assert previewed["rows"][0]["changes"] == [
        {"column": "name", "before": "Saltmarsh Trust", "after": "Saltmarsh NHS Trust"},
        {"column": "postcode", "before": "BN11 2DH", "after": "BN1 1AA"},
    ]
    assert len((await importer.client.get("/organisations")).json()["items"]) == 2, "a preview changes nothing"

    applied = await importer.apply("organisations", ORGANISATION_COLUMNS, *rows)
    assert applied["counts"] == {"new": 1, "changed": 1, "unchanged": 0, "removed": 0, "wrong": 0}
    listed = {item["name"]: item for item in (await importer.client.get("/organisations")).json()["items"]}
    assert listed.keys() == {"Saltmarsh NHS Trust", "Fernbrook", "Same"}
    assert listed["Saltmarsh NHS Trust"] == there | {
        "name": "Saltmarsh NHS Trust",
        "postcode": "BN1 1AA",
        "version": 2,
    }
    assert listed["Same"] == same
    told = await session.scalars(text("SELECT type FROM system.events ORDER BY position NULLS LAST, occurred_at"))
    assert sorted(told.all()) == ["organisation.created"] * 3 + ["organisation.updated"]
    again = await importer.apply("organisations", ORGANISATION_COLUMNS, *rows)
    assert outcomes_of(again) == ["unchanged", "unchanged"]


async def test_one_row_at_fault_keeps_all_from_being_taken(importer: Importer, organisation: Create) -> None:
    await organisation(name="One", ods_code="RYR")
    await organisation(name="Two")
    rows = (
        ("Fernbrook", "hospice", "health", "BN11", ""),
        ("Alder", "castle", "", "", "no!"),
        ("Two", "", "", "", "RYR"),
        ("Good", "hospice", "health", "", ""),
        ("good", "hospice", "health", "", ""),
    )
    previewed = await importer.preview("organisations", ORGANISATION_COLUMNS, *rows)
    faults = faults_of(previewed)
    assert faults[2] == {"postcode": "Enter a full postcode, like BN11 2DH."}
    assert faults[3].keys() == {"kind", "sector", "ods_code"}
    assert faults[3]["kind"].startswith("Enter one of: acute_trust, ")
    assert faults[4] == {"ods_code": "This is the ODS code of one organisation and the name of another."}
    assert faults[6] == {"name": "Row 5 is about the same organisation: put the two together."}
    assert previewed["counts"] == {"new": 1, "changed": 0, "unchanged": 0, "removed": 0, "wrong": 4}
    refused = await importer.send("organisations", ORGANISATION_COLUMNS, *rows)
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/invalid-input")
    assert "/rows/2/postcode" in {error["pointer"] for error in refused.json()["errors"]}
    assert len((await importer.client.get("/organisations")).json()["items"]) == 2


async def test_nothing_but_what_was_previewed_is_done(importer: Importer, organisation: Create, once: Any) -> None:
    there = await organisation(name="Fernbrook", kind="hospice")
    row = ("Fernbrook", "home_care", "", "", "")
    seen = (await importer.preview("organisations", ORGANISATION_COLUMNS, row))["digest"]
    await importer.client.put(
        f"/organisations/{there['id']}",
        json={"name": "Fernbrook", "kind": "voluntary", "sector": "health"},
        headers={"If-Match": '"1"'},
    )
    refused = await importer.send("organisations", ORGANISATION_COLUMNS, row, seen=seen)
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/preview-outdated")
    seen = (await importer.preview("organisations", ORGANISATION_COLUMNS, row))["digest"]
    assert (await importer.send("organisations", ORGANISATION_COLUMNS, row, seen=seen)).status_code == 200


async def test_settings_are_added_to_their_organisation_and_changed(importer: Importer, organisation: Create) -> None:
    await organisation(name="Saltmarsh", ods_code="RYR")
    columns: tuple[str, ...] = (
        *SETTING_COLUMNS,
        "weekdays",
        "starts_at",
        "ends_at",
        "evidence",
        "mentors",
        "clearances",
    )
    row: tuple[Any, ...] = (
        *WARD,
        "Mon-Thu, Sat",
        "8:00",
        "16:00:00",
        "care_certificate: 8.3, 13.3",
        "Nadia Okafor-Lind, 2",
        "car",
    )
    assert outcomes_of(await importer.apply("settings", columns, row)) == ["new"]
    [listed] = (await importer.client.get("/settings")).json()["items"]
    path = f"/settings/{listed['id']}"
    ward = (await importer.client.get(path)).json()
    assert ward["kind"] == "acute_ward"
    assert ward["postcode"] == "BN11 2DH"
    assert ward["shift_pattern"] == {
        "kind": "fixed_week",
        "weekdays": [1, 2, 3, 4, 6],
        "starts_at": "08:00",
        "ends_at": "16:00",
        "break_minutes": 0,
    }
    assert ward["evidence"] == [{"qualification": "care_certificate", "criteria": ["8.3", "13.3"]}]
    assert ward["mentors"] == [{"name": "Nadia Okafor-Lind", "email": None, "apprentices_at_once": 2}]

    columns = ("organisation", "name", "minimum_age", "shift_kind", "days_on", "days_off", "shift_hours")
    row = ("ryr", "ward 7", "17", "rolling", "4", "4", "12")
    applied = await importer.apply("settings", columns, row)
    assert [change["column"] for change in applied["rows"][0]["changes"]] == [
        "name",
        "minimum_age",
        "shift_kind",
        "weekdays",
        "ends_at",
        "shift_hours",
        "days_on",
        "days_off",
    ]
    changed = (await importer.client.get(path)).json()
    assert changed["shift_pattern"]["kind"] == "rolling"
    assert (changed["version"], changed["mentors"]) == (2, ward["mentors"]), "what is left empty stays"


@pytest.mark.parametrize(
    ("column", "given", "said"),
    [
        ("organisation", "Nowhere", "No organisation has this name or ODS code"),
        ("kind", "castle", "Enter one of: acute_ward"),
        ("minimum_age", "twelve", "Enter the minimum age"),
        ("weekdays", "Mon-Someday", "Enter the days of a fixed_week"),
        ("starts_at", "25:00", "Enter a time of day"),
        ("break_minutes", "180", None),
        ("days_on", "4", "Enter the days on of a rolling pattern"),
        ("shift_kind", "sometimes", "Enter one of: fixed_week"),
        ("latitude", "50.8", None),
        ("mentors", "Nadia", "Enter each mentor's name"),
        ("mentors", ",", "Enter each mentor's name"),
        ("evidence", "care_certificate", "Enter each qualification's code"),
        ("contact_email", "nobody", None),
        ("clearances", "luck", "Enter clearances separated by semicolons"),
        ("lone_working", "perhaps", "Enter yes or no."),
    ],
)
async def test_a_fault_of_a_setting_names_its_column(
    importer: Importer, organisation: Create, column: str, given: str, said: str | None
) -> None:
    await organisation(name="Saltmarsh")
    cells = dict(zip(SETTING_COLUMNS, WARD, strict=True)) | {"weekdays": "Mon", "starts_at": "8:00", "ends_at": "10:00"}
    cells |= {column: given}
    [faults] = faults_of(await importer.preview("settings", tuple(cells), tuple(cells.values()))).values()
    expected = {"break_minutes": "shift_kind", "latitude": "longitude", "contact_email": "contact_name"}
    assert expected.get(column, column) in faults
    if said:
        assert faults[column].startswith(said)
    if column == "break_minutes":
        assert faults["shift_kind"] == "The break is as long as the shift: correct the times or the break."


CAPACITY = ("organisation", "setting", "starts_on", "ends_on", "at_most", "at_least", "closed_week_of", "closed_weeks")


async def test_the_rows_of_a_setting_are_its_periods_afterwards(
    importer: Importer, organisation: Create, setting: Create
) -> None:
    trust = await organisation(name="Saltmarsh")
    ward = await setting(name="Ward 7", organisation_id=trust["id"])
    other = await setting(name="Ward 8", organisation_id=trust["id"])
    first = ("Saltmarsh", "Ward 7", "01/03/2027", "2027-08-31", 2, "", "", "")
    closed = ("Saltmarsh", "Ward 7", "", "", "", "", "2027-04-08", 1)
    applied = await importer.apply(
        "capacity", CAPACITY, first, closed, ("Saltmarsh", "Ward 8", "2027-03-01", "", 1, "", "", "")
    )
    assert applied["counts"]["new"] == 3
    again = ("Saltmarsh", "Ward 7", "2027-03-01", "2027-08-31", 3, 1, "", "")
    following = ("Saltmarsh", "Ward 7", "2027-10-01", "", 1, "", "", "")
    assert outcomes_of(await importer.apply("capacity", CAPACITY, again, following)) == ["changed", "new"]
    previewed = await importer.preview("capacity", CAPACITY, following)
    assert outcomes_of(previewed) == ["unchanged", "removed"]
    assert previewed["rows"][1]["row"] is None
    assert previewed["rows"][1]["changes"][0] == {"column": "starts_on", "before": "2027-03-01", "after": None}
    assert outcomes_of(await importer.apply("capacity", CAPACITY, following)) == ["unchanged", "removed"]
    read = (await importer.client.get(f"/settings/{ward['id']}")).json()
    assert [(period["starts_on"], period["at_most"]) for period in read["periods"]] == [("2027-10-01", 1)]
    assert [closure["week_of"] for closure in read["closures"]] == ["2027-04-05"], "closed weeks have no rows and stay"
    assert (await importer.client.get(f"/settings/{other['id']}")).json()["version"] == 2


async def test_faults_of_capacity(importer: Importer, organisation: Create, setting: Create) -> None:
    trust = await organisation(name="Saltmarsh")
    await setting(name="Ward 7", organisation_id=trust["id"])

    def row(*cells: Any) -> tuple[Any, ...]:
        return ("Saltmarsh", "Ward 7", *cells)

    rows = (
        ("Saltmarsh", "Ward 70", "2027-03-01", "", 1, "", "", ""),
        row("2027-03-01", "", 1, "", "", ""),
        row("2028-03-01", "", 1, "", "", ""),
        row("soon", "", "", "", "", ""),
        row("2026-03-01", "2026-02-01", 1, "", "", ""),
        row("2026-03-01", "", 1, "", "2026-03-01", 1),
        row("", "", "", "", "2026-03-01", 2),
        row("", "", "", "", "2026-03-05", 1),
    )
    faults = faults_of(await importer.preview("capacity", CAPACITY, *rows))
    assert faults[2]["setting"].startswith("The organisation has no setting of this name")
    assert faults[3] == {}
    assert faults[4] == {
        "starts_on": "It shares a day with the period of an earlier row: let one end before the next begins."
    }
    assert faults[5] == {
        "starts_on": "Enter a day, like 2027-03-01 or 01/03/2027.",
        "at_most": "Enter how many at most, from 0 to 1000.",
    }
    assert faults[6] == {"": "The last day lies before the first: correct one of the two."}
    assert faults[7] == {"": "Put the closed weeks into a row of their own."}
    assert faults[9] == {"closed_week_of": "An earlier row closes some of these weeks already: put the two together."}


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
async def test_what_is_recorded_is_downloaded_and_changes_nothing_when_sent_back(
    importer: Importer, organisation: Create, setting: Create, format_: str
) -> None:
    trust = await organisation(name="Saltmarsh", ods_code="RYR", employer_id="054549452")
    awkward = {"permitted_tasks": ["Meals; drinks"], "mentors": [{"name": "Okafor, N.", "apprentices_at_once": 1}]}
    ward = await setting(organisation_id=trust["id"], **awkward)
    rota = {"kind": "rota", "weekly_hours": 37.5, "earliest_start": "07:00", "latest_end": "22:00", "weekends": True}
    await setting(organisation_id=trust["id"], shift_pattern=rota | {"note": "By the month"})
    week = {"kind": "fixed_week", "weekdays": [1, 3], "starts_at": "09:00", "ends_at": "17:00", "break_minutes": 30}
    await setting(organisation_id=trust["id"], shift_pattern=week, position=None, contact=None, evidence=[])
    capacity = {
        "periods": [{"starts_on": "2027-03-01", "at_most": 2, "at_least": 2, "or_none": True}],
        "closures": [{"week_of": "2027-12-20", "weeks": 2, "reason": "=Refurbishment"}],
    }
    answer = await importer.client.put(f"/settings/{ward['id']}/capacity", json=capacity, headers={"If-Match": '"1"'})
    assert answer.status_code == 200, answer.text
    for table, rows in (("organisations", 1), ("settings", 3), ("capacity", 2)):
        file = await importer.client.get(f"/imports/{table}/template", params={"recorded": True, "format": format_})
        assert f'filename="{table}.{format_}"' in file.headers["content-disposition"]
        back = await importer.client.post(f"/imports/{table}", content=file.content)
        assert outcomes_of(back.json()) == ["unchanged"] * rows, back.text


async def test_the_template_is_empty_but_for_its_columns(importer: Importer, setting: Create) -> None:
    await setting()
    file = await importer.client.get("/imports/settings/template", params={"format": "xlsx"})
    [names] = load_workbook(io.BytesIO(file.content)).worksheets[0].iter_rows(values_only=True)
    assert names[:3] == ("organisation", "name", "kind")


async def test_a_workbook_is_read_like_csv(importer: Importer, setting: Create) -> None:
    ward = await setting()
    columns = ("organisation", "setting", "starts_on", "at_most")
    body = write_xlsx(columns, [(ward["organisation_name"], ward["name"], "2027-03-01", 2)])
    answer = await importer.client.post("/imports/capacity", content=body)
    assert outcomes_of(answer.json()) == ["new"], answer.text


async def test_what_is_no_table_is_told(importer: Importer) -> None:
    answer = await importer.client.post("/imports/organisations", content=b"colour\nred\n")
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/sheet-unreadable")
    assert "There is no column “colour”" in answer.json()["detail"]


async def test_who_may_import(sign_in: SignIn, principal: Callable[..., Principal], partnership_id: UUID) -> None:
    for role in Role:
        client = sign_in(principal(role))
        allowed = role in {Role.COORDINATOR, Role.ADMINISTRATOR}
        answer = await client.post("/imports/organisations", content=b"name\n", params={"dry_run": True})
        assert answer.status_code == (200 if allowed else 403), role
        assert (await client.get("/imports/organisations/template")).status_code == (200 if allowed else 403), role


async def test_another_partnerships_hosts_are_not_found(
    sign_in: SignIn, organisation: Create, setting: Create, elsewhere: UUID
) -> None:
    trust = await organisation(name="Saltmarsh", ods_code="RYR")
    await setting(name="Ward 7", organisation_id=trust["id"])
    other = Importer(sign_in(make_principal(Role.COORDINATOR, partnership_id=elsewhere)))
    row = ("RYR", "Ward 7", "2027-03-01", "", 1, "", "", "")
    assert "organisation" in faults_of(await other.preview("capacity", CAPACITY, row))[2]
    file = await other.client.get("/imports/settings/template", params={"recorded": True})
    assert len(file.text.strip().splitlines()) == 1
