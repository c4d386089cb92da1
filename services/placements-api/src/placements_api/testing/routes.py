"""A routing service played by a test: a journey by car takes as many minutes as it is told."""

from dataclasses import dataclass, field

import httpx

from placements_api.travel.routing import RoutingService
from service_common.http_client import make_http_client


@dataclass
class PlayedRoutes:
    """`asked`: how many homes and places, question by question. While `away` is true nobody is answered."""

    minutes: float | None = 17.0
    away: bool = False
    asked: list[tuple[int, int]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def service(self) -> RoutingService:
        return RoutingService("http://routes.example.org/", lambda: make_http_client(httpx.MockTransport(self._answer)))

    def _answer(self, request: httpx.Request) -> httpx.Response:
        homes, places = (len(request.url.params[name].split(";")) for name in ("sources", "destinations"))
        self.asked.append((homes, places))
        self.paths.append(request.url.path)
        if self.away:
            return httpx.Response(503)
        seconds = None if self.minutes is None else self.minutes * 60
        return httpx.Response(200, json={"code": "Ok", "durations": [[seconds] * places] * homes})
