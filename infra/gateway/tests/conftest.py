"""The real gateway in front of stand-ins that say what reached them."""

import json
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from crossway_local import programs
from crossway_local.checkout import State
from crossway_local.ports import free_ports
from crossway_local.secret_store import SERVICES, Secrets
from crossway_local.supervisor import leashed

PROBLEM = {"type": "/problems/unauthenticated", "title": "Sign in first", "status": 401}


class StandIn(BaseHTTPRequestHandler):
    """Answers every request with what it received; as identity, decides by the cookie whether one may pass."""

    protocol_version = "HTTP/1.1"

    def answer(self) -> None:
        url = urlsplit(self.path)
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length)
        if len(body) < length:  # the gateway has refused the rest
            self.close_connection = True
            return
        if url.path == "/internal/forward-auth":
            self._decide()
            return
        query = parse_qs(url.query)
        time.sleep(float(query.get("seconds", ["0"])[0]))
        assert isinstance(self.server, ThreadingHTTPServer)
        received = {
            "service": self.server.server_name,
            "method": self.command,
            "path": self.path,
            "headers": [[name.lower(), value] for name, value in self.headers.items()],
            "bytes": len(body),
            "padding": "x" * int(query.get("padding", ["0"])[0]),
        }
        self._send(200, json.dumps(received).encode(), {"Content-Type": "application/json", "Cache-Control": "public"})

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = answer  # noqa: N815 - names by http.server

    def _decide(self) -> None:
        if "session=good" in self.headers.get("Cookie", ""):
            asked = " ".join(self.headers.get(f"X-Forwarded-{name}", "") for name in ("Method", "Uri"))
            self._send(204, b"", {"Authorization": f"Bearer token for {asked}"})
        else:
            headers = {"Content-Type": "application/problem+json", "Set-Cookie": "session=; Max-Age=0"}
            self._send(401, json.dumps(PROBLEM).encode(), headers)

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named by http.server
        """Quiet."""


@pytest.fixture(scope="session")
def upstream_ports() -> Iterator[dict[str, int]]:
    """A stand-in for each service but `portfolio`, which is down."""
    *ports, nobody = free_ports(len(SERVICES))
    servers = {}
    for service, port in zip(SERVICES, ports, strict=False):
        servers[service] = server = ThreadingHTTPServer(("127.0.0.1", port), StandIn)
        server.server_name = service
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield {**dict(zip(SERVICES, ports, strict=False)), "portfolio": nobody}
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def web_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("web")
    (root / "assets").mkdir()
    (root / "index.html").write_text("<!doctype html><title>Crossway</title>" + " " * 2000)
    (root / "assets" / "index-1a2b3c.js").write_text("export {}\n" * 200)
    (root / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    return root


@pytest.fixture(scope="session")
def gateway(
    upstream_ports: dict[str, int], web_root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    """A client of the running gateway."""
    folder = tmp_path_factory.mktemp("gateway")
    ports = {**upstream_ports, "gateway": free_ports(1)[0]}
    surroundings = programs.Surroundings(State(folder), Secrets.new(), "", ports)
    program = programs.gateway(surroundings)
    program = replace(program, environment={**program.environment, "CROSSWAY_WEB_ROOT": str(web_root)})
    with (folder / "gateway.log").open("wb") as log:
        caddy = subprocess.Popen(leashed(program.command), env=dict(program.environment), stdout=log, stderr=log)
    with httpx.Client(base_url=surroundings.address, trust_env=False, timeout=60) as client:
        _wait_until_it_answers(client, folder / "gateway.log")
        yield client
    caddy.terminate()
    caddy.wait()


def _wait_until_it_answers(client: httpx.Client, log: Path) -> None:
    for _ in range(100):
        try:
            client.get("/health").raise_for_status()
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"the gateway does not answer:\n{log.read_text()}")
