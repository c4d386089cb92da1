"""Finding sessions."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.accounts.models import Account
from identity_api.memberships.models import Membership
from identity_api.one_time_tokens import hash_of
from identity_api.partnerships.models import Partnership
from identity_api.sessions.models import SignInSession
from identity_api.sessions.rules import LONGEST, expires_at
from service_common.auth import Principal, Role
from service_common.pagination import Paging, Rows, list_page


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A living session, whose it is, and as what it acts."""

    session: SignInSession
    account: Account
    membership: Membership | None
    partnership: Partnership | None

    @property
    def expires_at(self) -> datetime:
        return expires_at(self.session.created_at, self.session.last_seen_at, self.session.idle_limit)

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


def is_alive(now: datetime) -> ColumnElement[bool]:
    """The condition that a session has not lasted long enough; the same as `now < SignedIn.expires_at`."""
    return and_(SignInSession.created_at > now - LONGEST, SignInSession.last_seen_at + SignInSession.idle_limit > now)


async def list_sessions_of_account(
    session: AsyncSession, account_id: UUID, paging: Paging, now: datetime
) -> Rows[SignInSession]:
    """The living ones, newest first. In the transaction of their owner."""
    rows: Rows[SignInSession] = await list_page(
        session,
        select(SignInSession).where(SignInSession.account_id == account_id, is_alive(now)),
        order_by=(SignInSession.id,),
        paging=paging,
        descending=True,
    )
    return rows


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
