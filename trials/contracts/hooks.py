"""Who asks, for schemathesis: loaded by its command line, told by the environment."""

import os
import re
import time
from functools import lru_cache
from typing import Any

import requests
import schemathesis
from schemathesis import AuthContext, Case, CheckContext, HookContext, Response, SerializationContext

IDENTITY = os.environ["TRIAL_IDENTITY"]
SERVICE = os.environ["TRIAL_SERVICE"]
REUSE_SECONDS = 30
COOKIE = "crossway-session"
OWN_PAGES = {"Origin": os.environ["TRIAL_ORIGIN"], "X-Crossway-Request": "1"}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FOR_PROGRAMS = ("/lookup", "/events")
"""Ends of the paths that programs use and people do not."""


class Browser:
    """Somebody who has signed in, and the tokens with which the gateway would pass the requests on."""

    def __init__(self) -> None:
        self._cookie = ""
        self._token = ("", 0.0)

    def sign_in(self) -> None:
        answer = requests.post(
            f"{IDENTITY}/api/identity/v1/session",
            json={"email": os.environ["TRIAL_EMAIL"], "password": os.environ["TRIAL_PASSWORD"]},
            headers=OWN_PAGES,
            timeout=10,
        )
        answer.raise_for_status()
        self._cookie, self._token = answer.cookies[COOKIE] or "", ("", 0.0)

    @property
    def cookie(self) -> str:
        if not self._cookie:
            self.sign_in()
        return f"{COOKIE}={self._cookie}"

    @property
    def bearer(self) -> str:
        token, renew_at = self._token
        if renew_at < time.monotonic():
            asked = {"Cookie": self.cookie, "X-Forwarded-Method": "GET", "X-Forwarded-Uri": f"/api/{SERVICE}/v1/"}
            answer = requests.get(f"{IDENTITY}/internal/forward-auth", headers=asked, timeout=10)
            answer.raise_for_status()
            token = answer.headers["Authorization"]
            self._token = (token, time.monotonic() + REUSE_SECONDS)
        return token


browser = Browser()


@lru_cache(maxsize=1)
def program(_period: int) -> str:
    """One of our own services."""
    form = {
        "grant_type": "client_credentials",
        "client_id": "identity-api",
        "client_secret": os.environ["TRIAL_SECRET"],
        "audience": SERVICE,
        "partnership_id": os.environ["TRIAL_PARTNERSHIP"],
    }
    answer = requests.post(f"{IDENTITY}/api/identity/v1/token", data=form, timeout=10)
    answer.raise_for_status()
    return f"Bearer {answer.json()['access_token']}"


@schemathesis.auth(refresh_interval=None)
class Tokens:
    """A person's token, or a program's where only programs may ask."""

    def get(self, case: Case[Any], _context: AuthContext) -> str:
        return program(int(time.monotonic() / 300)) if case.path.endswith(FOR_PROGRAMS) else browser.bearer

    def set(self, case: Case[Any], data: str, _context: AuthContext) -> None:
        case.headers["Authorization"] = data


@schemathesis.serializer(XLSX)
def workbook(_context: SerializationContext, value: object) -> bytes:
    """Whatever it is: no text is a workbook."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


@schemathesis.hook
def before_call(_context: HookContext, case: Case[Any], _kwargs: dict[str, object]) -> None:
    if SERVICE == "identity":
        case.headers.update(OWN_PAGES)
        case.headers["Cookie"] = browser.cookie


@schemathesis.hook
def after_call(_context: HookContext, case: Case[Any], response: Response) -> None:
    if "set-cookie" in response.headers or (case.method == "DELETE" and "/session" in case.path):
        browser.sign_in()


BEYOND_SCHEMA = re.compile(
    r"query:cursor"  # one that the list gave out
    r"|header:If-Match"
    r"|/|/moves/\d+/to"  # rules about several fields
    r"|/rows/\d+/\w+"  # cells of a table
    r"|/placements"  # one that is listed twice
    r"|/(\w+/)*(\w+_(id|ids)|\d+)"  # ids are of things there are
    r"|/(\w+/)*(email|uln|password|new_password|recruitment)"  # check digits, reserved names, common passwords, sums
)
"""Where a value that fits the schema may be refused nevertheless, by a rule that a schema cannot say."""
BOUND_OF_DAYS = re.compile(r"Input should be (greater|less) than or equal to \d{4}-\d\d-\d\d")
"""Nor can it say between which days a day lies."""


@schemathesis.check
def only_rules_beyond_the_schema_refuse_valid_data(_context: CheckContext, response: Response, case: Case[Any]) -> None:
    """A 422 for a request that fits the schema names nothing but such fields, or a key used before."""
    if response.status_code != 422 or case.meta is None or not case.meta.generation.mode.is_positive:
        return
    unexpected = [
        fault["pointer"]
        for fault in response.json().get("errors", ())
        if not BEYOND_SCHEMA.fullmatch(fault["pointer"]) and not BOUND_OF_DAYS.fullmatch(fault["message"])
    ]
    if unexpected:
        raise AssertionError(f"fits the schema but is refused for {', '.join(unexpected)}")
