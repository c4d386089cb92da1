"""Settings through the API."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.host_settings.schemas import EXAMPLE
from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_client_principal, make_principal

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]
FIRST = {"If-Match": '"1"'}
FROM_MARCH = {"starts_on": "2027-03-01", "ends_on": None, "at_most": 2, "at_least": 0, "or_none": False}


def facts(setting: Json) -> Json:
    """What a change of the setting sends: all that it is, but for what changes otherwise or is derived."""
    return {name: setting[name] for name in EXAMPLE}


async def test_a_coordinator_adds_a_setting(
    sign_in: SignIn, coordinator: Principal, organisation: Create, once: Callable[[], dict[str, str]]
) -> None:
    host = await organisation(name="Saltmarsh Hospitals")
    client = sign_in(coordinator)
    headers = once()
    body = {**EXAMPLE, "organisation_id": host["id"]}
    created = await client.post("/settings", json=body, headers=headers)
    assert (created.status_code, created.headers["etag"]) == (201, '"1"'), created.text
    setting = created.json()
    assert facts(setting) == EXAMPLE
    assert setting["organisation_name"] == "Saltmarsh Hospitals"
    assert setting["working_time"] == {"weekly_hours": 38.5, "evenings": False, "nights": False, "weekends": True}
    assert (setting["periods"], setting["closures"]) == ([], [])
    again = await client.post("/settings", json=body, headers=headers)
    assert again.content == created.content
    read = await client.get(f"/settings/{setting['id']}")
    assert (read.json(), read.headers["etag"]) == (setting, '"1"')


async def test_two_settings_of_an_organisation_cannot_share_a_name(
    sign_in: SignIn, coordinator: Principal, organisation: Create, setting: Create, once: Callable[[], dict[str, str]]
) -> None:
    ward = await setting(name="Ward 7")
    await setting(name="Ward 7", organisation_id=(await organisation())["id"])
    client = sign_in(coordinator)
    body = {**EXAMPLE, "organisation_id": ward["organisation_id"], "name": "Ward 7"}
    taken = await client.post("/settings", json=body, headers=once())
    assert (taken.status_code, taken.json()["type"]) == (409, "/problems/setting-name-taken")
    other = await setting(organisation_id=ward["organisation_id"])
    renamed = await client.put(f"/settings/{other['id']}", json=facts(other) | {"name": "Ward 7"}, headers=FIRST)
    assert (renamed.status_code, renamed.json()["type"]) == (409, "/problems/setting-name-taken")


async def test_a_change_needs_the_version_that_was_looked_at(
    sign_in: SignIn, coordinator: Principal, setting: Create
) -> None:
    ward = await setting()
    client, path = sign_in(coordinator), f"/settings/{ward['id']}"
    wanted = facts(ward) | {"minimum_age": 16, "position": None, "contact": None}
    assert (await client.put(path, json=wanted)).status_code == 428
    changed = await client.put(path, json=wanted, headers=FIRST)
    assert (changed.status_code, changed.headers["etag"]) == (200, '"2"'), changed.text
    assert facts(changed.json()) == wanted
    stale = await client.put(f"{path}/capacity", json={"periods": []}, headers=FIRST)
    assert (stale.status_code, stale.json()["current_version"]) == (412, 2)
    assert (await client.get(path)).json() == changed.json()


async def test_lists_find_settings_by_words_organisation_and_kind(
    sign_in: SignIn, coordinator: Principal, organisation: Create, setting: Create
) -> None:
    council = await organisation(name="Saltmarsh Council")
    await setting(name="Beach House", organisation_id=council["id"], kind="day_centre", postcode="PO19 1RQ")
    await setting(name="Ash Ward")
    await setting(name="100% Care", kind="care_home")
    client = sign_in(coordinator)

    async def found(**params: str) -> list[str]:
        page = await client.get("/settings", params=params)
        assert page.status_code == 200, page.text
        return [item["name"] for item in page.json()["items"]]

    assert await found() == ["100% Care", "Ash Ward", "Beach House"]
    assert await found(q="beach") == await found(q="MARSH COUN") == await found(q="po19") == ["Beach House"]
    assert await found(q="%") == ["100% Care"]
    assert await found(kind="acute_ward") == ["Ash Ward"]
    assert await found(organisation_id=council["id"]) == ["Beach House"]
    first = (await client.get("/settings", params={"limit": 2})).json()
    assert await found(limit="2", cursor=first["next_cursor"]) == ["Beach House"]


async def test_capacity_is_replaced_whole_and_seen_week_by_week(
    sign_in: SignIn, coordinator: Principal, setting: Create
) -> None:
    ward = await setting()
    client, path = sign_in(coordinator), f"/settings/{ward['id']}"
    spring = FROM_MARCH | {"ends_on": "2027-03-14", "at_least": 1, "or_none": True}
    wanted = {
        "periods": [FROM_MARCH | {"starts_on": "2027-03-15", "at_most": 3}, spring],
        "closures": [{"week_of": "2027-03-25", "weeks": 1, "reason": "Refurbishment"}],
    }
    changed = await client.put(f"{path}/capacity", json=wanted, headers=FIRST)
    assert (changed.status_code, changed.headers["etag"]) == (200, '"2"'), changed.text
    assert [period["starts_on"] for period in changed.json()["periods"]] == ["2027-03-01", "2027-03-15"]
    assert changed.json()["closures"] == [{"week_of": "2027-03-22", "weeks": 1, "reason": "Refurbishment"}]
    weeks = (await client.get(f"{path}/weekly-capacity", params={"week_of": "2027-02-24", "weeks": 6})).json()["items"]
    assert [(week["week_of"], week["at_most"], week["at_least"]) for week in weeks] == [
        ("2027-02-22", 0, 0),
        ("2027-03-01", 2, 1),
        ("2027-03-08", 2, 1),
        ("2027-03-15", 3, 0),
        ("2027-03-22", 0, 0),
        ("2027-03-29", 3, 0),
    ]
    assert [week["closed"] for week in weeks] == [False, False, False, False, True, False]
    emptied = await client.put(f"{path}/capacity", json={"periods": []}, headers={"If-Match": '"2"'})
    assert (emptied.json()["periods"], emptied.json()["closures"]) == ([], [])


@pytest.mark.parametrize(
    ("wanted", "pointer"),
    [
        ({"periods": [FROM_MARCH, FROM_MARCH | {"starts_on": "2027-02-01", "ends_on": "2027-03-01"}]}, "/periods"),
        ({"periods": [FROM_MARCH | {"ends_on": "2027-02-28"}]}, "/periods/0"),
        ({"periods": [FROM_MARCH | {"at_least": 3}]}, "/periods/0"),
        (
            {"periods": [], "closures": [{"week_of": "2027-03-08", "weeks": 2}, {"week_of": "2027-03-19"}]},
            "/closures",
        ),
    ],
)
async def test_periods_and_closed_weeks_do_not_overlap(
    sign_in: SignIn, coordinator: Principal, setting: Create, wanted: Json, pointer: str
) -> None:
    ward = await setting()
    client, path = sign_in(coordinator), f"/settings/{ward['id']}"
    refused = await client.put(f"{path}/capacity", json=wanted, headers=FIRST)
    assert refused.status_code == 422
    assert [fault["pointer"] for fault in refused.json()["errors"]] == [pointer]
    assert (await client.get(path)).json() == ward


@pytest.mark.parametrize(
    ("field", "value", "pointer"),
    [
        ("clearances", ["chickenpox"], "/clearances/0"),
        ("kind", "pub", "/kind"),
        ("position", {"latitude": 10, "longitude": 0}, "/position/latitude"),
        ("evidence", [{"qualification": "care_certificate", "criteria": ["eight"]}], "/evidence/0/criteria/0"),
        ("evidence", [{"qualification": "care_certificate", "criteria": ["8"]}] * 2, "/"),
        (
            "shift_pattern",
            {"kind": "fixed_week", "weekdays": [1], "starts_at": "9am", "ends_at": "17:00"},
            "/shift_pattern/starts_at",
        ),
    ],
)
async def test_facts_have_their_forms(
    sign_in: SignIn, coordinator: Principal, setting: Create, field: str, value: Any, pointer: str
) -> None:
    ward = await setting()
    path = f"/settings/{ward['id']}"
    refused = await sign_in(coordinator).put(path, json=facts(ward) | {field: value}, headers=FIRST)
    assert refused.status_code == 422
    assert [fault["pointer"] for fault in refused.json()["errors"]] == [pointer]


async def test_an_employer_keeps_the_settings_of_their_own_organisations_and_sees_no_others(
    sign_in: SignIn, principal: Callable[..., Principal], setting: Create, once: Callable[[], dict[str, str]]
) -> None:
    ours, theirs = await setting(), await setting()
    own = frozenset({UUID(ours["organisation_id"])})
    client = sign_in(principal(Role.EMPLOYER, organisation_ids=own))
    assert [item["id"] for item in (await client.get("/settings")).json()["items"]] == [ours["id"]]
    assert (await client.get(f"/settings/{ours['id']}")).json() == ours
    path = f"/settings/{theirs['id']}"
    weekly = await client.get(f"{path}/weekly-capacity", params={"week_of": "2027-03-01"})
    assert (await client.get(path)).status_code == weekly.status_code == 404
    assert (await client.put(path, json=facts(theirs), headers=FIRST)).status_code == 404
    changed = await client.put(f"/settings/{ours['id']}/capacity", json={"periods": [FROM_MARCH]}, headers=FIRST)
    assert changed.status_code == 200
    new = {**EXAMPLE, "name": "New ward"}
    added = await client.post("/settings", json={**new, "organisation_id": ours["organisation_id"]}, headers=once())
    assert added.status_code == 201
    refused = await client.post("/settings", json={**new, "organisation_id": theirs["organisation_id"]}, headers=once())
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/organisation_id")


async def test_a_line_manager_reads_what_is_theirs_and_changes_nothing(
    sign_in: SignIn, principal: Callable[..., Principal], setting: Create
) -> None:
    ward = await setting()
    own = frozenset({UUID(ward["organisation_id"])})
    client, path = sign_in(principal(Role.LINE_MANAGER, organisation_ids=own)), f"/settings/{ward['id']}"
    assert (await client.get(path)).json() == ward
    assert (await client.put(path, json=facts(ward), headers=FIRST)).status_code == 403


async def test_an_employer_who_sees_more_as_a_mentor_still_changes_only_their_own(
    sign_in: SignIn, principal: Callable[..., Principal], setting: Create
) -> None:
    ward = await setting()
    client, path = sign_in(principal(Role.EMPLOYER, Role.MENTOR)), f"/settings/{ward['id']}"
    assert (await client.get(path)).status_code == 200
    refused = await client.put(path, json=facts(ward), headers=FIRST)
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/forbidden")


@pytest.mark.parametrize("role", [Role.APPRENTICE, Role.ASSESSOR, Role.MENTOR, Role.TUTOR, Role.IQA, Role.EQA])
async def test_apprentices_and_assessors_read_the_facts_without_the_people(
    sign_in: SignIn, principal: Callable[..., Principal], setting: Create, role: Role
) -> None:
    ward = await setting()
    client, path = sign_in(principal(role)), f"/settings/{ward['id']}"
    assert (await client.get(path)).json() == ward | {"mentors": None, "contact": None}
    assert (await client.put(path, json=facts(ward), headers=FIRST)).status_code == 403


async def test_who_may_not_ask(
    sign_in: SignIn, principal: Callable[..., Principal], setting: Create, partnership_id: UUID
) -> None:
    ward = await setting()
    assert (await sign_in(None).get("/settings")).status_code == 401
    assert (await sign_in(principal(Role.FUNDER)).get("/settings")).status_code == 403
    reader = sign_in(make_client_principal("placements:read", partnership_id=partnership_id))
    assert (await reader.get(f"/settings/{ward['id']}")).json() == ward
    assert (await reader.put(f"/settings/{ward['id']}", json=facts(ward), headers=FIRST)).status_code == 403


async def test_another_partnership_sees_and_changes_nothing(
    sign_in: SignIn, setting: Create, elsewhere: UUID, once: Callable[[], dict[str, str]]
) -> None:
    ward = await setting()
    stranger = sign_in(make_principal(Role.COORDINATOR, Role.ADMINISTRATOR, partnership_id=elsewhere))
    path = f"/settings/{ward['id']}"
    assert (await stranger.get(path)).status_code == 404
    assert (await stranger.put(path, json=facts(ward), headers=FIRST)).status_code == 404
    assert (await stranger.put(f"{path}/capacity", json={"periods": []}, headers=FIRST)).status_code == 404
    assert (await stranger.get("/settings")).json()["items"] == []
    body = {**EXAMPLE, "organisation_id": ward["organisation_id"]}
    refused = await stranger.post("/settings", json=body, headers=once())
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/organisation_id")


async def test_a_change_is_told_and_recorded(
    sign_in: SignIn, coordinator: Principal, setting: Create, session: AsyncSession
) -> None:
    ward = await setting()
    path = f"/settings/{ward['id']}"
    await sign_in(coordinator).put(f"{path}/capacity", json={"periods": []}, headers=FIRST)
    told = await session.execute(
        text("SELECT type, data->>'organisation_id' FROM system.events WHERE subject = :id ORDER BY id"),
        {"id": ward["id"]},
    )
    kinds = ["setting.created", "setting.updated"]
    assert [tuple(row) for row in told] == [(kind, ward["organisation_id"]) for kind in kinds]
    recorded = await session.execute(
        text("SELECT action FROM system.audit_entries WHERE subject = :id ORDER BY position"), {"id": ward["id"]}
    )
    assert list(recorded.scalars()) == kinds


async def test_row_level_security_hides_settings_of_others(setting: Create, session: AsyncSession) -> None:
    await setting()
    count = text("SELECT count(*) FROM settings")
    assert (await session.execute(count)).scalar_one() == 1
    await session.execute(text("SELECT set_config('app.partnership_id', :id, true)"), {"id": str(uuid4())})
    assert (await session.execute(count)).scalar_one() == 0
