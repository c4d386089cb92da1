"""Everybody who may ask: each role, a partner system, one of our services, and nobody in particular."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import get_args
from uuid import UUID

from service_common.auth import Principal, Role
from service_common.settings import ServiceName
from service_common.testing.principals import token_for
from trials.tenancy.partnership import FOUNDER, Partnership

SCOPES = frozenset(f"{part}:{right}" for part in (*get_args(ServiceName), "events") for right in ("read", "write"))
REUSE_SECONDS = 20


@dataclass(frozen=True)
class Caller:
    """Somebody who asks: at identity also by cookie, as a browser on our own pages behind the gateway does."""

    name: str
    principal: Principal | None = None
    cookie: str = ""
    alias: str = ""
    """The account elsewhere than at identity, when that is another."""

    def headers(self, service: ServiceName) -> dict[str, str]:
        asking = {
            "Sec-Fetch-Site": "same-origin",
            "X-Crossway-Request": "1",
            "X-Forwarded-Method": "GET",
            "X-Forwarded-Uri": f"/api/{service}/v1/",
        }
        if self.principal is not None:
            known_as = self.alias if self.alias and service != "identity" else self.principal.subject
            principal = replace(self.principal, subject=known_as)
            asking["Authorization"] = f"Bearer {_token(principal, service, int(time.monotonic() / REUSE_SECONDS))}"
        if self.cookie:
            asking["Cookie"] = f"__Host-session={self.cookie}"
        return asking


@lru_cache
def _token(principal: Principal, service: ServiceName, _period: int) -> str:
    return token_for(principal, service)


def founder(partnership: Partnership) -> Caller:
    """Coordinator and administrator."""
    return _person(partnership, FOUNDER, Role.COORDINATOR, Role.ADMINISTRATOR)


def program(partnership: Partnership) -> Caller:
    """The partnership's own partner system, with every scope."""
    subject = partnership.known["client_id"]
    return Caller("partner system", Principal("client", subject, partnership.id, scopes=SCOPES))


def strangers(own: Partnership, victim: Partnership) -> Iterator[Caller]:
    """Everybody of one partnership, as close to another as one can come.

    Their accounts have the same role in the other partnership, too; employers claim its organisations, and there is an
    apprentice who claims its learner: whoever manages members may write any id into a membership.
    """
    organisations = frozenset(UUID(each.id_of("organisation_id")) for each in (own, victim))
    for role in Role:
        person = _person(own, role.value, role)
        alias = str(victim.accounts[role.value])
        principal = person.principal
        if principal is None:
            continue
        if role in {Role.EMPLOYER, Role.LINE_MANAGER}:
            principal = replace(principal, organisation_ids=organisations)
        if role is Role.APPRENTICE:
            claiming = replace(principal, learner_id=UUID(victim.id_of("learner_id")))
            yield replace(person, name="apprentice who claims another's learner", principal=claiming, alias=alias)
            principal = replace(principal, learner_id=UUID(own.id_of("learner_id")))
        yield replace(person, principal=principal, alias=alias)
    yield founder(own)
    yield program(own)
    yield Caller("one of our services", Principal("service", "placements-api", own.id))
    yield Caller("nobody")


def _person(partnership: Partnership, name: str, *roles: Role) -> Caller:
    subject = str(partnership.accounts[name])
    principal = Principal("person", subject, partnership.id, roles=frozenset(roles))
    return Caller(name, principal, partnership.cookies[name])
