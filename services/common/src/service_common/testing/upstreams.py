"""An upstream service played by a test: its feed and its look-ups, over a transport in memory."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import httpx
from pydantic import SecretStr

from service_common.http_client import ServiceTokens, Upstream, make_http_client
from service_common.settings import ServiceName, ServiceSettings


class PlayedUpstream:
    """Plays identity's token endpoint and one service: `happen` adds an event, `present` is what look-ups know.

    While `away` is true every call fails as it does when a machine is gone.
    """

    def __init__(self, service: ServiceName, lookup_path: str) -> None:
        self.service: ServiceName = service
        self.away = False
        self.present: dict[UUID, dict[str, Any]] = {}
        self.calls: list[str] = []
        self._lookup_path = lookup_path
        self._events: list[dict[str, Any]] = []

    def happen(
        self, type_: str, subject: UUID, partnership_id: UUID, *, at: datetime | None = None, **data: Any
    ) -> None:
        self._events.append(
            {
                "id": str(uuid4()),
                "source": f"/api/{self.service}/v1",
                "type": type_,
                "subject": str(subject),
                "time": (at or datetime.now(UTC)).isoformat(),
                "partnershipid": str(partnership_id),
                "data": {name: str(value) for name, value in data.items()},
            }
        )

    def upstream(self, caller: ServiceName = "placements") -> Upstream:
        settings = ServiceSettings(service=caller, service_database_url=SecretStr("postgresql://unused"))
        http = make_http_client(httpx.MockTransport(self._answer))
        return Upstream(http, ServiceTokens(http, settings), settings, self.service)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.calls.append(path)
        if self.away:
            raise httpx.ConnectError("away", request=request)
        if path.endswith("/token"):
            return httpx.Response(200, json={"access_token": "played", "token_type": "Bearer", "expires_in": 300})
        if path.endswith("/events"):
            return httpx.Response(200, json=self._batch(request))
        if path.endswith(self._lookup_path):
            asked = (UUID(id_) for id_ in json.loads(request.content)["ids"])
            return httpx.Response(200, json={"items": [self.present[id_] for id_ in asked if id_ in self.present]})
        raise AssertionError(f"unexpected call of {path}")

    def _batch(self, request: httpx.Request) -> dict[str, Any]:
        after = int(request.url.params["after"])
        items = self._events[after : after + int(request.url.params["limit"])]
        return {"items": items, "cursor": after + len(items)}
