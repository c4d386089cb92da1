"""Checking and setting passwords."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.accounts.models import Account, Credential
from identity_api.attempts.limits import forget_attempt, spend_attempt
from identity_api.caller import Caller
from identity_api.desk import Desk, record_at_desk
from identity_api.memberships.queries import usual_membership
from identity_api.passwords.hashing import PasswordHashing
from service_common.auth import Principal


def _hashing(request: Request) -> PasswordHashing:
    hashing: PasswordHashing = request.app.state.password_hashing
    return hashing


PasswordHashingDep = Annotated[PasswordHashing, Depends(_hashing)]


@dataclass(frozen=True, slots=True)
class ProvedAccount:
    """Somebody knew the password. `settle` in the transaction of what follows."""

    account_id: UUID
    _attempt_id: UUID
    _fresh_hash: str | None

    async def settle(self, session: AsyncSession) -> None:
        """The attempt was no guess; a hash made with older parameters is replaced."""
        await forget_attempt(session, self._attempt_id)
        if self._fresh_hash is not None:
            await set_password_hash(session, self.account_id, self._fresh_hash)


async def prove_account(
    desk: Desk, hashing: PasswordHashing, email: str, password: str, caller: Caller
) -> ProvedAccount | None:
    """Check an e-mail address and a password; None when they do not belong together, after as long as when they do.

    Raises TooManyAttempts before looking. No transaction is open while the hash is computed.
    """
    async with desk.transaction() as session:
        attempt_id = await spend_attempt(session, "password", email, caller, datetime.now(UTC))
        found = (
            await session.execute(
                select(Account.id, Credential.secret)
                .outerjoin(Credential, (Credential.account_id == Account.id) & (Credential.kind == "password"))
                .where(Account.email == email)
            )
        ).one_or_none()
    stored = found.secret if found else None
    if not await hashing.verify(stored, password) or found is None:
        async with desk.transaction() as session:
            await _record_failure(session, found.id if found else None)
        return None
    fresh_hash = await hashing.hash(password) if hashing.is_outdated(found.secret) else None
    return ProvedAccount(found.id, attempt_id, fresh_hash)


async def set_password_hash(session: AsyncSession, account_id: UUID, hashed: str) -> None:
    """Give the account this password in place of any it had. At the desk only."""
    await session.execute(
        insert(Credential)
        .values(account_id=account_id, kind="password", secret=hashed, changed_at=datetime.now(UTC))
        .on_conflict_do_update(
            index_elements=[Credential.account_id],
            index_where=text("kind = 'password'"),
            set_={"secret": hashed, "changed_at": datetime.now(UTC)},
        )
    )


async def _record_failure(session: AsyncSession, account_id: UUID | None) -> None:
    # For nobody as much is looked up and written as for somebody.
    membership = await usual_membership(session, account_id or UUID(int=0))
    who = Principal("person", str(account_id or "unknown"), membership.partnership_id if membership else None)
    await record_at_desk(session, who, "sign-in.failed", account_id or "unknown")
