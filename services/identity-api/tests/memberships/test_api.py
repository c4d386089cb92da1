"""The members of a partnership."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from service_common.auth import Principal, Role

SignIn = Callable[[Principal | None], httpx.AsyncClient]
SignedIn = Callable[[Any], Awaitable[httpx.AsyncClient]]
MakePerson = Callable[..., Awaitable[Any]]
MakePrincipal = Callable[..., Principal]


@pytest.fixture
async def administrator_person(make_person: MakePerson) -> Any:
    return await make_person(Role.ADMINISTRATOR)


@pytest.fixture
def administrator(administrator_person: Any, principal: MakePrincipal, sign_in: SignIn) -> httpx.AsyncClient:
    return sign_in(principal(Role.ADMINISTRATOR, subject=str(administrator_person.account_id)))


async def test_members_are_listed_with_what_they_are(
    administrator: httpx.AsyncClient, administrator_person: Any, make_person: MakePerson, signed_in: SignedIn
) -> None:
    organisation_id = uuid4()
    employer = await make_person(Role.EMPLOYER, organisation_ids=[organisation_id])
    await make_person(in_partnerships={"there": [Role.TUTOR]})
    await signed_in(employer)
    items = (await administrator.get("/members")).json()["items"]
    assert [item["account"]["email"] for item in items] == [administrator_person.email, employer.email]
    listed = items[1]
    assert listed["id"] == str(employer.membership_id)
    assert listed["roles"] == ["employer"]
    assert listed["organisation_ids"] == [str(organisation_id)]
    assert listed["last_used_at"] is not None
    assert items[0]["last_used_at"] is None
    one = await administrator.get(f"/members/{employer.membership_id}")
    assert one.json() == listed
    assert one.headers["etag"] == '"1"'


async def test_new_roles_end_the_members_sessions_here(
    administrator: httpx.AsyncClient,
    make_person: MakePerson,
    signed_in: SignedIn,
    audited: Callable[[UUID], Awaitable[list[str]]],
    partnership_id: UUID,
) -> None:
    person = await make_person(Role.TUTOR)
    browser = await signed_in(person)
    path = f"/members/{person.membership_id}"
    renamed = await administrator.patch(path, json={"label": "Maths tutor"}, headers={"If-Match": '"1"'})
    assert renamed.status_code == 200
    assert (renamed.json()["label"], renamed.headers["etag"]) == ("Maths tutor", '"2"')
    assert (await browser.get("/session")).status_code == 200
    changed = await administrator.patch(path, json={"roles": ["tutor", "iqa"]}, headers={"If-Match": '"2"'})
    assert changed.json()["roles"] == ["iqa", "tutor"]
    assert changed.json()["label"] == "Maths tutor"
    assert (await browser.get("/session")).status_code == 401
    again = await signed_in(person)
    assert (await again.get("/session")).json()["membership"]["roles"] == ["iqa", "tutor"]
    assert (await audited(partnership_id)).count("membership.changed") == 2


async def test_a_change_states_what_it_looked_at(administrator: httpx.AsyncClient, make_person: MakePerson) -> None:
    person = await make_person(Role.TUTOR)
    path = f"/members/{person.membership_id}"
    assert (await administrator.patch(path, json={"label": "A"})).status_code == 428
    assert (await administrator.patch(path, json={"label": "A"}, headers={"If-Match": '"1"'})).status_code == 200
    late = await administrator.patch(path, json={"label": "B"}, headers={"If-Match": '"1"'})
    assert late.status_code == 412
    assert late.json()["current_version"] == 2


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"roles": []}, "/roles"),
        ({"roles": None}, "/roles"),
        ({"roles": ["apprentice"]}, "/learner_id"),
        ({"roles": ["employer"]}, "/organisation_ids"),
        ({"learner_id": str(uuid4())}, "/learner_id"),
    ],
)
async def test_what_would_see_nothing_is_refused(
    administrator: httpx.AsyncClient, make_person: MakePerson, change: dict[str, Any], pointer: str
) -> None:
    person = await make_person(Role.TUTOR)
    answer = await administrator.patch(f"/members/{person.membership_id}", json=change, headers={"If-Match": '"1"'})
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


async def test_the_last_administrator_stays(
    administrator: httpx.AsyncClient, administrator_person: Any, make_person: MakePerson
) -> None:
    await make_person(Role.COORDINATOR)
    await make_person(in_partnerships={"there": [Role.ADMINISTRATOR]})
    path = f"/members/{administrator_person.membership_id}"
    demoted = await administrator.patch(path, json={"roles": ["tutor"]}, headers={"If-Match": '"1"'})
    removed = await administrator.delete(path)
    assert (demoted.status_code, removed.status_code) == (409, 409)
    assert removed.json()["type"] == "/problems/last-administrator"
    await make_person(Role.ADMINISTRATOR)
    assert (await administrator.delete(path)).status_code == 204


async def test_a_removed_member_is_out_at_once_and_keeps_the_account(
    administrator: httpx.AsyncClient, make_person: MakePerson, signed_in: SignedIn
) -> None:
    person = await make_person(Role.TUTOR)
    browser = await signed_in(person)
    assert (await administrator.delete(f"/members/{person.membership_id}")).status_code == 204
    assert (await administrator.delete(f"/members/{person.membership_id}")).status_code == 404
    assert (await browser.get("/session")).status_code == 401
    again = await signed_in(person)
    assert (await again.get("/session")).json()["memberships"] == []


async def test_wrong_roles_and_other_partnerships(
    make_person: MakePerson, sign_in: SignIn, principal: MakePrincipal, partner_client: MakePrincipal
) -> None:
    person = await make_person(Role.TUTOR)
    path = f"/members/{person.membership_id}"
    match = {"If-Match": '"1"'}
    stranger = sign_in(principal(Role.ADMINISTRATOR, partnership_id=uuid4()))
    assert (await stranger.get("/members")).json()["items"] == []
    assert (await stranger.get(path)).status_code == 404
    assert (await stranger.patch(path, json={"label": "A"}, headers=match)).status_code == 404
    assert (await stranger.delete(path)).status_code == 404
    for other in [*(principal(role) for role in set(Role) - {Role.ADMINISTRATOR}), partner_client("identity:read")]:
        client = sign_in(other)
        reads = 200 if other.has_role(Role.COORDINATOR) else 403
        assert (await client.get("/members")).status_code == reads
        assert (await client.get(path)).status_code == reads
        assert (await client.patch(path, json={"label": "A"}, headers=match)).status_code == 403
        assert (await client.delete(path)).status_code == 403
