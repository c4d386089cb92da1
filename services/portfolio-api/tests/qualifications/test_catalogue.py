"""The qualifications that ship with the service."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn

Json = dict[str, Any]
Adopt = Callable[..., Awaitable[Json]]


async def test_the_catalogue_has_the_care_certificate_and_the_diploma(
    sign_in: SignIn, principal: Callable[..., Principal]
) -> None:
    items = (await sign_in(principal(Role.APPRENTICE)).get("/catalogue")).json()["items"]
    assert [(each["code"], each["kind"], each["unit_count"]) for each in items] == [
        ("care_certificate", "certificate_standards", 15),
        ("diploma_care_level_2", "diploma", 9),
    ]


async def test_the_diplomas_mandatory_units_add_up_to_their_credit(
    sign_in: SignIn, coordinator: Principal, adopt: Adopt
) -> None:
    adopted = await adopt("diploma_care_level_2")
    path = f"/qualifications/{adopted['qualification_id']}/versions/{adopted['version_id']}"
    units = (await sign_in(coordinator).get(path)).json()["units"]
    assert sum(unit["credit"] for unit in units) == 24
    for unit in units:
        for number, outcome in enumerate(unit["outcomes"], 1):
            assert {each["number"].rpartition(".")[0] for each in outcome["criteria"]} == {f"{unit['number']}.{number}"}


async def test_an_adopted_qualification_is_the_partnerships_own_and_published(
    sign_in: SignIn, principal: Callable[..., Principal], adopt: Adopt
) -> None:
    adopted = await adopt()
    client = sign_in(principal(Role.APPRENTICE))
    (listed,) = (await client.get("/qualifications")).json()["items"]
    assert (listed["id"], listed["code"]) == (adopted["qualification_id"], "care_certificate")
    (version,) = listed["versions"]
    assert (version["id"], version["state"], version["unit_count"]) == (adopted["version_id"], "published", 15)
    read = (await client.get(f"/qualifications/{listed['id']}/versions/{version['id']}")).json()
    assert (read["label"], read["valid_from"]) == ("2015 edition", "2015-04-01")
    criteria = {
        each["number"]: each["evidenced_in"]
        for unit in read["units"]
        for outcome in unit["outcomes"]
        for each in outcome["criteria"]
    }
    assert len(criteria) == version["criterion_count"]
    assert {criteria[number] for number in ("8.2", "8.3", "13.3")} == {"placement"}
    assert criteria["12.1"] == "classroom"
    placement = [number for number, where in criteria.items() if where == "placement"]
    assert len(placement) == version["placement_criterion_count"]


async def test_a_partnership_adopts_a_qualification_once(sign_in: SignIn, coordinator: Principal, adopt: Adopt) -> None:
    await adopt()
    headers = {"Idempotency-Key": str(uuid4())}
    again = await sign_in(coordinator).post("/catalogue/adoptions", json={"code": "care_certificate"}, headers=headers)
    assert (again.status_code, again.json()["type"]) == (409, "/problems/qualification-code-taken")


async def test_only_those_who_manage_adopt(sign_in: SignIn, principal: Callable[..., Principal]) -> None:
    body, headers = {"code": "care_certificate"}, {"Idempotency-Key": str(uuid4())}
    assert (await sign_in(None).get("/catalogue")).status_code == 401
    refused = await sign_in(principal(Role.ASSESSOR)).post("/catalogue/adoptions", json=body, headers=headers)
    assert refused.status_code == 403
