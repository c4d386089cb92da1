"""One's own account."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import httpx
import pytest

from service_common.auth import Role

SignedIn = Callable[[Any], Awaitable[httpx.AsyncClient]]
MakePerson = Callable[..., Awaitable[Any]]
Audited = Callable[[UUID], Awaitable[list[str]]]

NEW = "velvet-comet-orchard"


async def test_people_name_themselves(signed_in: SignedIn, make_person: MakePerson) -> None:
    person = await make_person(Role.TUTOR)
    browser = await signed_in(person)
    answer = await browser.put("/account", json={"display_name": "  Alex Example "})
    assert answer.status_code == 200
    assert answer.json() == {"id": str(person.account_id), "email": person.email, "display_name": "Alex Example"}
    assert (await browser.get("/session")).json()["account"]["display_name"] == "Alex Example"


async def test_a_new_password_ends_all_other_sessions_and_renews_this_one(
    signed_in: SignedIn,
    make_person: MakePerson,
    mailbox: Any,
    audited: Audited,
    partnership_id: UUID,
    open_browser: Callable[[], httpx.AsyncClient],
) -> None:
    person = await make_person(Role.TUTOR)
    here, elsewhere = await signed_in(person), await signed_in(person)
    before = here.cookies["__Host-session"]
    change = {"current_password": person.password, "new_password": NEW}
    assert (await here.put("/account/password", json=change)).status_code == 204
    assert (await here.get("/session")).status_code == 200
    assert here.cookies["__Host-session"] != before
    assert (await elsewhere.get("/session")).status_code == 401
    old = await open_browser().post("/session", json={"email": person.email, "password": person.password})
    assert old.status_code == 401
    new = await open_browser().post("/session", json={"email": person.email, "password": NEW})
    assert new.status_code == 201
    assert [mail["to"] for mail in await mailbox.collect()] == [person.email]
    assert "password.changed" in await audited(partnership_id)


async def test_the_present_password_is_asked_for_and_guesses_at_it_are_limited(
    signed_in: SignedIn, make_person: MakePerson
) -> None:
    browser = await signed_in(await make_person(Role.TUTOR))
    wrong = {"current_password": "not-the-password", "new_password": NEW}
    for _ in range(10):
        answer = await browser.put("/account/password", json=wrong)
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == "/current_password"
    assert (await browser.put("/account/password", json=wrong)).status_code == 429
    assert (await browser.get("/session")).status_code == 200


@pytest.mark.parametrize("password", ["short", "password1234", "Passw0rd2024", "aaaaaaaaaaaa", "x" * 129])
async def test_a_weak_password_is_refused(signed_in: SignedIn, make_person: MakePerson, password: str) -> None:
    person = await make_person(Role.TUTOR)
    browser = await signed_in(person)
    change = {"current_password": person.password, "new_password": password}
    answer = await browser.put("/account/password", json=change)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/new_password"]


@pytest.mark.parametrize("path", ["/account", "/account/password"])
async def test_other_sites_change_nothing(signed_in: SignedIn, make_person: MakePerson, path: str) -> None:
    person = await make_person(Role.TUTOR)
    browser = await signed_in(person)
    body = (
        {"display_name": "Mallory Example"}
        if path == "/account"
        else {"current_password": person.password, "new_password": NEW}
    )
    answer = await browser.put(path, json=body, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
