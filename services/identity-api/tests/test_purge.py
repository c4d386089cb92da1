"""Forgetting what is no longer needed."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from identity_api.desk import Desk
from identity_api.jobs import IdentityJobs
from service_common.auth import Role

SignedIn = Callable[[Any], Awaitable[httpx.AsyncClient]]
MakePerson = Callable[..., Awaitable[Any]]


@pytest.mark.parametrize(
    ("later", "left"),
    [
        (timedelta(0), {"sessions": 1, "attempts": 2, "password_resets": 1, "outgoing_mail": 1}),
        (timedelta(minutes=31), {"sessions": 0, "attempts": 2, "password_resets": 1, "outgoing_mail": 1}),
        (timedelta(minutes=61), {"sessions": 0, "attempts": 0, "password_resets": 0, "outgoing_mail": 1}),
        (timedelta(days=31), {"sessions": 0, "attempts": 0, "password_resets": 0, "outgoing_mail": 0}),
    ],
)
async def test_what_has_expired_goes(
    app: FastAPI,
    desk: Desk,
    signed_in: SignedIn,
    make_person: MakePerson,
    mailbox: Any,
    later: timedelta,
    left: dict[str, int],
) -> None:
    person = await make_person(Role.TUTOR)
    browser = await signed_in(person)
    await browser.post("/password-resets", json={"email": person.email})
    await mailbox.collect()
    other = {"email": "nobody@crossway.example.org", "password": "not-the-password"}
    await browser.post("/session", json=other)
    jobs = IdentityJobs(app.state.settings, app.state.sessions)
    await jobs.app.tasks["purge"].func(timestamp=int((datetime.now(UTC) + later).timestamp()))
    async with desk.transaction() as session:
        for table, count in left.items():
            seen = (await session.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one()  # noqa: S608
            assert seen == count, table


async def test_keys_are_made_before_anybody_needs_them(app: FastAPI, desk: Desk) -> None:
    jobs = IdentityJobs(app.state.settings, app.state.sessions)
    await jobs.app.tasks["maintain_signing_keys"].func(timestamp=int(datetime.now(UTC).timestamp()))
    async with desk.transaction() as session:
        states = (await session.execute(text("SELECT state FROM signing_keys ORDER BY state"))).scalars()
        assert list(states) == ["current", "next"]
