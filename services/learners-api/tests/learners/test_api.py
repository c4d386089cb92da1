"""Learners through the API; who sees whom is in `tests/enrolments/test_visibility.py`."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_service_principal

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]


async def names(client: httpx.AsyncClient, **filters: Any) -> list[str]:
    answer = await client.get("/learners", params=filters)
    assert answer.status_code == 200, answer.text
    return [f"{item['given_names']} {item['family_name']}" for item in answer.json()["items"]]


async def test_a_learner_is_read_with_their_enrolments(
    coordinator: httpx.AsyncClient, add_enrolment: Add, enrolment_body: Callable[..., Awaitable[Json]]
) -> None:
    learner = {
        "kind": "new",
        "given_names": "Zoë",
        "family_name": "O'Brien",
        "preferred_name": "Zo",
        "date_of_birth": "2007-02-03",
        "sex": "F",
        "ethnicity": 31,
        "uln": "1000000043",
        "email": "Zoe.OBrien@Example.org",
        "phone": "01903 555019",
        "home_postcode": "BN11 2DH",
    }
    first = await add_enrolment(learner=learner)
    await coordinator.post(
        f"/enrolments/{first['id']}/withdrawal",
        json={"withdrawn_on": "2027-03-05", "reason": "travel"},
        headers={"If-Match": '"1"'},
    )
    again = await enrolment_body(
        learner={"kind": "existing", "learner_id": first["learner_id"]}, started_on="2027-04-05"
    )
    second = (await coordinator.post("/enrolments", json=again)).json()
    read = await coordinator.get(f"/learners/{first['learner_id']}")
    assert (read.status_code, read.headers["etag"]) == (200, '"1"')
    shown = read.json()
    enrolments = shown.pop("enrolments")
    assert shown == {
        **{field: value for field, value in learner.items() if field != "kind"},
        "id": first["learner_id"],
        "email": "zoe.obrien@example.org",
        "uln_is_temporary": False,
        "version": 1,
    }
    assert [(each["id"], each["state"], each["ended_on"]) for each in enrolments] == [
        (second["id"], "active", None),
        (first["id"], "withdrawn", "2027-03-05"),
    ]
    latest = {field: second[field] for field in enrolments[0]}
    assert enrolments[0] == latest
    listed = (await coordinator.get("/learners")).json()["items"]
    assert listed == [
        {
            **{
                field: shown[field] for field in ("id", "given_names", "family_name", "preferred_name", "date_of_birth")
            },
            "uln": "1000000043",
            "uln_is_temporary": False,
            "latest_enrolment": latest,
        }
    ]


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("obrien", ["Zoë O'Brien"]),
        ("O’Brien", ["Zoë O'Brien"]),
        ("zoe", ["Zoë O'Brien"]),
        ("ZOË o", ["Zoë O'Brien"]),
        ("brien", []),
        ("lis", ["Ann Łis-Marsh"]),
        ("marsh", ["Ann Łis-Marsh"]),
        ("ann", ["Ann Łis-Marsh", "Annabel Annand"]),
        ("10000000", ["Zoë O'Brien"]),
        ("ann marsh 20000", []),
        ("a b c d e f g h", []),
        ("' -", ["Annabel Annand", "Ann Łis-Marsh", "Zoë O'Brien"]),
        ("", ["Annabel Annand", "Ann Łis-Marsh", "Zoë O'Brien"]),
    ],
)
async def test_search_finds_beginnings_of_words(
    coordinator: httpx.AsyncClient, add_enrolment: Add, new_learner: Callable[..., Json], q: str, found: list[str]
) -> None:
    await add_enrolment(learner=new_learner(given_names="Zoë", family_name="O'Brien", uln="1000000043"))
    await add_enrolment(learner=new_learner(given_names="Ann", family_name="Łis-Marsh"))
    await add_enrolment(learner=new_learner(given_names="Annabel", family_name="Annand"))
    assert await names(coordinator, q=q) == found


async def test_pages_of_what_was_found_follow_each_other(
    coordinator: httpx.AsyncClient, add_enrolment: Add, new_learner: Callable[..., Json]
) -> None:
    for given_names, family_name in (("B", "Smith"), ("A", "Smith"), ("A", "Smithson"), ("Smith", "Zed"), ("A", "Smi")):
        await add_enrolment(learner=new_learner(given_names=given_names, family_name=family_name))
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = (await coordinator.get("/learners", params={"q": "smi", "limit": 2, "cursor": cursor})).json()
        seen += [f"{item['given_names']} {item['family_name']}" for item in page["items"]]
        cursor = page["next_cursor"]
    assert seen == ["A Smi", "A Smith", "B Smith", "Smith Zed", "A Smithson"]


async def test_the_list_is_filtered(
    coordinator: httpx.AsyncClient, add_cohort: Add, add_enrolment: Add, new_learner: Callable[..., Json]
) -> None:
    first, second = (await add_cohort())["id"], (await add_cohort())["id"]
    left = await add_enrolment(cohort_id=first, learner=new_learner(given_names="A", family_name="Left"))
    await add_enrolment(cohort_id=first, learner=new_learner(given_names="B", family_name="Here", uln="9999999999"))
    await add_enrolment(cohort_id=second, learner=new_learner(given_names="C", family_name="There"))
    await coordinator.post(
        f"/enrolments/{left['id']}/withdrawal",
        json={"withdrawn_on": "2027-03-05", "reason": "travel"},
        headers={"If-Match": '"1"'},
    )
    assert await names(coordinator, cohort_id=first) == ["B Here", "A Left"]
    assert await names(coordinator, state="active") == ["B Here", "C There"]
    assert await names(coordinator, cohort_id=first, state="active") == ["B Here"]
    assert await names(coordinator, cohort_id=second, state="withdrawn") == []
    assert await names(coordinator, uln_is_temporary=True) == ["B Here"]
    assert await names(coordinator, uln_is_temporary=False) == ["A Left", "C There"]
    assert await names(coordinator, q="here", state="active", cohort_id=first) == ["B Here"]


async def test_a_record_is_corrected(
    coordinator: httpx.AsyncClient, session: AsyncSession, add_enrolment: Add, new_learner: Callable[..., Json]
) -> None:
    learner_id = (await add_enrolment(learner=new_learner(uln="9999999999", phone="01903 555019")))["learner_id"]
    path = f"/learners/{learner_id}"
    correction = {"uln": "1000000043", "phone": None, "family_name": "Naylor"}
    assert (await coordinator.patch(path, json=correction)).status_code == 428
    corrected = await coordinator.patch(path, json=correction, headers={"If-Match": '"1"'})
    assert (corrected.status_code, corrected.headers["etag"]) == (200, '"2"'), corrected.text
    facts = corrected.json()
    assert (facts["uln"], facts["uln_is_temporary"], facts["phone"]) == ("1000000043", False, None)
    assert (facts["given_names"], facts["family_name"]) == ("Imogen", "Naylor")
    assert await names(coordinator, q="naylor 1000000043") == ["Imogen Naylor"]
    assert await names(coordinator, q="catchpole") == []
    stale = await coordinator.patch(path, json=correction, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current_version"]) == (412, 2)
    unchanged = await coordinator.patch(path, json=correction, headers={"If-Match": '"2"'})
    assert (unchanged.status_code, unchanged.headers["etag"]) == (200, '"2"')
    events = await session.execute(text("SELECT type, subject FROM system.events WHERE type LIKE 'learner.%'"))
    assert [tuple(event) for event in events] == [
        ("learner.created", UUID(learner_id)),
        ("learner.updated", UUID(learner_id)),
    ]
    audited = await session.execute(text("SELECT detail FROM system.audit_entries WHERE action = 'learner.updated'"))
    assert list(audited.scalars()) == [{"fields": ["family_name", "phone", "uln"]}]


@pytest.mark.parametrize(
    ("correction", "pointer"),
    [
        ({"uln": "1000000044"}, "/uln"),
        ({"uln": "100000004"}, "/uln"),
        ({"given_names": None}, "/given_names"),
        ({"given_names": " "}, "/given_names"),
        ({"date_of_birth": "1899-12-31"}, "/date_of_birth"),
        ({"ethnicity": 30}, "/ethnicity"),
        ({"home_postcode": "Worthing"}, "/home_postcode"),
        ({"phone": "call me"}, "/phone"),
        ({"email": "nobody"}, "/email"),
        ({"version": 7}, "/version"),
    ],
)
async def test_facts_have_their_forms(
    coordinator: httpx.AsyncClient, add_enrolment: Add, correction: Json, pointer: str
) -> None:
    path = f"/learners/{(await add_enrolment())['learner_id']}"
    answer = await coordinator.patch(path, json=correction, headers={"If-Match": '"1"'})
    assert (answer.status_code, [fault["pointer"] for fault in answer.json()["errors"]]) == (422, [pointer])


async def test_a_uln_is_not_taken_from_somebody_else(
    coordinator: httpx.AsyncClient, add_enrolment: Add, new_learner: Callable[..., Json]
) -> None:
    await add_enrolment(learner=new_learner(uln="1000000043"))
    other = (await add_enrolment())["learner_id"]
    taken = await coordinator.patch(f"/learners/{other}", json={"uln": "1000000043"}, headers={"If-Match": '"1"'})
    assert (taken.status_code, taken.json()["type"]) == (409, "/problems/uln-taken")


async def test_services_look_up_the_present_state(
    sign_in: SignIn,
    coordinator: httpx.AsyncClient,
    partnership_id: UUID,
    add_enrolment: Add,
    new_learner: Callable[..., Json],
) -> None:
    enrolment = await add_enrolment(learner=new_learner(home_postcode="BN11 2DH"))
    service = sign_in(make_service_principal(partnership_id=partnership_id))
    supporter = {"role": "assessor", "account_id": str(uuid4())}
    assigned = {"supporters": [{**supporter, "name": "Donna Whitlock"}]}
    caseload = f"/enrolments/{enrolment['id']}/caseload"
    assert (await coordinator.put(caseload, json=assigned, headers={"If-Match": '"1"'})).status_code == 200
    answer = await service.post("/learners/lookup", json={"ids": [enrolment["learner_id"], str(uuid4())]})
    assert answer.json() == {
        "items": [
            {
                "id": enrolment["learner_id"],
                "given_names": "Imogen",
                "family_name": "Catchpole",
                "preferred_name": None,
                "date_of_birth": "2007-02-03",
                "home_postcode": "BN11 2DH",
                "enrolments": [
                    {
                        field: enrolment[field]
                        for field in (
                            "id",
                            "programme_id",
                            "cohort_id",
                            "employer_organisation_id",
                            "state",
                            "started_on",
                            "planned_end_on",
                            "ended_on",
                        )
                    }
                ],
                "supporters": [supporter],
                "planning": {
                    "home_postcode": "BN11 2DH",
                    "home_position": None,
                    "travel_means": [],
                    "travel_limit_minutes": None,
                    "contracted_weekly_hours": None,
                    "weekly_hours_limit": None,
                    "clearances": [],
                    "adjustments": [],
                    "preferences": {"setting_kinds": [], "note": None},
                    "first_sector": None,
                    "sector_of_choice": {"before": None, "now": None},
                },
            }
        ]
    }
    assert (await service.post("/learners/lookup", json={"ids": [str(uuid4())] * 501})).status_code == 422


async def test_who_may_correct_and_look_up(
    add_enrolment: Add,
    stranger: httpx.AsyncClient,
    sign_in: SignIn,
    principal: Callable[..., Principal],
) -> None:
    path = f"/learners/{(await add_enrolment())['learner_id']}"
    seen = {"If-Match": '"1"'}
    for method, where, body in (("PATCH", path, {"phone": None}), ("POST", "/learners/lookup", {"ids": []})):
        assert (await sign_in(None).request(method, where, json=body, headers=seen)).status_code == 401
        for role in set(Role) - {Role.COORDINATOR}:
            refused = await sign_in(principal(role)).request(method, where, json=body, headers=seen)
            assert (refused.status_code, refused.json()["type"]) == (403, "/problems/forbidden"), role
    assert (await sign_in(principal(Role.COORDINATOR)).post("/learners/lookup", json={"ids": []})).status_code == 403
    assert (await stranger.patch(path, json={"phone": None}, headers=seen)).status_code == 404
