"""Principals and their tokens, signed with a key that the application under test trusts."""

from uuid import UUID, uuid4

import httpx
from fastapi import FastAPI

from service_common.auth import Principal, Role, TokenVerifier
from service_common.testing.answers import AsDeclared
from service_common.tokens import SigningKey, sign_token

KEY = SigningKey.generate()


def make_principal(
    *roles: Role,
    partnership_id: UUID,
    organisation_ids: frozenset[UUID] = frozenset(),
    learner_id: UUID | None = None,
    subject: str | None = None,
) -> Principal:
    """A person who signed in."""
    return Principal(
        kind="person",
        subject=subject or str(uuid4()),
        partnership_id=partnership_id,
        roles=frozenset(roles),
        organisation_ids=organisation_ids,
        learner_id=learner_id,
    )


def make_client_principal(*scopes: str, partnership_id: UUID) -> Principal:
    """A partner system."""
    return Principal(kind="client", subject=str(uuid4()), partnership_id=partnership_id, scopes=frozenset(scopes))


def make_service_principal(service: str = "placements-api", partnership_id: UUID | None = None) -> Principal:
    """One of our own services."""
    return Principal(kind="service", subject=service, partnership_id=partnership_id)


def token_for(principal: Principal, audience: str, *, lifetime_seconds: int = 60) -> str:
    return sign_token(KEY, {**principal.to_claims(), "aud": audience}, lifetime_seconds=lifetime_seconds)


def trust_test_key(app: FastAPI) -> None:
    """Let the application verify tokens that `token_for` signs."""

    async def keys() -> dict[str, dict[str, str]]:
        return {KEY.kid: KEY.public_jwk()}

    app.state.verifier = TokenVerifier(app.state.settings.service, keys)


def client_for(app: FastAPI, principal: Principal | None) -> httpx.AsyncClient:
    """A client of the application that asks as the principal, or as nobody."""
    headers = {}
    if principal is not None:
        headers["Authorization"] = f"Bearer {token_for(principal, app.state.settings.service)}"
    return httpx.AsyncClient(
        transport=AsDeclared(app),
        base_url=f"http://test{app.state.settings.base_path}",
        headers=headers,
    )
