"""portfolio-api under test."""

import pytest
from pydantic import SecretStr

from portfolio_api.main import create_app
from portfolio_api.settings import PortfolioSettings
from service_common.testing.databases import ServiceUnderTest


@pytest.fixture
def service() -> ServiceUnderTest:
    return ServiceUnderTest(
        "portfolio_api", create_app, lambda url: PortfolioSettings(service_database_url=SecretStr(url))
    )
