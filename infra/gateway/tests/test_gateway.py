"""What passes the gateway, what does not, and what it adds."""

import json
import os
import re
import subprocess
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from crossway_local.checkout import CADDYFILE, CHECKOUT
from crossway_local.programs import VENV_BIN

COOKIE = {"Cookie": "session=good"}


def headers_of(received: dict[str, Any]) -> dict[str, str]:
    return dict(received["headers"])


def identity_operations() -> list[tuple[str, str, bool]]:
    """Method, path, and whether a principal is needed, as identity's committed description says."""
    described = json.loads((CHECKOUT / "services" / "identity-api" / "openapi.json").read_text())
    return [
        (method.upper(), path.replace("{", "").replace("}", ""), "security" in operation)
        for path, operations in described["paths"].items()
        for method, operation in operations.items()
    ]


def adapted(site: str) -> Any:
    """The configuration that the gateway makes of its file for these addresses."""
    command: list[str | Path] = [VENV_BIN / "caddy", "adapt", "--config", CADDYFILE, "--adapter", "caddyfile"]
    environment = {**os.environ, "CROSSWAY_SITE": site, "CROSSWAY_BIND": "127.0.0.1"}
    return json.loads(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)


@pytest.mark.parametrize("service", ["identity", "learners", "placements"])
def test_each_service_gets_its_paths_unchanged_and_a_token(gateway: httpx.Client, service: str) -> None:
    path = f"/api/{service}/v1/things?limit=5&after=a%2Fb"
    received = gateway.get(path, headers=COOKIE).raise_for_status().json()
    assert (received["service"], received["path"]) == (service, path)
    assert headers_of(received)["authorization"] == f"Bearer token for GET {path}"


def test_the_session_cookie_reaches_identity_alone(gateway: httpx.Client) -> None:
    assert "cookie" in headers_of(gateway.get("/api/identity/v1/members", headers=COOKIE).json())
    assert "cookie" not in headers_of(gateway.get("/api/learners/v1/cohorts", headers=COOKIE).json())


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_without_a_session_identitys_refusal_is_the_answer(gateway: httpx.Client, method: str) -> None:
    answer = gateway.request(method, "/api/learners/v1/cohorts", content=b"{}")
    assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
    assert answer.json()["type"] == "/problems/unauthenticated"
    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" in answer.headers


def test_the_decision_is_asked_for_the_real_method_and_the_body_still_arrives(gateway: httpx.Client) -> None:
    answer = gateway.post("/api/learners/v1/enrolments", headers=COOKIE, content=b"x" * 100_000)
    received = answer.raise_for_status().json()
    assert headers_of(received)["authorization"] == "Bearer token for POST /api/learners/v1/enrolments"
    assert (received["method"], received["bytes"]) == ("POST", 100_000)


@pytest.mark.parametrize(("method", "path", "needs_principal"), identity_operations())
def test_identity_is_asked_first_exactly_where_it_needs_a_principal(
    gateway: httpx.Client, method: str, path: str, needs_principal: bool
) -> None:
    answer = gateway.request(method, path)
    assert answer.status_code == (401 if needs_principal else 200)
    received = gateway.request(method, path, headers=COOKIE).raise_for_status().json()
    assert ("authorization" in headers_of(received)) == needs_principal
    assert "cookie" in headers_of(received)


def test_a_partners_token_goes_to_the_service_without_any_cookie(gateway: httpx.Client) -> None:
    answer = gateway.get("/api/learners/v1/cohorts", headers={**COOKIE, "Authorization": "Bearer partner"})
    received = headers_of(answer.raise_for_status().json())
    assert received["authorization"] == "Bearer partner"
    assert "cookie" not in received


