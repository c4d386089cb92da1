"""Requests that change something by cookie come from our own pages only (cross-site request forgery).

Source: OWASP Cross-Site Request Forgery Prevention Cheat Sheet (Fetch Metadata, custom request headers);
W3C Fetch Metadata Request Headers, section 2.3.
"""

from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, Request

from service_common.problems import Problem

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
MEDIA_TYPES = frozenset(
    {
        "application/json",
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
)
"""Of requests that change something. No page elsewhere may send one of them without asking; forms cannot at all."""


class RequestFromElsewhere(Problem):
    status = 403
    type = "/problems/request-from-elsewhere"
    title = "The request does not come from our own pages"


def refusal(method: str, headers: Mapping[str, str], public_origin: str) -> str | None:
    """Why the request may not use a cookie; None when it may. `headers` have names in lower case.

    A browser states where a request comes from in Sec-Fetch-Site, or, when it is old, in Origin; a page elsewhere
    can forge neither, nor add a header of ours or send such a media type without asking us first, which we never allow.
    """
    if method in SAFE_METHODS:
        return None
    fetch_site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if fetch_site is not None:
        if fetch_site != "same-origin":
            return "Use this from its own pages."
    elif origin != public_origin:
        return "Send Sec-Fetch-Site or Origin as a browser on our own pages does."
    if headers.get("x-crossway-request") != "1":
        return "Send the header X-Crossway-Request: 1."
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type and media_type not in MEDIA_TYPES:
        return "Send JSON (Content-Type: application/json), or a table as CSV or XLSX."
    return None


async def _from_our_pages(request: Request) -> None:
    reason = refusal(request.method, request.headers, request.app.state.settings.public_origin)
    if reason is not None:
        raise RequestFromElsewhere(reason)


FromOurPages = Annotated[None, Depends(_from_our_pages)]
"""Guards an operation that a browser reaches without a bearer token."""
