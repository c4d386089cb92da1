"""Where one is signed in."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from sqlalchemy import update

from identity_api.desk import Desk
from identity_api.sessions.models import SignInSession
from service_common.auth import Role

SignedIn = Callable[[Any], Awaitable[httpx.AsyncClient]]
MakePerson = Callable[..., Awaitable[Any]]


async def test_a_person_sees_and_ends_their_own_sign_ins(signed_in: SignedIn, make_person: MakePerson) -> None:
    person = await make_person(Role.TUTOR)
    here, elsewhere, third = [await signed_in(person) for _ in range(3)]
    page = (await here.get("/sessions")).json()
    assert page["next_cursor"] is None
    assert [(item["current"], item["user_agent"]) for item in page["items"]] == [
        (False, "Firefox on Linux"),
        (False, "Firefox on Linux"),
        (True, "Firefox on Linux"),
    ]
    assert (await here.delete(f"/sessions/{page['items'][1]['id']}")).status_code == 204
    assert (await elsewhere.get("/session")).status_code == 401
    assert (await third.get("/session")).status_code == 200
    assert (await here.delete("/sessions")).status_code == 204
    assert (await third.get("/session")).status_code == 401
    assert len((await here.get("/sessions")).json()["items"]) == 1


async def test_another_persons_sign_ins_are_out_of_reach(signed_in: SignedIn, make_person: MakePerson) -> None:
    theirs = await signed_in(await make_person(Role.TUTOR))
    their_id = (await theirs.get("/sessions")).json()["items"][0]["id"]
    mine = await signed_in(await make_person(Role.ADMINISTRATOR))
    assert their_id not in {item["id"] for item in (await mine.get("/sessions")).json()["items"]}
    assert (await mine.delete(f"/sessions/{their_id}")).status_code == 404
    await mine.delete("/sessions")
    assert (await theirs.get("/session")).status_code == 200


async def test_ended_sessions_are_not_listed_and_pages_follow_each_other(
    signed_in: SignedIn, make_person: MakePerson, desk: Desk
) -> None:
    person = await make_person(Role.TUTOR)
    for _ in range(3):
        await signed_in(person)
    async with desk.transaction() as session:
        idle = datetime.now(UTC) - timedelta(minutes=31)
        await session.execute(update(SignInSession).values(last_seen_at=idle))
    await signed_in(person)
    here = await signed_in(person)
    first = (await here.get("/sessions", params={"limit": 1})).json()
    second = (await here.get("/sessions", params={"limit": 1, "cursor": first["next_cursor"]})).json()
    assert [item["current"] for item in first["items"] + second["items"]] == [True, False]
    assert second["next_cursor"] is None
