"""identity-api under test: an application, people to sign in, and browsers."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from pydantic import SecretStr
from sqlalchemy import text

from identity_api.desk import Desk
from identity_api.gateway.tokens import BrowserTokens
from identity_api.jobs import IdentityJobs
from identity_api.keys.ring import KeyRing
from identity_api.keys.sealing import Seal
from identity_api.main import create_app
from identity_api.provisioning.schemas import (
    ProvisionDocument,
    ProvisionedAccount,
    ProvisionedMembership,
    ProvisionedPartnership,
)
from identity_api.provisioning.service import provision
from identity_api.settings import IdentitySettings
from service_common.auth import Role
from service_common.settings import ServiceSettings
from service_common.testing.databases import ServiceUnderTest

ORIGIN = "https://crossway.example.org"
PASSWORD = "granite-willow-harbour"
SERVICE_SECRET = "a-secret-between-services"


@pytest.fixture
def service() -> ServiceUnderTest:
    def settings(url: str) -> IdentitySettings:
        return IdentitySettings(
            service_database_url=SecretStr(url),
            public_origin=ORIGIN,
            service_client_secrets={"placements-api": SecretStr(SERVICE_SECRET)},
            key_encryption_secret=SecretStr("a secret for tests that is long enough"),
            argon2_memory_kib=64,
            argon2_passes=1,
        )

    def create(settings: ServiceSettings) -> FastAPI:
        assert isinstance(settings, IdentitySettings)
        return create_app(settings)

    return ServiceUnderTest("identity_api", create, settings)


@pytest.fixture
def settings(app: FastAPI) -> IdentitySettings:
    settings: IdentitySettings = app.state.settings
    return settings


@pytest.fixture(autouse=True)
def _keys_of_this_test(request: pytest.FixtureRequest) -> None:
    """Keys are rolled back with the test that made them, so no process memory of them may outlive it."""
    if "app" in request.fixturenames:
        app = request.getfixturevalue("app")
        app.state.key_ring = KeyRing(Seal(app.state.settings))
        app.state.browser_tokens = BrowserTokens(app.state.key_ring)


@pytest.fixture
def desk(app: FastAPI) -> Desk:
    return Desk(app.state.sessions)


@dataclass(frozen=True)
class Person:
    account_id: UUID
    email: str
    password: str
    memberships: dict[str, UUID]
    """By key of the partnership."""

    @property
    def membership_id(self) -> UUID:
        return next(iter(self.memberships.values()))


MakePerson = Callable[..., Awaitable[Person]]


@pytest.fixture
def make_person(app: FastAPI, desk: Desk, partnership_id: UUID) -> MakePerson:
    """`await make_person(Role.COORDINATOR)`: an account with a password and a membership in the test's partnership,
    `in_partnerships={"other": [Role.TUTOR]}` instead for others."""

    async def make(
        *roles: Role,
        email: str | None = None,
        in_partnerships: dict[str, list[Role]] | None = None,
        organisation_ids: list[UUID] | None = None,
        learner_id: UUID | None = None,
    ) -> Person:
        wanted = in_partnerships if in_partnerships is not None else {"here": list(roles)}
        address = email or f"person-{uuid4().hex[:12]}@crossway.example.org"
        document = ProvisionDocument(
            partnerships=[
                ProvisionedPartnership(key=key, name=f"Partnership {key}", id=partnership_id if key == "here" else None)
                for key in wanted
            ],
            accounts=[
                ProvisionedAccount(
                    email=address,
                    display_name="Robin Example",
                    password=SecretStr(PASSWORD),
                    memberships=[
                        ProvisionedMembership(
                            partnership=key,
                            roles=in_it,
                            organisation_ids=organisation_ids or [],
                            learner_id=learner_id,
                        )
                        for key, in_it in wanted.items()
                    ],
                )
            ],
        )
        done = await provision(desk, app.state.password_hashing, document, demonstration=False)
        return Person(done.accounts[address], address, PASSWORD, done.memberships[address])

    return make


OpenBrowser = Callable[[], httpx.AsyncClient]


@pytest_asyncio.fixture
async def open_browser(app: FastAPI) -> AsyncIterator[OpenBrowser]:
    """`open_browser()`: a browser on our own pages, with a cookie jar of its own."""
    async with AsyncExitStack() as stack:

        def make() -> httpx.AsyncClient:
            browser = httpx.AsyncClient(
                transport=httpx.ASGITransport(app, raise_app_exceptions=False),
                base_url=f"{ORIGIN}/api/identity/v1",
                headers={
                    "Sec-Fetch-Site": "same-origin",
                    "X-Crossway-Request": "1",
                    "X-Forwarded-For": "192.0.2.7",
                    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                },
            )
            stack.push_async_callback(browser.aclose)
            return browser

        yield make


@pytest.fixture
def browser(open_browser: OpenBrowser) -> httpx.AsyncClient:
    return open_browser()


async def sign_in_at(browser: httpx.AsyncClient, person: Person) -> httpx.Response:
    answer = await browser.post("/session", json={"email": person.email, "password": person.password})
    assert answer.status_code == 201, answer.text
    return answer


@pytest.fixture
def signed_in(open_browser: OpenBrowser) -> Callable[[Person], Awaitable[httpx.AsyncClient]]:
    """`await signed_in(person)`: a browser in which the person has signed in."""

    async def make(person: Person) -> httpx.AsyncClient:
        browser = open_browser()
        await sign_in_at(browser, person)
        return browser

    return make


@dataclass(frozen=True)
class Mailbox:
    """Runs the waiting jobs of the application, and reads the mails that they write."""

    _app: FastAPI
    _folder: Path

    async def collect(self) -> list[EmailMessage]:
        """The mails of all jobs that wait, after running them; each mail once."""
        settings = self._app.state.settings.model_copy(update={"mail_folder": self._folder})
        jobs = IdentityJobs(settings, self._app.state.sessions)
        while waiting := await self._take_waiting():
            for task, arguments in waiting:
                await jobs.app.tasks[task].func(**arguments)
        mails = []
        for file in sorted(self._folder.glob("*.eml")):
            mails.append(message_from_bytes(file.read_bytes(), policy=policy.default))
            file.unlink()
        return mails

    async def _take_waiting(self) -> list[tuple[str, dict[str, str]]]:
        async with Desk(self._app.state.sessions).transaction() as session:
            rows = await session.execute(text("SELECT id, task_name, args FROM jobs.procrastinate_jobs ORDER BY id"))
            waiting = [(row.task_name, row.args) for row in rows]
            await session.execute(text("DELETE FROM jobs.procrastinate_jobs"))
        return waiting


@pytest.fixture
def mailbox(app: FastAPI, tmp_path: Path) -> Mailbox:
    return Mailbox(app, tmp_path)


def link_token(mail: EmailMessage) -> str:
    """The token behind the `#` of the mail's link."""
    (token,) = re.findall(r"#token=([A-Za-z0-9_-]+)", mail.get_content())
    return str(token)


@pytest.fixture
def token_in() -> Callable[[EmailMessage], str]:
    return link_token


@pytest.fixture
def audited(desk: Desk) -> Callable[[UUID], Awaitable[list[str]]]:
    """`await audited(partnership_id)`: the actions in its audit trail, oldest first."""

    async def actions(partnership_id: UUID) -> list[str]:
        async with desk.transaction(partnership_id) as session:
            query = "SELECT action FROM system.audit_entries WHERE partnership_id = :id ORDER BY position"
            return list((await session.execute(text(query), {"id": partnership_id})).scalars())

    return actions
