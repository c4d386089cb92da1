"""The keys as an API process uses them."""

import time
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.desk import Desk
from identity_api.keys.models import StoredKey
from identity_api.keys.sealing import Seal
from identity_api.keys.service import ensure_keys, list_keys, open_key
from service_common.tokens import SigningKey


class KeyRing:
    """Signs with a key that it has looked at lately: after a rotation another process goes on with the key before
    for that long, and verifiers still know it."""

    LOOK_AGAIN_SECONDS = 30.0

    def __init__(self, seal: Seal) -> None:
        self._seal = seal
        self._current: SigningKey | None = None
        self._looked_at = float("-inf")

    async def signing_key(self, desk: Desk) -> SigningKey:
        if self._current is None or time.monotonic() - self._looked_at > self.LOOK_AGAIN_SECONDS:
            async with desk.transaction() as session:
                stored = await self._find_current(session)
                if stored is None:
                    await ensure_keys(session, self._seal, datetime.now(UTC))
                    stored = await self._find_current(session)
            if stored is None:
                raise RuntimeError("there is a current key after making one")
            if self._current is None or stored.kid != self._current.kid:
                self._current = open_key(stored, self._seal)
            self._looked_at = time.monotonic()
        return self._current

    async def public_keys(self, desk: Desk) -> Mapping[str, Mapping[str, str]]:
        """By key id: all that a token may be signed with now or soon."""
        async with desk.transaction() as session:
            keys = await list_keys(session)
            if not keys:
                await ensure_keys(session, self._seal, datetime.now(UTC))
                keys = await list_keys(session)
        return {key.kid: key.public_jwk for key in keys}

    async def _find_current(self, session: AsyncSession) -> StoredKey | None:
        return (await session.execute(select(StoredKey).where(StoredKey.state == "current"))).scalar_one_or_none()
