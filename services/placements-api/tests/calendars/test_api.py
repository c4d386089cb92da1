"""Calendar addresses and what calendar programs read there."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import httpx
import pytest
from icalendar import Calendar

from placements_api.apprentices.models import Apprentice
from placements_api.placements.service import PlannedPlacement, PublishedPlan
from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_principal

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]
MakeApprentice = Callable[..., Awaitable[Apprentice]]
Plan = Callable[..., PlannedPlacement]
Publish = Callable[..., Awaitable[PublishedPlan]]
WEEKDAYS = {"kind": "fixed_week", "weekdays": [1, 2], "starts_at": "08:00", "ends_at": "16:00", "break_minutes": 30}


async def new_address(client: httpx.AsyncClient, setting: Json | None = None) -> str:
    """The path that a program asks for, below the service's own."""
    made = await client.post("/calendar-addresses", json={"setting_id": setting["id"]} if setting else {})
    assert made.status_code == 201, made.text
    link = urlsplit(made.json()["link"])
    assert (link.scheme, link.path.startswith("/api/placements/v1/calendars/")) == ("http", True)
    return str(link.path).removeprefix("/api/placements/v1")


def events(document: httpx.Response) -> list[Any]:
    assert document.status_code == 200, document.text
    assert document.headers["content-type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(document.content).walk("VEVENT"))


async def test_a_person_reads_their_placements_and_sees_what_changes(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    anonymous: httpx.AsyncClient,
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Create,
) -> None:
    rowan, ward = await apprentice(), await setting(name="Ward 7", postcode="BN11 2DH")
    wanted = planned(rowan, ward)
    [id_] = (await publish(wanted, planned(await apprentice(), ward))).created[:1]
    path = await new_address(sign_in(principal(Role.APPRENTICE, learner_id=rowan.learner_id)))
    first = await anonymous.get(path)
    [event] = events(first)
    assert str(event["uid"]) == f"{id_}@crossway"
    assert (str(event["summary"]).startswith("Ward 7, "), str(event["location"])) == (True, "BN11 2DH")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (wanted.starts_on, wanted.ends_on + timedelta(days=1))
    assert (str(event["status"]), event["sequence"]) == ("TENTATIVE", 0)
    kept = await anonymous.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (kept.status_code, kept.content, kept.headers["cache-control"]) == (304, b"", "private, max-age=900")
    await move(id_, "offer", "accept", "confirm")
    second = await anonymous.get(path, headers={"If-None-Match": first.headers["etag"]})
    [event] = events(second)
    assert (str(event["uid"]), str(event["status"]), event["sequence"]) == (f"{id_}@crossway", "CONFIRMED", 3)
    await move(id_, "withdraw", reason="The ward closes.")
    [event] = events(await anonymous.get(path))
    assert (str(event["status"]), event["sequence"]) == ("CANCELLED", 4)


async def test_shifts_are_in_it_once_the_rota_is_published(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    coordinator: Principal,
    anonymous: httpx.AsyncClient,
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Create,
) -> None:
    rowan = await apprentice()
    wanted = planned(rowan, await setting(shift_pattern=WEEKDAYS))
    [id_] = (await publish(wanted)).created
    await move(id_, "offer", "accept", "confirm")
    path = await new_address(sign_in(principal(Role.APPRENTICE, learner_id=rowan.learner_id)))
    assert len(events(await anonymous.get(path))) == 1
    monday = wanted.starts_on + timedelta(days=(7 - wanted.starts_on.weekday()) % 7)
    client, rota = sign_in(coordinator), f"/placements/{id_}/rota"
    off = {"changes": [{"day": monday.isoformat()}]}
    assert (await client.put(rota, json=off, headers={"If-Match": '"4"'})).status_code == 200
    published = await client.post(
        f"{rota}/publications", json={}, headers={"If-Match": '"5"', "Idempotency-Key": str(uuid4())}
    )
    assert published.status_code == 201, published.text
    by_uid = {str(event["uid"]): event for event in events(await anonymous.get(path))}
    assert len(by_uid) == 1 + 52
    assert str(by_uid[f"{id_}-{monday:%Y%m%d}@crossway"]["status"]) == "CANCELLED"
    shift = by_uid[f"{id_}-{monday + timedelta(days=1):%Y%m%d}@crossway"]
    assert shift.decoded("dtend") - shift.decoded("dtstart") == timedelta(hours=8)
    assert shift["dtstart"].to_ical().endswith(b"Z")
    assert (str(shift["status"]), shift["sequence"]) == ("CONFIRMED", 5)
    await move(id_, "withdraw", reason="The ward closes.")
    assert {str(event["status"]) for event in events(await anonymous.get(path))} == {"CANCELLED"}


async def test_a_setting_sees_who_comes_once_offered_and_no_more_of_them_than_needed(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    anonymous: httpx.AsyncClient,
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Create,
) -> None:
    rowan, ward, other = await apprentice(), await setting(), await setting()
    [id_] = (await publish(planned(rowan, ward))).created
    own = frozenset({UUID(ward["organisation_id"])})
    host = sign_in(principal(Role.EMPLOYER, organisation_ids=own))
    path = await new_address(host, ward)
    assert events(await anonymous.get(path)) == []
    await move(id_, "offer")
    document = await anonymous.get(path)
    [event] = events(document)
    assert str(event["summary"]) == "Rowan A.: Care assistant"
    assert b"Ashdown" not in document.content
    await publish(planned(rowan, other))
    [event] = events(await anonymous.get(path))
    assert (str(event["uid"]), str(event["status"])) == (f"{id_}@crossway", "CANCELLED")
    theirs = await host.post("/calendar-addresses", json={"setting_id": other["id"]})
    assert theirs.status_code == 404
    mentor = sign_in(principal(Role.MENTOR, organisation_ids=own))
    assert (await mentor.post("/calendar-addresses", json={"setting_id": ward["id"]})).status_code == 403


async def test_addresses_are_listed_revoked_and_made_anew(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    coordinator: Principal,
    anonymous: httpx.AsyncClient,
    setting: Create,
    elsewhere: UUID,
) -> None:
    ward, learner_id = await setting(), uuid4()
    mine = sign_in(principal(Role.APPRENTICE, learner_id=learner_id))
    first = await new_address(mine)
    second = await new_address(mine)
    assert (await anonymous.get(first)).status_code == 404
    assert (await anonymous.get(second)).status_code == 200
    await new_address(sign_in(coordinator), ward)
    [listed] = (await mine.get("/calendar-addresses")).json()["items"]
    assert (listed["learner_id"], listed["setting_id"], "link" in listed) == (str(learner_id), None, False)
    everybody = (await sign_in(coordinator).get("/calendar-addresses")).json()["items"]
    assert [item["setting_name"] for item in everybody] == [None, ward["name"]]
    of_ward = await sign_in(coordinator).get("/calendar-addresses", params={"setting_id": ward["id"]})
    assert of_ward.json()["items"] == everybody[1:]
    for stranger in (
        principal(Role.APPRENTICE, learner_id=uuid4()),
        principal(Role.EMPLOYER),
        make_principal(Role.COORDINATOR, partnership_id=elsewhere),
    ):
        assert (await sign_in(stranger).get("/calendar-addresses")).json()["items"] == []
        assert (await sign_in(stranger).delete(f"/calendar-addresses/{listed['id']}")).status_code == 404
    assert (await mine.delete(f"/calendar-addresses/{listed['id']}")).status_code == 204
    assert (await anonymous.get(second)).status_code == 404
    assert (await mine.delete(f"/calendar-addresses/{listed['id']}")).status_code == 404


@pytest.mark.parametrize("token", ["short.ics", "A" * 64 + ".ics", "B" * 64, "A" * 63 + "!.ics"])
async def test_what_is_no_address_shows_nothing(anonymous: httpx.AsyncClient, token: str) -> None:
    assert (await anonymous.get(f"/calendars/{token}")).status_code in {404, 422}


async def test_another_partnership_in_the_address_finds_nothing(
    sign_in: SignIn, principal: Callable[..., Principal], anonymous: httpx.AsyncClient
) -> None:
    path = await new_address(sign_in(principal(Role.APPRENTICE, learner_id=uuid4())))
    forged = path.replace(path[11:20], "AAAAAAAAA")
    assert (await anonymous.get(forged)).status_code == 404


async def test_only_those_with_placements_have_a_calendar_of_their_own(
    sign_in: SignIn, coordinator: Principal, anonymous: httpx.AsyncClient
) -> None:
    refused = await sign_in(coordinator).post("/calendar-addresses", json={})
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/setting_id")
    assert (await anonymous.post("/calendar-addresses", json={})).status_code == 401
