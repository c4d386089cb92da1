"""Feedback through the API."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from placements_api.apprentices.models import Apprentice
from placements_api.placements.service import PlannedPlacement, PublishedPlan
from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]
MakeApprentice = Callable[..., Awaitable[Apprentice]]
Plan = Callable[..., PlannedPlacement]
Publish = Callable[..., Awaitable[PublishedPlan]]
BEGUN = ("offer", "accept", "confirm", "induct", "start")
GOOD = {"rating": 4, "went_well": "The team.", "sector_before": "health", "sector_now": "social_care"}


async def test_both_sides_speak_and_the_coordinator_reads_both(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    coordinator: Principal,
    cohort_id: UUID,
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Create,
) -> None:
    rowan, ash, ward = await apprentice(), await apprentice(), await setting()
    ids = (await publish(*[planned(each, ward, weeks_from_now=-1) for each in (rowan, ash)])).created
    for id_ in ids:
        await move(id_, *BEGUN)
    path = f"/placements/{ids[0]}/feedback"
    person = sign_in(principal(Role.APPRENTICE, learner_id=rowan.learner_id))
    host = sign_in(principal(Role.EMPLOYER, organisation_ids=frozenset({UUID(ward["organisation_id"])})))
    assert (await person.get(path)).json() == {"placement_id": str(ids[0]), "may_give": "apprentice", "items": []}
    given = await person.put(path, json=GOOD)
    assert given.status_code == 200, given.text
    assert [(item["by"], item["rating"]) for item in given.json()["items"]] == [("apprentice", 4)]
    hosts = await host.put(path, json={"rating": 5})
    assert [item["by"] for item in hosts.json()["items"]] == ["host"], "a host does not read what an apprentice says"
    assert [item["by"] for item in (await person.get(path)).json()["items"]] == ["apprentice"]
    changed = await person.put(path, json=GOOD | {"rating": 2})
    assert [item["rating"] for item in changed.json()["items"]] == [2]
    both = (await sign_in(coordinator).get(path)).json()
    assert (both["may_give"], [item["by"] for item in both["items"]]) == (None, ["apprentice", "host"])
    other = sign_in(principal(Role.APPRENTICE, learner_id=ash.learner_id))
    assert (await other.put(path, json=GOOD)).status_code == 404
    await other.put(f"/placements/{ids[1]}/feedback", json=GOOD)
    summary = (await sign_in(coordinator).get("/feedback-summary", params={"cohort_id": str(cohort_id)})).json()
    assert summary["sector_choices"] == [{"before": "health", "now": "social_care", "count": 2}]
    assert [(each["by"], each["count"], each["average"]) for each in summary["ratings"]] == [
        ("apprentice", 2, 3.0),
        ("host", 1, 5.0),
    ]
    assert (await person.get("/feedback-summary", params={"cohort_id": str(cohort_id)})).status_code == 403


async def test_who_may_say_what_and_when(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    coordinator: Principal,
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Create,
) -> None:
    rowan, ward = await apprentice(), await setting()
    [id_] = (await publish(planned(rowan, ward, weeks_from_now=-1))).created
    path = f"/placements/{id_}/feedback"
    person = sign_in(principal(Role.APPRENTICE, learner_id=rowan.learner_id))
    assert (await person.put(path, json=GOOD)).status_code == 403
    await move(id_, *BEGUN)
    host = sign_in(principal(Role.EMPLOYER, organisation_ids=frozenset({UUID(ward["organisation_id"])})))
    of_record = sign_in(principal(Role.EMPLOYER, organisation_ids=frozenset({rowan.employer_organisation_id})))
    assert (await of_record.put(path, json={"rating": 3})).status_code == 403
    assert (await of_record.get(path)).json()["items"] == []
    assert (await sign_in(coordinator).put(path, json={"rating": 3})).status_code == 403
    for who, body, pointer in (
        (host, GOOD, "/sector_now"),
        (person, {"rating": 3}, "/sector_now"),
        (person, GOOD | {"rating": 6}, "/rating"),
    ):
        refused = await who.put(path, json=body)
        assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, pointer)
