"""Programs of the product's own that a trial acts as."""

import time
from uuid import UUID

import httpx

from crossway_local.secret_store import Secrets
from crossway_local.trial import RunningStack
from service_common.settings import ServiceName

RENEW_BEFORE_SECONDS = 60


class OwnService:
    """One of our own services, with the secret that the stack gave it."""

    def __init__(self, stack: RunningStack, name: str = "identity") -> None:
        self._client_id = f"{name}-api"
        self._secret = Secrets.load(stack.state.secrets).clients[name]
        self._identity = stack.services["identity"]
        self._tokens: dict[tuple[ServiceName, UUID], tuple[float, str]] = {}

    async def authorization(self, http: httpx.AsyncClient, audience: ServiceName, partnership_id: UUID) -> str:
        """The header with which it acts in a partnership. Raises httpx.HTTPError."""
        renew_at, header = self._tokens.get((audience, partnership_id), (0.0, ""))
        if renew_at > time.monotonic():
            return header
        form = {
            "grant_type": "client_credentials",
            "client_id": self._client_id,
            "client_secret": self._secret,
            "audience": audience,
            "partnership_id": str(partnership_id),
        }
        answer = (await http.post(f"{self._identity}/api/identity/v1/token", data=form)).raise_for_status().json()
        header = f"Bearer {answer['access_token']}"
        self._tokens[audience, partnership_id] = (
            time.monotonic() + answer["expires_in"] - RENEW_BEFORE_SECONDS,
            header,
        )
        return header
