"""How often something may be tried, and the counting."""

import hashlib
import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.attempts.models import Attempt
from identity_api.caller import Caller
from service_common.problems import TooManyRequests

Kind = Literal["password", "password_reset", "client_secret", "client_token"]


@dataclass(frozen=True, slots=True)
class Limit:
    window: timedelta
    of_subject: int | None
    of_network: int | None


LIMITS: dict[Kind, Limit] = {
    # One account is guessed at by one person; behind one address there may be a whole hospital.
    "password": Limit(timedelta(minutes=5), of_subject=10, of_network=100),
    "password_reset": Limit(timedelta(hours=1), of_subject=None, of_network=60),
    # Secrets of 256 bits are not guessed; this bounds what a broken program costs us.
    "client_secret": Limit(timedelta(minutes=5), of_subject=None, of_network=30),
    "client_token": Limit(timedelta(minutes=5), of_subject=60, of_network=None),
}
LONGEST_WINDOW = max(limit.window for limit in LIMITS.values())

_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")


class TooManyAttempts(TooManyRequests):
    type = "/problems/too-many-attempts"
    title = "Too many attempts"


async def spend_attempt(session: AsyncSession, kind: Kind, subject: str, caller: Caller, now: datetime) -> UUID:
    """Count one attempt, before it is known how it ends. Raises TooManyAttempts when there have been enough."""
    limit = LIMITS[kind]
    subject_hash = hashlib.sha256(subject.encode()).digest()
    if limit.of_subject is not None:
        # Guesses sent at the same moment are counted one after another.
        await session.execute(_LOCK, {"name": f"attempts/{kind}/{subject_hash.hex()}"})
        await _refuse_beyond(session, kind, Attempt.subject_hash == subject_hash, limit.of_subject, now)
    if limit.of_network is not None:
        await _refuse_beyond(session, kind, Attempt.network == caller.network, limit.of_network, now)
    attempt = Attempt(kind=kind, subject_hash=subject_hash, network=caller.network, attempted_at=now)
    session.add(attempt)
    await session.flush()
    return attempt.id


async def forget_attempt(session: AsyncSession, attempt_id: UUID) -> None:
    """An attempt that succeeded was no guess."""
    await session.execute(delete(Attempt).where(Attempt.id == attempt_id))


async def _refuse_beyond(
    session: AsyncSession, kind: Kind, same: ColumnElement[bool], count: int, now: datetime
) -> None:
    window = LIMITS[kind].window
    recent = (
        select(Attempt.attempted_at)
        .where(Attempt.kind == kind, same, Attempt.attempted_at > now - window)
        .order_by(Attempt.attempted_at.desc())
        .limit(count)
    )
    times = list((await session.execute(recent)).scalars())
    if len(times) == count:
        wait_seconds = max(1, math.ceil((times[-1] + window - now).total_seconds()))
        raise TooManyAttempts(f"Wait {_in_words(wait_seconds)}, then try again.", retry_after_seconds=wait_seconds)


def _in_words(seconds: int) -> str:
    minutes = math.ceil(seconds / 60)
    return "a minute" if minutes == 1 else f"{minutes} minutes"