@pytest.mark.parametrize("scheme", ["Basic YTpi", "bearer x", "Token Bearer", ""])
def test_any_other_authorization_is_dropped(gateway: httpx.Client, scheme: str) -> None:
    headers = {"Authorization": scheme}
    assert gateway.get("/api/learners/v1/cohorts", headers=headers).status_code == 401
    assert "authorization" not in headers_of(gateway.get("/api/identity/v1/session", headers=headers).json())
    accepted = gateway.get("/api/learners/v1/cohorts", headers={**COOKIE, **headers}).json()
    assert headers_of(accepted)["authorization"].startswith("Bearer token for")


@pytest.mark.parametrize(
    "name",
    [
        "X-User-Id",
        "x-user",
        "X-Users-Roles",
        "X_User_Id",
        "X_USER",
        "X-User_Id",
        "HTTP_X_USER_ID",
        "X-Auth-Request-User",
        "X-Remote-User",
        "Remote-User",
        "X-Forwarded-User",
        "X-Forwarded-Uri",
        "X-Original-Url",
        "X-Rewrite-Url",
        "X-Real-Ip",
        "X-Http-Method-Override",
        "Forwarded",
        "Partnership_Id",
    ],
)
@pytest.mark.parametrize("path", ["/api/learners/v1/cohorts", "/api/identity/v1/session"])
def test_who_somebody_is_cannot_be_claimed_by_a_header(gateway: httpx.Client, name: str, path: str) -> None:
    received = gateway.get(path, headers={**COOKIE, name: "forged"}).raise_for_status().json()
    assert "forged" not in [value for _, value in received["headers"]]


def test_forwarded_addresses_are_the_gateways_own(gateway: httpx.Client) -> None:
    forged = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"}
    received = headers_of(gateway.get("/api/learners/v1/cohorts", headers={**COOKIE, **forged}).json())
    assert received["x-forwarded-for"] == "127.0.0.1"
    assert received["x-forwarded-proto"] == "http"
    assert received["x-forwarded-host"] == gateway.base_url.netloc.decode()


def test_each_request_gets_an_id_of_ours(gateway: httpx.Client) -> None:
    answers = [
        gateway.get("/api/learners/v1/cohorts", headers={**COOKIE, "X-Request-Id": "chosen-by-the-client"})
        for _ in range(2)
    ]
    ids = {headers_of(answer.json())["x-request-id"] for answer in answers}
    assert len(ids) == 2
    assert "chosen-by-the-client" not in ids


@pytest.mark.parametrize(
    "path",
    [
        "/internal/forward-auth",
        "/api/internal/forward-auth",
        "/api/identity/../../internal/forward-auth",
        "/api/identity/%2e%2e/%2e%2e/internal/forward-auth",
        "/health/live",
        "/health/ready",
        "/metrics",
        "/api/metrics",
        "/api/unknown/v1/things",
        "/api",
        "/api/learners",
    ],
)
def test_what_is_not_on_the_route_table_reaches_no_service(gateway: httpx.Client, path: str) -> None:
    request = gateway.build_request("GET", "/", headers=COOKIE)
    request.url = request.url.copy_with(raw_path=path.encode())
    answer = gateway.send(request)
    assert answer.status_code == 404


def test_the_gateways_own_health(gateway: httpx.Client) -> None:
    answer = gateway.get("/health")
    assert (answer.status_code, answer.text) == (200, "ok")


def test_a_service_that_is_away_is_a_problem_with_a_time_to_try_again(gateway: httpx.Client) -> None:
    start = time.monotonic()
    answer = gateway.get("/api/portfolio/v1/qualifications", headers=COOKIE)
    assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
    assert answer.headers["retry-after"] == "2"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json()["type"] == "/problems/unavailable"
    assert 1.5 < time.monotonic() - start < 5  # it was waited for, in case it was only being started again


def test_a_long_poll_of_half_a_minute_is_waited_for() -> None:
    server = adapted("http://127.0.0.1:8080")["apps"]["http"]["servers"]["srv0"]
    waits = re.findall(r'"response_header_timeout": (\d+)', json.dumps(server))
    assert len(waits) == 5  # the decision and each service
    assert min(int(wait) for wait in [*waits, server["write_timeout"]]) > 30e9


