"""Rotas through the API."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.placements.service import PlannedPlacement, PublishedPlan
from placements_api.programmes.models import Cohort, Programme
from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]
MakeApprentice = Callable[..., Awaitable[Apprentice]]
Plan = Callable[..., PlannedPlacement]
Publish = Callable[..., Awaitable[PublishedPlan]]
Headers = Callable[[], dict[str, str]]
OFFICE = {
    "kind": "fixed_week",
    "weekdays": [1, 2, 3, 4, 5],
    "starts_at": "08:00",
    "ends_at": "17:00",
    "break_minutes": 60,
}


@pytest.fixture
async def college(session: AsyncSession, partnership_id: UUID, cohort_id: UUID) -> None:
    """The programme has a college day each Wednesday."""
    programme_id, dates = uuid4(), {"starts_on": date(2026, 1, 5), "ends_on": date(2028, 1, 5)}
    day = {"text": "College", "frequency": "weekly", "weekday": 3, "days": 1, "sector": None}
    programme = Programme(
        partnership_id=partnership_id,
        id=programme_id,
        name="Coastal",
        weekly_hours=37.5,
        weekly_learning_hours=7.5,
        sector_rules=[],
        rotation={"ordering": "free", "blocks": []},
        learning_days=[day],
    )
    facts = {"programme_id": programme_id, "name": "Autumn", "places": 8, **dates}
    session.add_all([programme, Cohort(partnership_id=partnership_id, id=cohort_id, **facts)])
    await session.commit()


@pytest.mark.usefixtures("college")
async def test_the_weeks_of_a_placement(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
) -> None:
    rowan = await apprentice()
    wanted = planned(rowan, await setting(shift_pattern=OFFICE))
    [id_] = (await publish(wanted)).created
    client = sign_in(principal(Role.APPRENTICE, learner_id=rowan.learner_id))
    read = await client.get(f"/placements/{id_}/rota")
    rota = read.json()
    assert (read.status_code, read.headers["etag"]) == (200, '"1"')
    assert (rota["findings"], rota["changes"], rota["bounds"], rota["late"]) == ([], [], None, False)
    assert rota["due_on"] == (wanted.starts_on - timedelta(weeks=6)).isoformat()
    full = rota["weeks"][1]
    assert (full["hours"], full["learning_hours"]) == (39.5, 7.5)
    assert [shift["kind"] for shift in full["shifts"]] == ["work", "work", "learning", "work", "work"]
    assert full["shifts"][2]["note"] == "College"


async def test_the_host_changes_days_and_publishes(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Create,
    once: Headers,
) -> None:
    rowan, ward = await apprentice(), await setting(shift_pattern=OFFICE)
    wanted = planned(rowan, ward, weeks_from_now=5)
    [id_] = (await publish(wanted)).created
    await move(id_, "offer", "accept", "confirm")
    host = sign_in(principal(Role.EMPLOYER, organisation_ids=frozenset({UUID(ward["organisation_id"])})))
    path = f"/placements/{id_}/rota"
    assert (await host.get(path)).json()["late"] is True
    monday = wanted.starts_on + timedelta(days=-wanted.starts_on.weekday(), weeks=1)
    changes: list[dict[str, Any]] = [
        {"day": monday.isoformat(), "starts_at": None, "ends_at": None, "break_minutes": 0, "note": "Dentist"},
        {
            "day": (monday + timedelta(days=1)).isoformat(),
            "starts_at": "08:00",
            "ends_at": "23:00",
            "break_minutes": 60,
            "note": None,
        },
    ]
    changed = await host.put(path, json={"changes": changes}, headers={"If-Match": '"4"'})
    assert (changed.status_code, changed.headers["etag"]) == (200, '"5"'), changed.text
    assert changed.json()["changes"] == changes
    hours = {week["week_of"]: week["hours"] for week in changed.json()["weeks"]}
    assert hours[monday.isoformat()] == 38
    assert [finding["rule"] for finding in changed.json()["findings"]] == ["daily_rest"]
    refused = await host.post(f"{path}/publications", json={}, headers=once() | {"If-Match": '"5"'})
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/rota-breaks-rules")
    assert refused.json()["findings"] == changed.json()["findings"]
    published = await host.post(
        f"{path}/publications", json={"despite_findings": True}, headers=once() | {"If-Match": '"5"'}
    )
    assert published.status_code == 201, published.text
    assert (published.json()["late"], published.json()["published_on"] is not None) == (False, True)
    reader = sign_in(principal(Role.APPRENTICE, learner_id=rowan.learner_id))
    assert (await reader.get(path)).json() == published.json()
    assert (await reader.put(path, json={"changes": []}, headers={"If-Match": '"6"'})).status_code == 403
    stale = await host.put(path, json={"changes": []}, headers={"If-Match": '"5"'})
    assert stale.status_code == 412
    early = [{"day": (wanted.starts_on - timedelta(days=1)).isoformat()}]
    for body, pointer in (
        ({"changes": early}, "/changes/0/day"),
        ({"changes": [changes[0]] * 2}, "/changes"),
        ({"changes": [{**changes[0], "starts_at": "08:00"}]}, "/changes/0"),
    ):
        invalid = await host.put(path, json=body, headers={"If-Match": '"6"'})
        assert (invalid.status_code, invalid.json()["errors"][0]["pointer"]) == (422, pointer)


async def test_no_rota_is_changed_at_home_or_after_the_end(
    sign_in: SignIn,
    coordinator: Principal,
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Create,
) -> None:
    rowan = await apprentice()
    wanted = planned(rowan, await setting()), planned(rowan, None, weeks_from_now=50, block=1)
    hosted, home = (await publish(*wanted)).created
    await move(hosted, "withdraw", reason="The ward closes.")
    for id_, version in ((hosted, 2), (home, 1)):
        path, headers = f"/placements/{id_}/rota", {"If-Match": f'"{version}"'}
        refused = await sign_in(coordinator).put(path, json={"changes": []}, headers=headers)
        assert (refused.status_code, refused.json()["type"]) == (409, "/problems/rota-not-open")


async def test_hours_for_payroll(
    sign_in: SignIn,
    coordinator: Principal,
    principal: Callable[..., Principal],
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Create,
) -> None:
    ward, other = await setting(shift_pattern=OFFICE, name="=HYPERLINK(1)"), await setting(shift_pattern=OFFICE)
    wanted = [planned(await apprentice(), place) for place in (ward, other, other)]
    ids = (await publish(*wanted)).created
    for id_ in ids[:2]:
        await move(id_, "offer", "accept", "confirm")
    second = (wanted[0].starts_on.replace(day=1) + timedelta(days=32)).replace(day=1)
    month = f"{second:%Y-%m}"
    weekdays = sum((second + timedelta(days=n)).isoweekday() <= 5 for n in range(28))
    everybody = (await sign_in(coordinator).get("/rota-hours", params={"month": month})).json()
    assert {item["placement_id"] for item in everybody["items"]} == set(map(str, ids[:2]))
    assert all(item["hours"] >= weekdays * 8 for item in everybody["items"])
    host = sign_in(principal(Role.EMPLOYER, organisation_ids=frozenset({UUID(ward["organisation_id"])})))
    own = (await host.get("/rota-hours", params={"month": month})).json()["items"]
    assert [item["placement_id"] for item in own] == [str(ids[0])]
    file = await host.get("/rota-hours/sheet", params={"month": month})
    assert file.headers["content-type"].startswith("text/csv")
    lines = file.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "month,organisation,setting,family name,given names,shifts,hours,learning hours"
    assert len(lines) == 2
    assert ",'=HYPERLINK(1)," in lines[1]
    assert (await host.get("/rota-hours", params={"month": "2027-13"})).status_code == 422
    assert (await sign_in(principal(Role.APPRENTICE)).get("/rota-hours", params={"month": month})).status_code == 403
