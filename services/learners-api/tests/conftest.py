"""learners-api under test, on a fixed day, beside a played placements-api; and what a test may start from."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import date
from itertools import count
from typing import Any
from uuid import uuid4

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

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]

_numbers = count(100_000_000)


@pytest.fixture
def service() -> ServiceUnderTest:
    return ServiceUnderTest(
        "learners_api", create_app, lambda url: LearnersSettings(service_database_url=SecretStr(url))
    )


@pytest.fixture(autouse=True)
def fixed_day(request: pytest.FixtureRequest) -> Iterator[None]:
    """For the application it is Monday, 10 May 2027."""
    if "app" not in request.fixturenames:
        yield
        return
    app: FastAPI = request.getfixturevalue("app")

    async def fixed() -> date:
        return date(2027, 5, 10)

    app.dependency_overrides[today] = fixed
    yield
    app.dependency_overrides.clear()


@pytest.fixture
def placements(app: FastAPI) -> PlayedUpstream:
    """placements-api, which knows the organisations in `present`."""
    played = PlayedUpstream("placements", "/organisations/lookup")
    app.state.placements = PlacementsClient(played.upstream("learners"))
    return played


@pytest.fixture
def as_program(sign_in: SignIn) -> SignIn:
    """`sign_in`, with a new Idempotency-Key in each POST that brings none."""

    async def give_key(request: httpx.Request) -> None:
        if request.method == "POST":
            request.headers.setdefault("Idempotency-Key", str(uuid4()))

    def open_client(principal: Principal | None) -> httpx.AsyncClient:
        client = sign_in(principal)
        client.event_hooks["request"].append(give_key)
        return client

    return open_client


@pytest.fixture
def coordinator(
    as_program: SignIn, principal: Callable[..., Principal], placements: PlayedUpstream
) -> httpx.AsyncClient:
    """The client of a coordinator of the test's partnership."""
    return as_program(principal(Role.COORDINATOR))


@pytest.fixture
def stranger(as_program: SignIn) -> httpx.AsyncClient:
    """The client of somebody who may do everything, in another partnership."""
    principal = Principal("person", str(uuid4()), uuid4(), roles=frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}))
    return as_program(principal)


async def _create(client: httpx.AsyncClient, path: str, body: Json) -> Json:
    answer = await client.post(path, json=body)
    assert answer.status_code == 201, answer.text
    created: Json = answer.json()
    return created


@pytest.fixture
def add_programme(coordinator: httpx.AsyncClient) -> Add:
    """`await add_programme(stage_of_integration=3)`"""

    async def add(**changes: Any) -> Json:
        return await _create(coordinator, "/programmes", EXAMPLE | {"name": f"Programme {next(_numbers)}"} | changes)

    return add


@pytest.fixture
def add_cohort(coordinator: httpx.AsyncClient, add_programme: Add) -> Add:
    """`await add_cohort(places=2)`: of a new programme, from 1 March 2027 to 12 March 2028, unless told otherwise."""

    async def add(**changes: Any) -> Json:
        facts = {"name": f"Cohort {next(_numbers)}", "starts_on": "2027-03-01", "ends_on": "2028-03-12", "places": 8}
        if "programme_id" not in changes:
            changes["programme_id"] = (await add_programme())["id"]
        return await _create(coordinator, "/cohorts", facts | changes)

    return add


@pytest.fixture
def add_organisation(placements: PlayedUpstream) -> Callable[..., str]:
    """`add_organisation(kind="hospice")`: the id of an organisation that placements-api knows."""

    def add(kind: str = "acute_trust", name: str = "Saltmarsh Hospitals") -> str:
        id_ = uuid4()
        placements.present[id_] = {"id": str(id_), "name": name, "kind": kind, "sector": "health"}
        return str(id_)

    return add


@pytest.fixture
def new_learner() -> Callable[..., Json]:
    """`new_learner(family_name="Oakes")`: the `learner` of an enrolment, with a ULN of their own."""

    def make(**changes: Any) -> Json:
        facts = {
            "kind": "new",
            "given_names": "Imogen",
            "family_name": "Catchpole",
            "date_of_birth": "2007-02-03",
            "sex": "F",
            "uln": _uln(),
        }
        return facts | changes

    return make


def _uln() -> str:
    while True:
        first_nine = str(next(_numbers))
        digit = check_digit(first_nine)
        if digit is not None:
            return f"{first_nine}{digit}"


@pytest.fixture
def enrolment_body(
    add_cohort: Add, add_organisation: Callable[..., str], new_learner: Callable[..., Json]
) -> Callable[..., Awaitable[Json]]:
    """`await enrolment_body(started_on="2027-03-08")`: what `POST /enrolments` takes, of a new learner who starts on
    1 March 2027 in a new cohort, employed by a new acute trust, unless told otherwise."""

    async def make(**changes: Any) -> Json:
        if "cohort_id" not in changes:
            changes["cohort_id"] = (await add_cohort())["id"]
        if "employer_organisation_id" not in changes:
            changes["employer_organisation_id"] = add_organisation()
        return {"started_on": "2027-03-01", "learner": new_learner(), **changes}

    return make


@pytest.fixture
def add_enrolment(coordinator: httpx.AsyncClient, enrolment_body: Callable[..., Awaitable[Json]]) -> Add:
    """`await add_enrolment(learner=new_learner(given_names="Zoë"))`"""

    async def add(**changes: Any) -> Json:
        return await _create(coordinator, "/enrolments", await enrolment_body(**changes))

    return add


@pytest.fixture
def support(coordinator: httpx.AsyncClient) -> Callable[[Json, str, str], Awaitable[None]]:
    """`await support(enrolment, account_id, "mentor")`: puts the account on the learner's side."""

    async def assign(enrolment: Json, account_id: str, role: str) -> None:
        answer = await coordinator.put(
            f"/enrolments/{enrolment['id']}/caseload",
            json={"supporters": [{"role": role, "account_id": account_id, "name": "Donna Whitlock"}]},
            headers={"If-Match": f'"{enrolment["version"]}"'},
        )
        assert answer.status_code == 200, answer.text

    return assign


@pytest.fixture
def add_clearance(coordinator: httpx.AsyncClient) -> Add:
    """`await add_clearance(learner_id, code="car")`: an enhanced DBS check for three years, unless told otherwise."""

    async def add(learner_id: str, **changes: Any) -> Json:
        facts = {"code": "dbs_enhanced", "valid_from": "2027-02-15", "expires_on": "2030-02-14"}
        return await _create(coordinator, f"/learners/{learner_id}/clearances", facts | changes)

    return add


@pytest.fixture
def record_facts(coordinator: httpx.AsyncClient) -> Add:
    """`await record_facts(learner_id, travel_means=["car"])`: travel and hours of somebody of whom nothing has been
    recorded yet."""

    async def record(learner_id: str, **facts: Any) -> Json:
        path = f"/learners/{learner_id}/planning-facts"
        answer = await coordinator.put(path, json=facts, headers={"If-Match": '"0"'})
        assert answer.status_code == 200, answer.text
        recorded: Json = answer.json()
        return recorded

    return record
