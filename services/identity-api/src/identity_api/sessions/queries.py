"""Finding sessions."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.accounts.models import Account
from identity_api.memberships.models import Membership
from identity_api.one_time_tokens import hash_of
from identity_api.partnerships.models import Partnership
from identity_api.sessions.models import SignInSession
from identity_api.sessions.rules import expires_at
from service_common.auth import Principal, Role


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A living session, whose it is, and as what it acts."""

    session: SignInSession
    account: Account
    membership: Membership | None
    partnership: Partnership | None

    @property
    def expires_at(self) -> datetime:
        roles = self.membership.roles if self.membership else ()
        return expires_at(self.session.created_at, self.session.last_seen_at, roles)

    @property
    def principal(self) -> Principal:
        if self.membership is None:
            return Principal("person", str(self.account.id), None)
        return Principal(
            "person",
            str(self.account.id),
            self.membership.partnership_id,
            roles=frozenset(map(Role, self.membership.roles)),
            organisation_ids=frozenset(self.membership.organisation_ids),
            learner_id=self.membership.learner_id,
        )


async def find_signed_in(session: AsyncSession, token: str, now: datetime) -> SignedIn | None:
    """Whose session the cookie's value is; None when there is none or it has lasted long enough. At the desk only."""
    return await _find(session, SignInSession.token_hash == hash_of(token), now)


async def get_signed_in(session: AsyncSession, session_id: UUID, now: datetime) -> SignedIn:
    """The session just opened or changed. At the desk only."""
    found = await _find(session, SignInSession.id == session_id, now)
    if found is None:
        raise LookupError("the session is there while its transaction lasts")
    return found


async def _find(session: AsyncSession, which: ColumnElement[bool], now: datetime) -> SignedIn | None:
    query = (
        select(SignInSession, Account, Membership, Partnership)
        .join(Account, Account.id == SignInSession.account_id)
        .outerjoin(Membership, Membership.id == SignInSession.membership_id)
        .outerjoin(Partnership, Partnership.id == Membership.partnership_id)
        .where(which)
    )
    row = (await session.execute(query)).one_or_none()
    if row is None:
        return None
    signed_in = SignedIn(*row)
    return signed_in if now < signed_in.expires_at else None
