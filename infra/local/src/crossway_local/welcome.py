"""The friendly words below the ready line."""

import httpx

from crossway_local.programs import Surroundings


async def welcome(surroundings: Surroundings) -> str:
    """Demonstration sign-ins, where mails go, how to stop."""
    return "\n".join(
        [
            "",
            *await _sign_ins(surroundings),
            f"  Mails that Crossway sends lie in {surroundings.state.mails} (set CROSSWAY_SMTP_URL to send them).",
            f"  Logs are in {surroundings.state.logs}.",
            "  Ctrl-C stops everything and keeps the data; `make reset` starts afresh.",
        ]
    )


async def _sign_ins(surroundings: Surroundings) -> list[str]:
    async with httpx.AsyncClient(base_url=surroundings.address, timeout=10, trust_env=False) as client:
        answer = await client.get("/api/identity/v1/demonstration")
    if not answer.is_success:
        return []
    return [f"  {answer.text}"]
