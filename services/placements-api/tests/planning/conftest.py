"""The compiled search is loaded once: no test's time limit is spent on compiling."""

import pytest

from placements_api.planning.warm_up import warm_up


@pytest.fixture(scope="session", autouse=True)
def compiled() -> None:
    warm_up()
