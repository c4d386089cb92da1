"""Requests that change something by cookie come from our own pages."""

import pytest

from identity_api.same_origin import refusal

OURS = "https://crossway.example.org"
FULL = {"sec-fetch-site": "same-origin", "x-crossway-request": "1", "content-type": "application/json"}


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_looking_is_allowed_from_anywhere(method: str) -> None:
    assert refusal(method, {"sec-fetch-site": "cross-site"}, OURS) is None


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "", "get", "PURGE"])
@pytest.mark.parametrize(
    ("change", "allowed"),
    [
        ({}, True),
        ({"content-type": "application/json; charset=utf-8"}, True),
        ({"content-type": None}, True),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": "cross-site", "origin": OURS}, False),
        ({"sec-fetch-site": None, "origin": OURS}, True),
        ({"sec-fetch-site": None, "origin": f"{OURS}.example.net"}, False),
        ({"sec-fetch-site": None, "origin": "http://crossway.example.org"}, False),
        ({"sec-fetch-site": None, "origin": "null"}, False),
        ({"sec-fetch-site": None}, False),
        ({"x-crossway-request": None}, False),
        ({"x-crossway-request": "true"}, False),
        ({"content-type": "text/csv"}, True),
        ({"content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}, True),
        ({"content-type": "text/plain"}, False),
        ({"content-type": "application/x-www-form-urlencoded"}, False),
        ({"content-type": "multipart/form-data; boundary=x"}, False),
    ],
)
def test_changing_is_allowed_from_our_own_pages_only(method: str, change: dict[str, str | None], allowed: bool) -> None:
    headers = {name: value for name, value in {**FULL, **change}.items() if value is not None}
    assert (refusal(method, headers, OURS) is None) is allowed
