"""portfolio-api under test."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import pytest
from pydantic import SecretStr

from portfolio_api.main import create_app
from portfolio_api.settings import PortfolioSettings
from service_common.auth import Principal, Role
from service_common.testing.databases import ServiceUnderTest
from service_common.testing.plugin import SignIn

Json = dict[str, Any]


@pytest.fixture
def service() -> ServiceUnderTest:
    return ServiceUnderTest(
        "portfolio_api", create_app, lambda url: PortfolioSettings(service_database_url=SecretStr(url))
    )


@pytest.fixture
def coordinator(principal: Callable[..., Principal]) -> Principal:
    return principal(Role.COORDINATOR)


@pytest.fixture
def adopt(sign_in: SignIn, coordinator: Principal) -> Callable[..., Awaitable[Json]]:
    """`await adopt("care_certificate")`: a qualification of the catalogue is the partnership's own."""

    async def adopt_one(code: str = "care_certificate") -> Json:
        answer = await sign_in(coordinator).post(
            "/catalogue/adoptions", json={"code": code}, headers={"Idempotency-Key": str(uuid4())}
        )
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    return adopt_one
