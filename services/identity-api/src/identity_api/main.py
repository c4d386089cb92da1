"""identity-api: who somebody is, and tokens that say so."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from fastapi import FastAPI

from identity_api.accounts.router import router as account
from identity_api.audit_trail.router import router as audit_trail
from identity_api.demonstration.router import router as demonstration
from identity_api.desk import Desk
from identity_api.gateway.router import router as gateway
from identity_api.gateway.tokens import BrowserTokens
from identity_api.invitations.opened_router import router as opened_invitations
from identity_api.invitations.router import router as invitations
from identity_api.jobs import IdentityJobs
from identity_api.keys.ring import KeyRing
from identity_api.keys.router import router as keys
from identity_api.keys.sealing import Seal
from identity_api.memberships.router import router as members
from identity_api.partner_clients.router import router as partner_clients
from identity_api.password_resets.router import router as password_resets
from identity_api.passwords.hashing import PasswordHashing
from identity_api.sessions.own_router import router as own_sessions
from identity_api.sessions.router import router as session
from identity_api.settings import IdentitySettings
from identity_api.tokens.router import router as tokens
from service_common.app import create_service_app
from service_common.auth import FetchKeys


def create_app(settings: IdentitySettings | None = None) -> FastAPI:
    settings = settings or IdentitySettings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        """Also on `app.state`: password_hashing, key_ring, browser_tokens, jobs."""
        app.state.password_hashing = PasswordHashing(settings)
        app.state.browser_tokens = BrowserTokens(app.state.key_ring)
        app.state.jobs = IdentityJobs(settings, app.state.sessions)
        yield
        app.state.password_hashing.close()

    app = create_service_app(
        settings,
        title="Crossway identity",
        description="Accounts, sign-in, partnerships, memberships, partner clients and tokens.",
        public_routers=[
            session,
            own_sessions,
            account,
            password_resets,
            opened_invitations,
            demonstration,
            tokens,
            keys,
        ],
        routers=[members, invitations, partner_clients, audit_trail],
        fetch_keys=_own_keys,
        lifespan=lifespan,
    )
    app.state.key_ring = KeyRing(Seal(settings))
    app.include_router(gateway)
    return app


def _own_keys(app: FastAPI) -> FetchKeys:
    async def fetch() -> Mapping[str, Mapping[str, str]]:
        keys: Mapping[str, Mapping[str, str]] = await app.state.key_ring.public_keys(Desk(app.state.sessions))
        return keys

    return fetch
