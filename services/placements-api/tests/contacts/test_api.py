"""Contacts through the API."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

from placements_api.apprentices.models import Apprentice
from placements_api.placements.service import PlannedPlacement, PublishedPlan
from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_principal

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]
PAYROLL = {"name": "Priya Lindqvist", "role": "Payroll", "email": None, "telephone": "01632 960233"}


async def test_an_apprentice_knows_whom_to_ask_for_what(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    apprentice: Callable[..., Awaitable[Apprentice]],
    setting: Create,
    planned: Callable[..., PlannedPlacement],
    publish: Callable[..., Awaitable[PublishedPlan]],
) -> None:
    rowan, ward = await apprentice(), await setting()
    [id_] = (await publish(planned(rowan, ward))).created
    employer_id = rowan.employer_organisation_id
    employer = sign_in(principal(Role.EMPLOYER, organisation_ids=frozenset({employer_id})))
    path = f"/organisations/{employer_id}/contacts"
    empty = await employer.get(path)
    assert (empty.json()["contacts"], empty.headers["etag"]) == ({}, '"0"')
    named = await employer.put(path, json={"contacts": {"pay": PAYROLL}}, headers={"If-Match": '"0"'})
    assert (named.status_code, named.headers["etag"]) == (200, '"1"'), named.text
    stale = await employer.put(path, json={"contacts": {}}, headers={"If-Match": '"0"'})
    assert stale.status_code == 412
    person = sign_in(principal(Role.APPRENTICE, learner_id=rowan.learner_id))
    contacts = (await person.get(f"/placements/{id_}/contacts")).json()
    by_topic = {item["topic"]: item for item in contacts["items"]}
    assert by_topic["pay"]["contact"] == PAYROLL
    assert (by_topic["pay"]["asked"], by_topic["absence"]["asked"]) == ("employer", "host")
    assert by_topic["absence"]["contact"] == ward["contact"]
    assert by_topic["learning"]["contact"] is None
    assert len(by_topic) == 7


async def test_only_the_organisation_and_the_coordinator_name_people(
    sign_in: SignIn, principal: Callable[..., Principal], organisation: Create, elsewhere: UUID
) -> None:
    path = f"/organisations/{(await organisation())['id']}/contacts"
    for who, status in (
        (principal(Role.EMPLOYER, organisation_ids=frozenset({uuid4()})), 403),
        (principal(Role.APPRENTICE), 403),
        (make_principal(Role.COORDINATOR, partnership_id=elsewhere), 404),
        (None, 401),
    ):
        client = sign_in(who)
        assert (await client.get(path)).status_code == status
        refused = await client.put(path, json={"contacts": {}}, headers={"If-Match": '"0"'})
        assert refused.status_code == status
    unknown = await sign_in(principal(Role.COORDINATOR)).put(
        path, json={"contacts": {"gossip": PAYROLL}}, headers={"If-Match": '"0"'}
    )
    assert unknown.status_code == 422
