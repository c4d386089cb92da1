"""Opening, using and ending sessions. All at the desk, except where it says otherwise."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Delete, delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.caller import Caller
from identity_api.desk import record_at_desk
from identity_api.memberships.models import Membership
from identity_api.memberships.queries import usual_membership
from identity_api.one_time_tokens import hash_of, new_token
from identity_api.sessions.models import SignInSession
from identity_api.sessions.queries import SignedIn, find_signed_in, get_signed_in, is_alive
from identity_api.sessions.rules import NOTE_SEEN_EVERY, idle_limit_of
from service_common.problems import NotFound, Unauthenticated


async def open_session(
    session: AsyncSession,
    account_id: UUID,
    *,
    membership: Membership | None,
    methods: list[str],
    caller: Caller,
    replaces: str | None,
    now: datetime,
) -> tuple[SignedIn, str]:
    """A new session and the value of its cookie; the one that the browser had, `replaces`, ends.

    The value is always our own and new: what a browser brought along cannot become somebody's session.
    """
    if replaces is not None:
        await session.execute(delete(SignInSession).where(SignInSession.token_hash == hash_of(replaces)))
    token, token_hash = new_token()
    opened = SignInSession(
        token_hash=token_hash,
        account_id=account_id,
        membership_id=membership.id if membership else None,
        methods=methods,
        user_agent=caller.user_agent,
        created_at=now,
        last_seen_at=now,
        idle_limit=idle_limit_of(membership.roles if membership else ()),
    )
    session.add(opened)
    if membership is not None:
        membership.last_used_at = now
    await session.flush()
    signed_in = await get_signed_in(session, opened.id, now)
    await record_at_desk(session, signed_in.principal, "sign-in.succeeded", account_id, {"methods": methods})
    return signed_in, token


async def sign_in(
    session: AsyncSession, account_id: UUID, *, caller: Caller, replaces: str | None, now: datetime
) -> tuple[SignedIn, str]:
    """Open a session for somebody who proved their password, in the membership that they used last."""
    membership = await usual_membership(session, account_id)
    return await open_session(
        session, account_id, membership=membership, methods=["password"], caller=caller, replaces=replaces, now=now
    )


async def choose_membership(
    session: AsyncSession, signed_in: SignedIn, membership_id: UUID, now: datetime
) -> tuple[SignedIn, str]:
    """Go on in another membership under a new cookie value. Raises NotFound when it is not this person's, and
    Unauthenticated when the session has ended since it was looked at."""
    membership = await session.get(Membership, membership_id)
    if membership is None or membership.account_id != signed_in.account.id:
        raise NotFound("Choose one of your own memberships.")
    token = await renew_session(session, signed_in, now, membership=membership)
    membership.last_used_at = now
    await session.flush()
    now_signed_in = await get_signed_in(session, signed_in.session.id, now)
    await record_at_desk(session, now_signed_in.principal, "sign-in.membership-chosen", membership_id)
    return now_signed_in, token


async def renew_session(
    session: AsyncSession, signed_in: SignedIn, now: datetime, *, membership: Membership | None
) -> str:
    """Give the session a new cookie value, and this membership to act in. Raises Unauthenticated when it has ended
    since it was looked at."""
    token, token_hash = new_token()
    renewed = await session.execute(
        update(SignInSession)
        .where(SignInSession.id == signed_in.session.id, SignInSession.token_hash == signed_in.session.token_hash)
        .values(
            token_hash=token_hash,
            membership_id=membership.id if membership else None,
            idle_limit=idle_limit_of(membership.roles if membership else ()),
            last_seen_at=now,
        )
        .returning(SignInSession.id)
    )
    if renewed.one_or_none() is None:
        raise Unauthenticated("The session ended meanwhile. Sign in.")
    return token


async def note_seen(session: AsyncSession, signed_in: SignedIn, now: datetime) -> None:
    """Put off the end of an idle session; written once a minute at most."""
    if now - signed_in.session.last_seen_at >= NOTE_SEEN_EVERY:
        await session.execute(
            update(SignInSession).where(SignInSession.id == signed_in.session.id).values(last_seen_at=now)
        )


async def sign_out(session: AsyncSession, token: str, now: datetime) -> None:
    signed_in = await find_signed_in(session, token, now)
    await session.execute(delete(SignInSession).where(SignInSession.token_hash == hash_of(token)))
    if signed_in is not None:
        await record_at_desk(session, signed_in.principal, "sign-out", signed_in.account.id)


async def end_session_of_account(session: AsyncSession, account_id: UUID, session_id: UUID) -> None:
    """In the transaction of its owner. Raises NotFound for anybody else's."""
    ending = delete(SignInSession).where(SignInSession.account_id == account_id, SignInSession.id == session_id)
    if not await _count(session, ending):
        raise NotFound("That sign-in has ended already.")


async def end_sessions_of_account(session: AsyncSession, account_id: UUID, *, but: UUID | None = None) -> int:
    """End all of somebody's sessions, or all but one; returns how many there were. Also for its owner."""
    ending = delete(SignInSession).where(SignInSession.account_id == account_id)
    if but is not None:
        ending = ending.where(SignInSession.id != but)
    return await _count(session, ending)


async def end_sessions_of_membership(session: AsyncSession, membership_id: UUID) -> int:
    """End what goes on in a membership whose powers have changed; returns how many there were."""
    return await _count(session, delete(SignInSession).where(SignInSession.membership_id == membership_id))


async def forget_ended_sessions(session: AsyncSession, now: datetime) -> int:
    """Delete what has lasted long enough; returns how many there were."""
    return await _count(session, delete(SignInSession).where(~is_alive(now)))


async def _count(session: AsyncSession, ending: Delete) -> int:
    return len((await session.execute(ending.returning(SignInSession.id))).all())
