"""What several trials use."""

from collections.abc import Iterator

import pytest

from crossway_local.trial import RunningStack, running_stack


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStack]:
    """The whole product in processes of its own, without demonstration data."""
    with running_stack(tmp_path_factory.mktemp("stack"), demonstration=False) as running:
        yield running
