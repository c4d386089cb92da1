"""Each client of another service understands whatever the other's OpenAPI file says that it may answer."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any, get_args
from uuid import UUID, uuid4

import pytest
from pydantic import BaseModel

from service_common.http_client import ServiceTokens, Upstream, make_http_client
from service_common.settings import ServiceName, ServiceSettings
from service_common.tokens import SigningKey
from trials.contracts.played import SHAPES, PlayedFromFile, document

CALLERS: tuple[ServiceName, ...] = get_args(ServiceName)


def clients() -> Iterator[tuple[ServiceName, ServiceName, type[Any]]]:
    """Who asks whom, and through which class: `clients/<upstream>.py` of each service."""
    for caller in CALLERS:
        try:
            package = importlib.import_module(f"{caller}_api.clients")
        except ModuleNotFoundError:
            continue
        for module in pkgutil.iter_modules(package.__path__):
            loaded = importlib.import_module(f"{package.__name__}.{module.name}")
            for each in vars(loaded).values():
                if inspect.isclass(each) and each.__module__ == loaded.__name__ and not issubclass(each, BaseModel):
                    yield caller, module.name, each  # type: ignore[misc]


def argument(parameter: inspect.Parameter) -> Any:
    """An argument of the annotated type."""
    if parameter.annotation is UUID:
        return uuid4()
    if get_args(parameter.annotation) == (UUID,):
        return [uuid4()]
    raise NotImplementedError(f"no argument for {parameter}")


def settings(caller: ServiceName) -> ServiceSettings:
    addresses = {f"{name}_url": f"http://{name}" for name in CALLERS}
    told = {"service": caller, "service_database_url": "postgresql://unused", "service_client_secret": "secret"}
    return ServiceSettings.model_validate({**told, **addresses})


@pytest.mark.parametrize("shape", range(SHAPES))
@pytest.mark.parametrize(
    ("caller", "upstream", "client"), [pytest.param(*each, id=f"{each[0]}-{each[1]}") for each in clients()]
)
async def test_a_client_understands_every_shape_of_answer(
    caller: ServiceName, upstream: ServiceName, client: type[Any], shape: int
) -> None:
    played = PlayedFromFile(shape)
    async with make_http_client(played) as http:
        tokens = ServiceTokens(http, settings(caller))
        asking = client(Upstream(http, tokens, settings(caller), upstream))
        for name, method in inspect.getmembers(asking, inspect.iscoroutinefunction):
            if not name.startswith("_"):
                await method(*map(argument, inspect.signature(method).parameters.values()))
    assert "POST /api/identity/v1/token" in played.asked
    assert any(f"/api/{upstream}/" in asked for asked in played.asked)


def test_there_is_a_client_for_each_look_up() -> None:
    """That the test above finds them: who asks whom by the architecture of today."""
    asking = {(caller, upstream) for caller, upstream, _client in clients()}
    assert asking >= {("placements", "learners"), ("portfolio", "learners"), ("learners", "placements")}


def test_identity_publishes_what_a_verifier_needs() -> None:
    keys = document("identity")["components"]["schemas"]["PublicKey"]
    needed = SigningKey.generate().public_jwk()
    assert needed.keys() <= set(keys["required"])
    assert {name: keys["properties"][name].get("const", value) for name, value in needed.items()} == needed
