"""One loaded installation for all tests."""

from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
import pytest_asyncio

from crossway_demo.services import Addresses, Services
from crossway_demo.testing.installation import LOAD_TEN_DAYS_AGO, SERVICES, Installation
from crossway_local.trial import running_stack


@pytest.fixture(scope="session", name="installation")
def _installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """Loaded, after a first attempt that was killed half way, ten days before."""
    folder = tmp_path_factory.mktemp("stack")
    for above in (folder, *folder.parents[:2]):
        above.chmod(0o755)  # the database server runs as another user when the tests run as root
    with running_stack(folder, services=SERVICES, gateway=False, demonstration=False) as stack:
        installation = Installation(stack)
        killed = installation.start_loading("-c", LOAD_TEN_DAYS_AGO)
        assert killed.stdout is not None
        assert killed.stdout.readline()
        killed.kill()
        killed.communicate()
        installation.load()
        yield installation


@pytest_asyncio.fixture(name="services")
async def _services(installation: Installation) -> AsyncIterator[Services]:
    addresses = Addresses(by_service=installation.stack.services, client_secret=installation.client_secret)
    async with httpx.AsyncClient(trust_env=False) as http:
        yield Services(http, addresses)
