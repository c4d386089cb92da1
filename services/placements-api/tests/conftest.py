"""placements-api under test."""

import pytest
from pydantic import SecretStr

from placements_api.main import create_app
from placements_api.settings import PlacementsSettings
from service_common.testing.databases import ServiceUnderTest


@pytest.fixture
def service() -> ServiceUnderTest:
    return ServiceUnderTest(
        "placements_api", create_app, lambda url: PlacementsSettings(service_database_url=SecretStr(url))
    )
