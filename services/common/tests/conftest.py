"""The sample service under test."""

import sys
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from pydantic import SecretStr

from service_common.auth import Principal, Role
from service_common.testing.databases import ServiceUnderTest

sys.path.insert(0, str(Path(__file__).parent / "sample" / "src"))


@pytest.fixture
def service() -> ServiceUnderTest:
    from sample_api.main import create_app  # noqa: PLC0415 - importable from here on
    from sample_api.settings import SampleSettings  # noqa: PLC0415

    return ServiceUnderTest("sample_api", create_app, lambda url: SampleSettings(service_database_url=SecretStr(url)))


@pytest.fixture
def coordinator(principal: Callable[..., Principal]) -> Principal:
    return principal(Role.COORDINATOR)


@pytest.fixture
def once() -> Callable[[], dict[str, str]]:
    return lambda: {"Idempotency-Key": str(uuid4())}
