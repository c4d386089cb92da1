"""Who is asking: the principal of a verified token, and what a feature allows to whom."""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

import structlog
from fastapi import Depends, Request
from fastapi.openapi.models import HTTPBearer
from fastapi.security.base import SecurityBase

from service_common.problems import Forbidden, Unauthenticated
from service_common.tokens import TokenInvalid, UnknownKey, verify_token


class Role(StrEnum):
    """What a person does in a partnership; one membership may hold several."""

    COORDINATOR = "coordinator"
    EMPLOYER = "employer"
    LINE_MANAGER = "line_manager"
    MENTOR = "mentor"
    APPRENTICE = "apprentice"
    TUTOR = "tutor"
    ASSESSOR = "assessor"
    IQA = "iqa"
    EQA = "eqa"
    FUNDER = "funder"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks, in which partnership, as what, and which rows that gives a view of.

    A `person` signed in; a `client` is a partner system with scopes; a `service` is one of ours, in one partnership
    or (for the event feed) in none.
    """

    kind: Literal["person", "client", "service"]
    subject: str
    partnership_id: UUID | None
    roles: frozenset[Role] = frozenset()
    scopes: frozenset[str] = frozenset()
    organisation_ids: frozenset[UUID] = frozenset()
    learner_id: UUID | None = None

    @property
    def actor(self) -> str:
        """How history and audit name who did it: no personal data."""
        return f"{self.kind}:{self.subject}"

    def has_role(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)

    @classmethod
    def from_claims(cls, claims: Mapping[str, Any]) -> "Principal":
        partnership_id, learner_id = claims.get("partnership_id"), claims.get("learner_id")
        return cls(
            kind=claims["kind"],
            subject=claims["sub"],
            partnership_id=UUID(partnership_id) if partnership_id else None,
            roles=frozenset(Role(role) for role in claims.get("roles", ())),
            scopes=frozenset(claims.get("scopes", ())),
            organisation_ids=frozenset(UUID(id_) for id_ in claims.get("organisation_ids", ())),
            learner_id=UUID(learner_id) if learner_id else None,
        )

    def to_claims(self) -> dict[str, Any]:
        """The inverse of `from_claims`, for the one who signs."""
        return {
            "kind": self.kind,
            "sub": self.subject,
            **({"partnership_id": str(self.partnership_id)} if self.partnership_id else {}),
            **({"roles": sorted(self.roles)} if self.roles else {}),
            **({"scopes": sorted(self.scopes)} if self.scopes else {}),
            **({"organisation_ids": sorted(map(str, self.organisation_ids))} if self.organisation_ids else {}),
            **({"learner_id": str(self.learner_id)} if self.learner_id else {}),
        }


FetchKeys = Callable[[], Awaitable[Mapping[str, Mapping[str, str]]]]


class TokenVerifier:
    """Verifies bearer tokens for one audience with keys fetched from identity.

    A token that was verified is remembered until it expires: a browser's next request carries the same one.
    """

    REMEMBERED_TOKENS = 4096
    REFETCH_PAUSE_SECONDS = 10

    def __init__(self, audience: str, fetch_keys: FetchKeys) -> None:
        self._audience = audience
        self._fetch_keys = fetch_keys
        self._keys: Mapping[str, Mapping[str, str]] = {}
        self._fetched_at = float("-inf")
        self._verified: OrderedDict[str, tuple[float, Principal]] = OrderedDict()

    async def principal(self, token: str) -> Principal:
        """Who the token speaks for. Raises `TokenInvalid`, and `Unavailable` when keys cannot be had."""
        remembered = self._verified.get(token)
        if remembered is not None and remembered[0] > time.time():
            return remembered[1]
        claims = await self._verify(token)
        try:
            principal = Principal.from_claims(claims)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise TokenInvalid("claims of the wrong form") from error
        self._verified[token] = (claims["exp"], principal)
        if len(self._verified) > self.REMEMBERED_TOKENS:
            self._verified.popitem(last=False)
        return principal

    async def _verify(self, token: str) -> dict[str, Any]:
        try:
            return verify_token(token, keys=self._keys, audience=self._audience)
        except UnknownKey:
            # A key that identity has begun to sign with since we last asked; the pause bounds what strangers
            # can make us fetch.
            if time.monotonic() - self._fetched_at < self.REFETCH_PAUSE_SECONDS:
                raise
        self._keys = await self._fetch_keys()
        self._fetched_at = time.monotonic()
        return verify_token(token, keys=self._keys, audience=self._audience)


class BearerToken(SecurityBase):
    """The dependency that tells who asks, and the security scheme that the OpenAPI files name."""

    def __init__(self) -> None:
        self.scheme_name = "HTTPBearer"
        self.model = HTTPBearer(description="A token from identity's token endpoint, or from the gateway.")

    async def __call__(self, request: Request) -> Principal:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Unauthenticated("Sign in, or send a bearer token for this service.")
        try:
            principal: Principal = await request.app.state.verifier.principal(token.strip())
        except TokenInvalid as error:
            structlog.get_logger().info("token refused", reason=str(error))
            raise Unauthenticated("The token is not valid for this service now. Ask for a new one.") from error
        return principal


current_principal = BearerToken()

CurrentPrincipal = Annotated[Principal, Depends(current_principal)]


class Allowed(BearerToken):
    """Who asks, when they may: one dependency rather than one on top of another."""

    def __init__(self, roles: frozenset[Role], scope: str | None) -> None:
        super().__init__()
        self._roles = roles
        self._scope = scope

    async def __call__(self, request: Request) -> Principal:
        principal = await super().__call__(request)
        if principal.partnership_id is None:
            raise Forbidden("Choose a partnership first.")
        if principal.has_role(*self._roles):
            return principal
        if self._scope is not None and (principal.kind == "service" or self._scope in principal.scopes):
            return principal
        raise Forbidden("Your role in this partnership does not allow this. Ask its administrator.")


def allow(*roles: Role, scope: str | None = None) -> Allowed:
    """A dependency that lets people with one of the roles, partner clients with the scope and our own services
    acting in a partnership through, and answers 403 to everybody else.

    `CanReadEnrolments = Annotated[Principal, Depends(allow(Role.COORDINATOR, scope="learners:read"))]`
    """
    return Allowed(frozenset(roles), scope)
