"""The friendly words below the ready line."""

from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from crossway_local.programs import Surroundings

Programme = Mapping[str, Any]


async def welcome(surroundings: Surroundings) -> str:
    """Demonstration sign-ins, where mails go, how to stop."""
    mails = (
        "Mails are sent." if surroundings.sends_mail else f"Mails that Crossway would send: {surroundings.state.mails}"
    )
    lines = [
        *sign_ins(await _programmes(surroundings)),
        mails,
        f"Logs: {surroundings.state.logs}",
        "Ctrl-C stops everything and keeps the data; `make reset` starts afresh.",
    ]
    return "\n" + "\n".join(f"  {line}".rstrip() for line in lines)


async def _programmes(surroundings: Surroundings) -> Sequence[Programme]:
    async with httpx.AsyncClient(base_url=surroundings.address, timeout=10, trust_env=False) as client:
        answer = await client.get("/api/identity/v1/demonstration")
    programmes: Sequence[Programme] = answer.json()["programmes"] if answer.is_success else []
    return programmes


def sign_ins(programmes: Sequence[Programme]) -> list[str]:
    """Who can sign in: first who belongs to every programme, then each programme's own people."""
    if not programmes:
        return []
    emails = [[account["email"] for account in programme["accounts"]] for programme in programmes]
    everywhere = [email for email in emails[0] if all(email in others for others in emails)] if len(emails) > 1 else []
    passwords = sorted({account["password"] for programme in programmes for account in programme["accounts"]})
    own = [
        f"  {programme['partnership_name']}: {', '.join(email for email in members if email not in everywhere)}"
        for programme, members in zip(programmes, emails, strict=True)
    ]
    shared = [f"  All programmes: {', '.join(everywhere)}"] if everywhere else []
    return [f"Sign in as (password: {' or '.join(passwords)})", *shared, *own, ""]
