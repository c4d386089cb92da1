"""The four services in this process, on databases of their own, reaching each other in memory."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass

import httpx
import pytest
from fastapi import FastAPI

from identity_api.settings import IdentitySettings
from learners_api.settings import LearnersSettings
from placements_api.settings import PlacementsSettings
from portfolio_api.settings import PortfolioSettings
from service_common.auth import TokenVerifier
from service_common.http_client import ServiceTokens, Upstream, make_http_client
from service_common.settings import ServiceName, ServiceSettings
from service_common.testing.databases import RunningService, Services, ServiceUnderTest
from service_common.testing.principals import KEY

ORIGIN = "https://crossway.example.org"
SETTINGS: Mapping[ServiceName, type[ServiceSettings]] = {
    "identity": IdentitySettings,
    "learners": LearnersSettings,
    "placements": PlacementsSettings,
    "portfolio": PortfolioSettings,
}


class Switchboard(httpx.AsyncBaseTransport):
    """Puts a request through to the service that its host names."""

    def __init__(self) -> None:
        self.apps: dict[str, FastAPI] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        app = self.apps[request.url.host]
        return await httpx.ASGITransport(app, raise_app_exceptions=False).handle_async_request(request)


@dataclass(frozen=True)
class Product:
    """The running services by name, and a client that reaches all of them as `http://<service>`."""

    services: Mapping[ServiceName, RunningService]
    http: httpx.AsyncClient

    async def copy_read_models(self) -> None:
        """What the workers do: apply every feed to its end."""
        for name, running in self.services.items():
            worker = importlib.import_module(f"{name}_api.worker")
            if not hasattr(worker, "followers"):
                continue
            state = running.app.state
            tokens = ServiceTokens(self.http, state.settings)
            for follower in worker.followers(
                state.sessions, lambda upstream, t=tokens, s=state: Upstream(self.http, t, s.settings, upstream)
            ):
                while await follower.apply_next():
                    pass


async def start_product(services: Services, monkeypatch: pytest.MonkeyPatch) -> Product:
    """Start all four; they trust tokens of identity and those that the tests sign."""
    switchboard = Switchboard()
    monkeypatch.setattr("service_common.app.make_http_client", lambda: make_http_client(switchboard))
    secrets = {name: f"secret-of-{name}" for name in SETTINGS}
    http = make_http_client(switchboard)

    async def keys() -> Mapping[str, Mapping[str, str]]:
        answer = await http.get("http://identity/api/identity/v1/jwks")
        return {KEY.kid: KEY.public_jwk()} | {key["kid"]: key for key in answer.json()["keys"]}

    told = {
        "public_origin": ORIGIN,
        "demonstration": True,
        "log_level": "error",
        **{f"{name}_url": f"http://{name}" for name in SETTINGS},
        # These are for identity alone; the others pass over them.
        "service_client_secrets": {f"{name}-api": secret for name, secret in secrets.items()},
        "key_encryption_secret": "a secret for tests that is long enough",
        "argon2_memory_kib": 64,
        "argon2_passes": 1,
    }
    running = {}
    for name, kind in SETTINGS.items():

        def settings(url: str, name: ServiceName = name, kind: type[ServiceSettings] = kind) -> ServiceSettings:
            own = {"service_database_url": url, "service_client_secret": secrets[name]}
            return kind.model_validate({**told, **own})

        create_app = importlib.import_module(f"{name}_api.main").create_app
        running[name] = await services.running(ServiceUnderTest(f"{name}_api", create_app, settings))
        app = switchboard.apps[name] = running[name].app
        app.state.verifier = TokenVerifier(name, keys)
    return Product(running, http)