def test_a_host_name_alone_brings_https() -> None:
    named, local = (adapted(site)["apps"] for site in ("crossway.example", "http://127.0.0.1:8080"))
    assert named["http"]["servers"]["srv0"]["listen"] == ["127.0.0.1:443"]
    assert "automatic_https" not in named["http"]["servers"]["srv0"]
    assert local["http"]["servers"]["srv0"]["listen"] == ["127.0.0.1:8080"]


def test_a_body_of_more_than_a_mebibyte_is_refused(gateway: httpx.Client) -> None:
    limit = 1024 * 1024
    assert gateway.post("/api/learners/v1/x", headers=COOKIE, content=b"x" * limit).json()["bytes"] == limit
    answer = gateway.post("/api/learners/v1/x", headers=COOKIE, content=b"x" * (limit + 1))
    assert (answer.status_code, answer.json()["type"]) == (413, "/problems/too-large")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("coding", ["zstd", "gzip"])
def test_answers_are_compressed(gateway: httpx.Client, coding: str) -> None:
    accept = {"Accept-Encoding": coding}
    for path in ("/", "/assets/index-1a2b3c.js", "/api/learners/v1/cohorts?padding=2000"):
        with gateway.stream("GET", path, headers={**COOKIE, **accept}) as answer:
            assert answer.headers["content-encoding"] == coding, path


@pytest.mark.parametrize("path", ["/", "/learners", "/learners/0199-a/enrolments", "/sign-in?next=%2Flearners"])
def test_a_pages_address_is_answered_with_the_client(gateway: httpx.Client, path: str) -> None:
    answer = gateway.get(path)
    assert answer.status_code == 200
    assert "<title>Crossway" in answer.text
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-type"].startswith("text/html")


def test_hashed_files_are_kept_for_ever_and_missing_ones_are_missing(gateway: httpx.Client) -> None:
    kept = gateway.get("/assets/index-1a2b3c.js")
    assert kept.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert gateway.get("/icon.svg").headers["cache-control"] == "no-cache"
    for path in ("/assets/index-gone.js", "/assets/gone", "/gone.png", "/.env"):
        missing = gateway.get(path)
        assert (missing.status_code, missing.headers["cache-control"]) == (404, "no-store"), path
    assert gateway.post("/learners").status_code == 404


@pytest.mark.parametrize("path", ["/", "/assets/gone.js", "/api/learners/v1/cohorts", "/api/unknown", "/health"])
def test_security_headers_are_on_every_answer(gateway: httpx.Client, path: str) -> None:
    headers = gateway.get(path, headers=COOKIE).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "server" not in headers
    assert "via" not in headers
    assert "strict-transport-security" not in headers  # plain HTTP, on this machine only


def test_pages_run_only_our_own_scripts(gateway: httpx.Client) -> None:
    policy = dict(part.strip().split(" ", 1) for part in gateway.get("/").headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["require-trusted-types-for"] == "'script'"


def test_answers_of_services_are_kept_by_nobody(gateway: httpx.Client) -> None:
    headers = gateway.get("/api/learners/v1/cohorts", headers=COOKIE).headers
    assert headers.get_list("cache-control") == ["no-store"]
    assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"


def test_calendar_programs_need_no_session_and_may_keep_what_they_read(gateway: httpx.Client) -> None:
    path = "/api/placements/v1/calendars/some-secret.ics"
    answer = gateway.get(path, headers=COOKIE)
    assert answer.status_code == gateway.get(path).status_code == 200
    assert not {"cookie", "authorization"} & headers_of(answer.json()).keys()
    assert answer.headers.get_list("cache-control") == ["public"]
    assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    for guarded in ("/api/placements/v1/calendar-addresses", "/api/placements/v1/calendars"):
        assert gateway.get(guarded).status_code == 401
