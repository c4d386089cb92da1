"""Choosing a new password by a mailed link.

Asking does the same work for an address that nobody has: whether there is an account, a worker finds out later.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from procrastinate.tasks import Task
from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.accounts.models import Account
from identity_api.attempts.limits import spend_attempt
from identity_api.caller import Caller
from identity_api.desk import record_at_desk
from identity_api.mail.texts import Mail, reset_link, reset_mail
from identity_api.memberships.queries import usual_membership
from identity_api.one_time_tokens import LinkNotValid, hash_of, new_token
from identity_api.password_resets.models import PasswordReset
from identity_api.passwords.service import set_password_hash
from identity_api.sessions.service import end_sessions_of_account
from identity_api.settings import IdentitySettings
from service_common.auth import Principal
from service_common.jobs import enqueue

VALID_FOR = timedelta(hours=1)
LINKS_AT_ONCE = 3
"""More do not reach anybody sooner; they only fill a mailbox."""


async def ask_for_reset(
    session: AsyncSession, prepare: Task[Any, Any, Any], email: str, caller: Caller, now: datetime
) -> None:
    """Raises TooManyAttempts for a network that asks very often."""
    await spend_attempt(session, "password_reset", email, caller, now)
    asked = PasswordReset(email=email, requested_at=now, expires_at=now + VALID_FOR)
    session.add(asked)
    await session.flush()
    await enqueue(session, prepare, reset_id=str(asked.id))


async def prepare_reset(
    session: AsyncSession, settings: IdentitySettings, reset_id: UUID, now: datetime
) -> Mail | None:
    """The mail with the link; None when there is no such account, or it has had enough links lately."""
    reset = (
        await session.execute(select(PasswordReset).where(PasswordReset.id == reset_id).with_for_update())
    ).scalar_one_or_none()
    if reset is None or await _find_account(session, reset.email) is None:
        return None
    if await _count_links(session, reset.email, now) >= LINKS_AT_ONCE:
        return None
    token, reset.token_hash = new_token()
    return reset_mail(reset.email, reset_link(settings, token))


async def check_link(session: AsyncSession, token: str, now: datetime) -> None:
    """Raises LinkNotValid when no password can be set with it."""
    await _get_account_of_link(session, token, now)


async def reset_password(session: AsyncSession, token: str, hashed: str, now: datetime) -> Account:
    """Set the password, use up all links of the account and end all its sessions. Raises LinkNotValid."""
    account = await _get_account_of_link(session, token, now)
    await session.execute(delete(PasswordReset).where(PasswordReset.email == account.email))
    await set_password_hash(session, account.id, hashed)
    await end_sessions_of_account(session, account.id)
    membership = await usual_membership(session, account.id)
    who = Principal("person", str(account.id), membership.partnership_id if membership else None)
    await record_at_desk(session, who, "password.reset", account.id)
    return account


async def _get_account_of_link(session: AsyncSession, token: str, now: datetime) -> Account:
    live = (PasswordReset.token_hash == hash_of(token), PasswordReset.expires_at > now)
    reset = (await session.execute(select(PasswordReset).where(*live).with_for_update())).scalar_one_or_none()
    account = await _find_account(session, reset.email) if reset else None
    if account is None:
        raise LinkNotValid("Ask for a new link: this one has been used or is more than an hour old.")
    return account


async def _find_account(session: AsyncSession, email: str) -> Account | None:
    return (await session.execute(select(Account).where(Account.email == email))).scalar_one_or_none()


async def _count_links(session: AsyncSession, email: str, now: datetime) -> int:
    mailed: ColumnElement[bool] = PasswordReset.token_hash.is_not(None)
    query = select(func.count()).where(PasswordReset.email == email, PasswordReset.expires_at > now, mailed)
    return (await session.execute(query)).scalar_one()
