"""The life of signing keys: next, current, retired, gone."""

from datetime import datetime, timedelta

import structlog
from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.keys.models import StoredKey
from identity_api.keys.sealing import Seal
from service_common.tokens import SigningKey

ROTATE_AFTER = timedelta(days=30)
KEEP_RETIRED = timedelta(hours=1)
"""Much longer than any token lives."""

_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended('signing keys', 0))")


async def list_keys(session: AsyncSession) -> list[StoredKey]:
    return list((await session.execute(select(StoredKey).order_by(StoredKey.kid))).scalars())


async def ensure_keys(session: AsyncSession, seal: Seal, now: datetime) -> None:
    """Make the first two keys unless they are there."""
    await session.execute(_LOCK)
    states = {key.state for key in await list_keys(session)}
    session.add_all(_new_key(state, seal, now) for state in ("current", "next") if state not in states)
    await session.flush()


async def rotate_keys(session: AsyncSession, seal: Seal, now: datetime) -> None:
    """Retire the current key, sign with the next, publish another next."""
    await ensure_keys(session, seal, now)
    # One step at a time: there is never more than one key of a state in use.
    for before, after in (("current", "retired"), ("next", "current")):
        key = (await session.execute(select(StoredKey).where(StoredKey.state == before))).scalar_one()
        key.state, key.state_since = after, now
        await session.flush()
    session.add(_new_key("next", seal, now))
    await session.flush()
    structlog.get_logger().info("signing keys rotated")


async def maintain_keys(session: AsyncSession, seal: Seal, now: datetime) -> None:
    """Rotate when it is time to, and forget retired keys that no living token was signed with."""
    await ensure_keys(session, seal, now)
    current = (await session.execute(select(StoredKey).where(StoredKey.state == "current"))).scalar_one()
    if current.state_since < now - ROTATE_AFTER:
        await rotate_keys(session, seal, now)
    await session.execute(
        delete(StoredKey).where(StoredKey.state == "retired", StoredKey.state_since < now - KEEP_RETIRED)
    )


def open_key(key: StoredKey, seal: Seal) -> SigningKey:
    return SigningKey(key.kid, seal.open(key.sealed_private_pem, f"signing key {key.kid}"))


def _new_key(state: str, seal: Seal, now: datetime) -> StoredKey:
    key = SigningKey.generate()
    return StoredKey(
        kid=key.kid,
        state=state,
        public_jwk=key.public_jwk(),
        sealed_private_pem=seal.close(key.private_pem, f"signing key {key.kid}"),
        state_since=now,
    )
