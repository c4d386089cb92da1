"""The services as a program of the partnership sees them: tokens, pages, requests that have one effect."""

import asyncio
import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from uuid import UUID

import httpx

from crossway_demo.payloads import Json

TRIES = 6
FIRST_PAUSE_SECONDS = 0.2
RENEW_TOKEN_SECONDS = 60
CLIENT_ID = "identity-api"
"""The loader runs beside identity, with identity's own credentials."""


class LoadFailed(Exception):
    """Why the demonstration could not be loaded, in a sentence for whoever started it."""


@dataclass(frozen=True, kw_only=True)
class Addresses:
    """Where the services answer, and the secret that they know us by."""

    by_service: Mapping[str, str]
    client_secret: str

    @classmethod
    def from_environment(cls) -> Self:
        """Raises LoadFailed."""
        services = ("identity", "learners", "placements", "portfolio")
        wanted = [*(f"CROSSWAY_{service.upper()}_URL" for service in services), "CROSSWAY_SERVICE_CLIENT_SECRET"]
        missing = [name for name in wanted if not os.environ.get(name)]
        if missing:
            raise LoadFailed(f"Set {' and '.join(missing)}, as for identity-api, and start the loader again.")
        return cls(
            by_service={service: os.environ[f"CROSSWAY_{service.upper()}_URL"] for service in services},
            client_secret=os.environ["CROSSWAY_SERVICE_CLIENT_SECRET"],
        )

    def url(self, service: str, path: str) -> str:
        return f"{self.by_service[service]}/api/{service}/v1{path}"


class Services:
    """All of them, over one connection pool."""

    def __init__(self, http: httpx.AsyncClient, addresses: Addresses) -> None:
        self._http = http
        self._addresses = addresses

    def partner(self, partnership_id: UUID) -> "Partner":
        return Partner(self, partnership_id)

    async def send(
        self,
        method: str,
        service: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str] | None = None,
        body: Json | None = None,
        form: Mapping[str, str] | None = None,
        text: str | None = None,
    ) -> Json:
        """The JSON of a successful answer; while the service is away it is asked again. Raises LoadFailed."""
        request = self._http.build_request(
            method,
            self._addresses.url(service, path),
            headers=headers,
            params=params,
            json=body,
            data=form,
            content=text,
        )
        pause = FIRST_PAUSE_SECONDS
        for tries_left in reversed(range(TRIES)):
            try:
                answer = await self._http.send(request)
            except httpx.TransportError as error:
                if not tries_left:
                    raise LoadFailed(f"{service}-api does not answer at {request.url}: {error!r}.") from error
            else:
                if answer.is_success:
                    return dict(answer.json())
                if not tries_left or not _is_passing(answer):
                    raise LoadFailed(f"{service}-api refused {method} {path}: {_reason(answer)}")
            await asyncio.sleep(pause)
            pause *= 2
        raise AssertionError("the last try returns or raises")

    async def token(self, audience: str, partnership_id: UUID) -> tuple[str, float]:
        """A token to act in a partnership, and the moment from which another should be asked for."""
        granted = await self.send(
            "POST",
            "identity",
            "/token",
            form={
                "grant_type": "client_credentials",
                "client_id": CLIENT_ID,
                "client_secret": self._addresses.client_secret,
                "audience": audience,
                "partnership_id": str(partnership_id),
            },
        )
        return str(granted["access_token"]), time.monotonic() + granted["expires_in"] - RENEW_TOKEN_SECONDS


class Partner:
    """The services, acting in one partnership."""

    def __init__(self, services: Services, partnership_id: UUID) -> None:
        self._services = services
        self._partnership_id = partnership_id
        self._tokens: dict[str, tuple[str, float]] = {}

    async def get(self, service: str, path: str, **params: str) -> Json:
        headers = await self._authorization(service)
        return await self._services.send("GET", service, path, headers=headers, params=params)

    async def list_all(self, service: str, path: str, **params: str) -> list[Json]:
        """Every item of every page."""
        page = await self.get(service, path, limit="100", **params)
        items = list(page["items"])
        while page["next_cursor"] is not None:
            page = await self.get(service, path, limit="100", cursor=page["next_cursor"], **params)
            items += page["items"]
        return items

    async def post(self, service: str, path: str, body: Json, *, key: str) -> Json:
        """Create something, once for each `key`."""
        headers = {**await self._authorization(service), "Idempotency-Key": f"demonstration/{key}"}
        return await self._services.send("POST", service, path, headers=headers, body=body)

    async def import_table(self, service: str, path: str, table: str) -> Json:
        """Send a table in CSV; sent again, it changes nothing more."""
        headers = {**await self._authorization(service), "Content-Type": "text/csv"}
        return await self._services.send("POST", service, path, headers=headers, text=table)

    async def change(self, method: str, service: str, path: str, body: Json, *, version: int) -> Json:
        """Change something that is at this version."""
        headers = {**await self._authorization(service), "If-Match": f'"{version}"'}
        return await self._services.send(method, service, path, headers=headers, body=body)

    async def _authorization(self, service: str) -> dict[str, str]:
        token, renew_at = self._tokens.get(service, ("", 0.0))
        if renew_at <= time.monotonic():
            token, renew_at = self._tokens[service] = await self._services.token(service, self._partnership_id)
        return {"Authorization": f"Bearer {token}"}


def _is_passing(answer: httpx.Response) -> bool:
    in_progress = answer.status_code == httpx.codes.CONFLICT and "request-in-progress" in answer.text
    return in_progress or answer.status_code in {
        httpx.codes.BAD_GATEWAY,
        httpx.codes.SERVICE_UNAVAILABLE,
        httpx.codes.GATEWAY_TIMEOUT,
    }


def _reason(answer: httpx.Response) -> str:
    """What a problem says of itself, on one line."""
    try:
        problem = answer.json()
        faults = [f"{each['pointer']} {each['message']}" for each in problem.get("errors", ())]
        return " ".join([f"{answer.status_code} {problem['title']}.", problem["detail"], *faults])
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError):
        return f"{answer.status_code} {answer.text[:300]}"
