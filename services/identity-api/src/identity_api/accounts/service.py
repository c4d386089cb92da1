"""Changing one's own account."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.accounts.models import Account
from identity_api.desk import record_at_desk
from identity_api.passwords.service import set_password_hash
from identity_api.sessions.queries import SignedIn
from identity_api.sessions.service import end_sessions_of_account, renew_session


async def rename_account(session: AsyncSession, signed_in: SignedIn, display_name: str) -> Account:
    """In the transaction of its owner."""
    renaming = (
        update(Account).where(Account.id == signed_in.account.id).values(display_name=display_name).returning(Account)
    )
    account = (await session.execute(renaming)).scalar_one()
    await record_at_desk(session, signed_in.principal, "account.renamed", account.id)
    return account


async def change_password(session: AsyncSession, signed_in: SignedIn, hashed: str, now: datetime) -> str:
    """Set the password, end all other sessions, and return this one's new cookie value. At the desk only."""
    await set_password_hash(session, signed_in.account.id, hashed)
    await end_sessions_of_account(session, signed_in.account.id, but=signed_in.session.id)
    token = await renew_session(session, signed_in, now, membership=signed_in.membership)
    await record_at_desk(session, signed_in.principal, "password.changed", signed_in.account.id)
    return token
