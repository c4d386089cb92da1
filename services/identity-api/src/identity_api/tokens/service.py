"""Tokens for programs: our own services, and partner clients.

Source: RFC 6749 section 4.4 (client credentials).
"""

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from identity_api.attempts.limits import spend_attempt
from identity_api.caller import Caller
from identity_api.desk import Desk
from identity_api.keys.ring import KeyRing
from identity_api.partner_clients.queries import find_client_by_secret
from identity_api.partner_clients.service import note_used
from identity_api.settings import IdentitySettings
from identity_api.tokens.problems import ClientNotRecognised, ScopeNotGranted
from service_common.auth import Principal
from service_common.settings import ServiceName
from service_common.tokens import sign_token

LIFETIME_SECONDS = 600


@dataclass(frozen=True, slots=True)
class TokenRequest:
    client_id: str
    client_secret: str
    audience: ServiceName
    partnership_id: UUID | None
    scopes: frozenset[str]
    """Empty for all that the client has been granted."""


async def issue_token(
    desk: Desk, ring: KeyRing, settings: IdentitySettings, asked: TokenRequest, caller: Caller
) -> tuple[str, frozenset[str]]:
    """A token for one service and its scopes. Raises ClientNotRecognised, ScopeNotGranted, TooManyAttempts."""
    if asked.client_id in settings.service_client_secrets:
        principal = _own_service(settings, asked)
    else:
        principal = await _partner(desk, asked, caller)
    if principal is None:
        async with desk.transaction() as session:
            await spend_attempt(session, "client_secret", asked.client_id, caller, datetime.now(UTC))
        raise ClientNotRecognised
    key = await ring.signing_key(desk)
    claims = {**principal.to_claims(), "aud": asked.audience}
    return sign_token(key, claims, lifetime_seconds=LIFETIME_SECONDS), principal.scopes


def _own_service(settings: IdentitySettings, asked: TokenRequest) -> Principal | None:
    secret = settings.service_client_secrets[asked.client_id].get_secret_value()
    if not secret or not hmac.compare_digest(secret.encode(), asked.client_secret.encode()):
        return None
    return Principal("service", asked.client_id, asked.partnership_id)


async def _partner(desk: Desk, asked: TokenRequest, caller: Caller) -> Principal | None:
    now = datetime.now(UTC)
    async with desk.transaction() as session:
        found = await find_client_by_secret(session, asked.client_id, asked.client_secret)
        if found is None:
            return None
        client, secret = found
        if asked.partnership_id not in {None, client.partnership_id}:
            return None
        await spend_attempt(session, "client_token", asked.client_id, caller, now)
        granted = frozenset(client.scopes)
        if not asked.scopes <= granted:
            raise ScopeNotGranted
        note_used(secret, now)
        return Principal("client", str(client.id), client.partnership_id, scopes=asked.scopes or granted)
