"""learners-api under test, on a fixed day, beside a played placements-api; and what a test may take as given."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr

from learners_api.clients.placements import PlacementsClient
from learners_api.clock import today
from learners_api.learners.uln import check_digit
from learners_api.main import create_app
from learners_api.programmes.schemas import EXAMPLE
from learners_api.settings import LearnersSettings
from service_common.auth import Principal, Role
from service_common.testing.databases import ServiceUnderTest
from service_common.testing.plugin import SignIn
from service_common.testing.upstreams import PlayedUpstream

TODAY = date(2027, 5, 10)
Json = dict[str, Any]


@pytest.fixture
def service() -> ServiceUnderTest:
    return ServiceUnderTest(
        "learners_api", create_app, lambda url: LearnersSettings(service_database_url=SecretStr(url))
    )


@pytest.fixture(autouse=True)
def fixed_day(request: pytest.FixtureRequest) -> Iterator[None]:
    """It is Monday 10 May 2027 for the application."""
    if "app" not in request.fixturenames:
        yield
        return
    app: FastAPI = request.getfixturevalue("app")

    async def fixed() -> date:
        return TODAY

    app.dependency_overrides[today] = fixed
    yield
    app.dependency_overrides.clear()


@pytest.fixture
def placements(app: FastAPI) -> PlayedUpstream:
    """placements-api, which knows the organisations that a test puts into `present`."""
    played = PlayedUpstream("placements", "/organisations/lookup")
    app.state.placements = PlacementsClient(played.upstream("learners"))
    return played


@pytest.fixture
def coordinator(principal: Callable[..., Principal]) -> Principal:
    return principal(Role.COORDINATOR)


class Given:
    """Brings a partnership into a state through the API, as its coordinator; answers are the bodies."""

    def __init__(self, client: httpx.AsyncClient, placements: PlayedUpstream) -> None:
        self._client = client
        self._placements = placements
        self._serial = 100_000_000

    async def programme(self, **changes: Any) -> Json:
        return await self._post("/programmes", EXAMPLE | {"name": f"Programme {self._next()}"} | changes)

    async def cohort(self, **changes: Any) -> Json:
        """Running from 1 March 2027 to 12 March 2028 unless changed, with 8 places."""
        facts = {"starts_on": "2027-03-01", "ends_on": "2028-03-12", "places": 8, "name": f"Cohort {self._next()}"}
        if "programme_id" not in changes:
            changes["programme_id"] = (await self.programme())["id"]
        return await self._post("/cohorts", facts | changes)

    def organisation(self, kind: str = "acute_trust", name: str = "Saltmarsh Hospitals") -> str:
        """Known to placements-api."""
        id_ = uuid4()
        self._placements.present[id_] = {"id": str(id_), "name": name, "kind": kind, "sector": "health"}
        return str(id_)

    def learner(self, **changes: Any) -> Json:
        """What a new learner's record may say."""
        facts = {
            "given_names": "Imogen",
            "family_name": "Catchpole",
            "date_of_birth": "2007-02-03",
            "sex": "F",
            "uln": self.uln(),
        }
        return facts | changes

    def uln(self) -> str:
        while (digit := check_digit(str(self._next()))) is None:
            pass
        return f"{self._serial}{digit}"

    async def enrolment(self, *, learner: Json | None = None, **changes: Any) -> Json:
        """A new learner who started on 1 March 2027 unless changed."""
        if "cohort_id" not in changes:
            changes["cohort_id"] = (await self.cohort())["id"]
        if "employer_organisation_id" not in changes:
            changes["employer_organisation_id"] = self.organisation()
        new = {"kind": "new", **self.learner(**(learner or {}))}
        return await self._post("/enrolments", {"started_on": "2027-03-01", "learner": new} | changes)

    async def caseload(self, enrolment: Json, account_id: str, role: str) -> None:
        answer = await self._client.put(
            f"/enrolments/{enrolment['id']}/caseload",
            json={"supporters": [{"role": role, "account_id": account_id, "name": "Donna Whitlock"}]},
            headers={"If-Match": f'"{enrolment["version"]}"'},
        )
        assert answer.status_code == 200, answer.text

    async def _post(self, path: str, body: Json) -> Json:
        answer = await self._client.post(path, json=body, headers={"Idempotency-Key": str(uuid4())})
        assert answer.status_code == 201, answer.text
        created: Json = answer.json()
        return created

    def _next(self) -> int:
        self._serial += 1
        return self._serial


@pytest.fixture
def given(sign_in: SignIn, coordinator: Principal, placements: PlayedUpstream) -> Given:
    return Given(sign_in(coordinator), placements)


@pytest.fixture
def once() -> Callable[[], dict[str, str]]:
    """`headers=once()`: a request of its own."""
    return lambda: {"Idempotency-Key": str(uuid4())}


@pytest.fixture
def elsewhere() -> UUID:
    """Another partnership."""
    return uuid4()
