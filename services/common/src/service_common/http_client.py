"""Calls to our own services: one client for each upstream, with tokens from identity and designed failure.

class LearnersClient:
    def __init__(self, upstream: Upstream) -> None: ...
    async def look_up(self, partnership_id: UUID, ids: list[UUID]) -> list[LearnerSummary]:
        answer = await self._upstream.post("/learners/lookup", json=..., partnership_id=partnership_id)
"""

import asyncio
import time
from typing import Any
from uuid import UUID

import httpx

from service_common.problems import Unavailable
from service_common.settings import ServiceName, ServiceSettings

CONNECT_SECONDS = 2.0
ANSWER_SECONDS = 10.0


def make_http_client(transport: httpx.AsyncBaseTransport | None = None) -> httpx.AsyncClient:
    """The one connection pool of a process. Follows no redirect and no proxy: these are our own machines."""
    return httpx.AsyncClient(
        transport=transport,
        timeout=httpx.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS),
        limits=httpx.Limits(max_connections=50, max_keepalive_connections=20),
        follow_redirects=False,
        trust_env=False,
    )


class ServiceTokens:
    """Tokens with which this service calls others, kept until shortly before they expire."""

    RENEW_BEFORE_SECONDS = 30

    def __init__(self, http: httpx.AsyncClient, settings: ServiceSettings) -> None:
        self._http = http
        self._settings = settings
        self._tokens: dict[tuple[ServiceName, UUID | None], tuple[float, str]] = {}
        self._lock = asyncio.Lock()

    async def token(self, audience: ServiceName, partnership_id: UUID | None) -> str:
        """A token for one service, in one partnership or (for feeds) in none. Raises `Unavailable`."""
        async with self._lock:
            expires_at, token = self._tokens.get((audience, partnership_id), (0.0, ""))
            if expires_at > time.monotonic():
                return token
            form = {"grant_type": "client_credentials", "audience": audience}
            if partnership_id is not None:
                form["partnership_id"] = str(partnership_id)
            answer = await send(
                self._http,
                self._http.build_request(
                    "POST",
                    f"{self._settings.identity_url}/api/identity/v1/token",
                    data=form
                    | {
                        "client_id": self._settings.client_id,
                        "client_secret": self._settings.service_client_secret.get_secret_value(),
                    },
                ),
            )
            granted = answer.json()
            lifetime = granted["expires_in"] - self.RENEW_BEFORE_SECONDS
            self._tokens[audience, partnership_id] = (time.monotonic() + lifetime, granted["access_token"])
            return str(granted["access_token"])


class Upstream:
    """One of our services as seen from another."""

    def __init__(
        self, http: httpx.AsyncClient, tokens: ServiceTokens, settings: ServiceSettings, service: ServiceName
    ) -> None:
        self._http = http
        self._tokens = tokens
        self._service = service
        self._base = f"{settings.upstream_url(service)}/api/{service}/v1"

    async def get(
        self,
        path: str,
        *,
        params: dict[str, Any] | None = None,
        partnership_id: UUID | None = None,
        answer_seconds: float = ANSWER_SECONDS,
    ) -> httpx.Response:
        return await self._call("GET", path, partnership_id, params=params, answer_seconds=answer_seconds)

    async def post(self, path: str, *, json: object, partnership_id: UUID | None = None) -> httpx.Response:
        return await self._call("POST", path, partnership_id, json=json, answer_seconds=ANSWER_SECONDS)

    async def _call(
        self, method: str, path: str, partnership_id: UUID | None, *, answer_seconds: float, **content: Any
    ) -> httpx.Response:
        token = await self._tokens.token(self._service, partnership_id)
        request = self._http.build_request(
            method,
            self._base + path,
            headers={"Authorization": f"Bearer {token}"},
            timeout=httpx.Timeout(answer_seconds, connect=CONNECT_SECONDS),
            **content,
        )
        return await send(self._http, request)


async def send(http: httpx.AsyncClient, request: httpx.Request) -> httpx.Response:
    """The successful answer to a request. Raises `Unavailable` when there is none: our services answer each other
    with success or not at all; anything else is a fault to be logged and tried again later."""
    try:
        answer = await http.send(request)
        answer.raise_for_status()
    except httpx.HTTPError as error:
        raise Unavailable("A part of the service that this needs does not answer. Try again shortly.") from error
    return answer
