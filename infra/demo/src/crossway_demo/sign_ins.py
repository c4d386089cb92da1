"""Partnerships and accounts, through identity's operator functions: nobody can sign in to create the first ones."""

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from uuid import UUID

from crossway_demo.accounts import SIGN_IN_PHRASE, Account, Membership
from crossway_demo.model import Partnership
from crossway_demo.payloads import Json
from crossway_demo.records import Records
from identity_api.desk import Desk
from identity_api.passwords.hashing import PasswordHashing
from identity_api.provisioning.schemas import ProvisionDocument
from identity_api.provisioning.service import provision
from identity_api.settings import IdentitySettings
from service_common.db import make_engine, make_sessions

QUICK_HASHING = {"argon2_memory_kib": 19 * 1024, "argon2_passes": 2}
"""The least that is held to be safe: the sign-in page shows the phrase anyway, and identity hashes it anew with its own
settings when somebody signs in. Source: OWASP Password Storage Cheat Sheet, Argon2id."""


class SignIns:
    def __init__(self, desk: Desk, hashing: PasswordHashing) -> None:
        self._desk = desk
        self._hashing = hashing

    async def found(self, partnerships: Iterable[Partnership]) -> Mapping[str, UUID]:
        """The partnerships' ids by slug."""
        wanted = [{"key": each.slug, "name": each.name} for each in partnerships]
        done = await provision(self._desk, self._hashing, _document(partnerships=wanted), demonstration=True)
        return done.partnerships

    async def register(self, accounts: Iterable[Account]) -> Mapping[str, UUID]:
        """Accounts that cannot sign in yet; their ids by e-mail address."""
        wanted = [{"email": each.email, "display_name": each.name} for each in accounts]
        done = await provision(self._desk, self._hashing, _document(accounts=wanted), demonstration=True)
        return done.accounts

    async def set_passwords(self, accounts: Iterable[Account]) -> None:
        """The same for all of them."""
        wanted = [{"email": each.email, "display_name": each.name, "password": SIGN_IN_PHRASE} for each in accounts]
        await provision(self._desk, self._hashing, _document(accounts=wanted), demonstration=True)

    async def admit(self, accounts: Iterable[Account], records: Mapping[str, Records]) -> None:
        """Make the accounts members, all at once. `records` by slug hold what their memberships point at."""
        wanted = [
            {
                "email": each.email,
                "display_name": each.name,
                "memberships": [_membership(membership, records) for membership in each.memberships],
            }
            for each in accounts
        ]
        await provision(self._desk, self._hashing, _document(accounts=wanted), demonstration=True)


@asynccontextmanager
async def open_sign_ins() -> AsyncIterator[SignIns]:
    """On the database of identity's settings in the environment."""
    settings = IdentitySettings().model_copy(update=QUICK_HASHING)
    engine = make_engine(settings.service_database_url.get_secret_value(), connections=2)
    hashing = PasswordHashing(settings)
    try:
        yield SignIns(Desk(make_sessions(engine)), hashing)
    finally:
        hashing.close()
        await engine.dispose()


def _document(**content: list[Json]) -> ProvisionDocument:
    return ProvisionDocument.model_validate(content)


def _membership(membership: Membership, records: Mapping[str, Records]) -> Json:
    known = records.get(membership.partnership)
    organisation, enrolment = membership.organisation, membership.enrolment
    return {
        "partnership": membership.partnership,
        "roles": [membership.role],
        "label": membership.label,
        "organisation_ids": [known.organisations[organisation]] if known and organisation else [],
        "learner_id": known.learners[enrolment] if known and enrolment else None,
    }
