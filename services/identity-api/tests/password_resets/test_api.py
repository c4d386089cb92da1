"""A new password by a mailed link."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy import select, text, update

from identity_api.desk import Desk
from identity_api.mail.models import OutgoingMail
from identity_api.one_time_tokens import hash_of
from identity_api.password_resets.models import PasswordReset
from service_common.auth import Role

SignedIn = Callable[[Any], Awaitable[httpx.AsyncClient]]
MakePerson = Callable[..., Awaitable[Any]]
TokenIn = Callable[[EmailMessage], str]
NEW = "velvet-comet-orchard"


async def ask(browser: httpx.AsyncClient, email: str) -> httpx.Response:
    return await browser.post("/password-resets", json={"email": email})


async def use(browser: httpx.AsyncClient, token: str, password: str = NEW) -> httpx.Response:
    return await browser.put("/password-resets", json={"token": token, "new_password": password})


async def test_the_link_sets_a_password_once_and_signs_out_everywhere(
    browser: httpx.AsyncClient,
    signed_in: SignedIn,
    make_person: MakePerson,
    mailbox: Any,
    token_in: TokenIn,
    audited: Callable[[UUID], Awaitable[list[str]]],
    partnership_id: UUID,
) -> None:
    person = await make_person(Role.TUTOR)
    signed_in_before = await signed_in(person)
    assert (await ask(browser, person.email)).status_code == 202
    (mail,) = await mailbox.collect()
    assert mail["to"] == person.email
    assert "https://crossway.example.org/reset-password#token=" in mail.get_content()
    token = token_in(mail)
    assert (await use(browser, token)).status_code == 204
    assert (await signed_in_before.get("/session")).status_code == 401
    entered = await browser.post("/session", json={"email": person.email, "password": NEW})
    assert entered.status_code == 201
    replayed = await use(browser, token, "another-long-password")
    assert replayed.status_code == 404
    assert replayed.json()["type"] == "/problems/link-not-valid"
    assert "password.reset" in await audited(partnership_id)
    assert [mail["subject"] for mail in await mailbox.collect()] == ["Your Crossway password has been changed"]


async def test_asking_for_nobody_looks_the_same_and_sends_nothing(
    browser: httpx.AsyncClient, make_person: MakePerson, mailbox: Any, desk: Desk
) -> None:
    person = await make_person(Role.TUTOR)
    known, unknown = await ask(browser, person.email), await ask(browser, "nobody@crossway.example.org")
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content) == (202, b"")
    async with desk.transaction() as session:
        jobs = await session.execute(text("SELECT task_name FROM jobs.procrastinate_jobs"))
        assert list(jobs.scalars()) == ["prepare_password_reset"] * 2
    assert [mail["to"] for mail in await mailbox.collect()] == [person.email]


async def test_only_a_hash_of_the_link_is_kept_and_the_mail_is_sealed_until_it_is_sent(
    browser: httpx.AsyncClient, make_person: MakePerson, mailbox: Any, token_in: TokenIn, desk: Desk
) -> None:
    person = await make_person(Role.TUTOR)
    await ask(browser, person.email)
    (mail,) = await mailbox.collect()
    async with desk.transaction() as session:
        reset = (await session.execute(select(PasswordReset))).scalar_one()
        sent = (await session.execute(select(OutgoingMail))).scalar_one()
    assert reset.token_hash == hash_of(token_in(mail))
    assert sent.sealed_message is None
    assert sent.sent_at is not None


async def test_a_link_works_for_an_hour(
    browser: httpx.AsyncClient, make_person: MakePerson, mailbox: Any, token_in: TokenIn, desk: Desk
) -> None:
    person = await make_person(Role.TUTOR)
    await ask(browser, person.email)
    (mail,) = await mailbox.collect()
    async with desk.transaction() as session:
        await session.execute(update(PasswordReset).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    assert (await use(browser, token_in(mail))).status_code == 404


async def test_all_links_of_an_account_are_used_up_together(
    browser: httpx.AsyncClient, make_person: MakePerson, mailbox: Any, token_in: TokenIn
) -> None:
    person = await make_person(Role.TUTOR)
    await ask(browser, person.email)
    await ask(browser, person.email)
    first, second = [token_in(mail) for mail in await mailbox.collect()]
    assert (await use(browser, first)).status_code == 204
    assert (await use(browser, second)).status_code == 404


async def test_a_mailbox_is_not_filled_and_a_network_asks_only_so_often(
    browser: httpx.AsyncClient, make_person: MakePerson, mailbox: Any
) -> None:
    person = await make_person(Role.TUTOR)
    statuses = [(await ask(browser, person.email)).status_code for _ in range(61)]
    assert statuses == [202] * 60 + [429]
    assert len(await mailbox.collect()) == 3


async def test_made_up_links_and_weak_passwords_are_refused(browser: httpx.AsyncClient) -> None:
    assert (await use(browser, "A" * 43)).status_code == 404
    weak = await use(browser, "A" * 43, "password1234")
    assert weak.status_code == 422
    assert weak.json()["errors"][0]["pointer"] == "/new_password"


async def test_other_sites_can_do_neither(browser: httpx.AsyncClient) -> None:
    browser.headers["Sec-Fetch-Site"] = "cross-site"
    assert (await ask(browser, "nobody@crossway.example.org")).status_code == 403
    assert (await use(browser, "A" * 43)).status_code == 403
