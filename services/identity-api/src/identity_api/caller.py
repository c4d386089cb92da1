"""Where a request comes from: the network, for rate limits, and the browser, for a person's list of sign-ins."""

import ipaddress
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

_BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Caller:
    network: str
    user_agent: str


def network_of(address: str) -> str:
    """What one subscriber has: an IPv4 address, or the /64 around an IPv6 address."""
    try:
        parsed = ipaddress.ip_address(address.strip())
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def summary_of(user_agent: str) -> str:
    """`Firefox on Windows`: enough to recognise a device of one's own, too little to tell people apart."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "Unknown browser")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), None)
    return f"{browser} on {system}" if system else browser


def _caller(request: Request) -> Caller:
    # The gateway drops what a client claims and states the address that it saw; ours is the last in the list.
    forwarded = request.headers.get("x-forwarded-for", "").rpartition(",")[2]
    address = forwarded or (request.client.host if request.client else "")
    return Caller(network_of(address), summary_of(request.headers.get("user-agent", "")))


CallerDep = Annotated[Caller, Depends(_caller)]
