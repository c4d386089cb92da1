"""The tokens that signed-in browsers' requests carry behind the gateway."""

import time
from collections import OrderedDict

from identity_api.desk import Desk
from identity_api.keys.ring import KeyRing
from service_common.auth import Principal
from service_common.tokens import sign_token

LIFETIME_SECONDS = 60
REUSE_SECONDS = 20.0
REMEMBERED = 8192

Issued = tuple[float, Principal, str]


class BrowserTokens:
    """Gives the same token to the requests of one session to one service for a while, so that services remember
    having verified it. A session whose powers have changed gets another at once."""

    def __init__(self, ring: KeyRing) -> None:
        self._ring = ring
        self._issued: OrderedDict[tuple[bytes, str], Issued] = OrderedDict()

    async def token(self, desk: Desk, session_hash: bytes, principal: Principal, audience: str) -> str:
        issued = self._issued.get((session_hash, audience))
        now = time.monotonic()
        if issued is not None and issued[0] > now and issued[1] == principal:
            return issued[2]
        key = await self._ring.signing_key(desk)
        token = sign_token(key, {**principal.to_claims(), "aud": audience}, lifetime_seconds=LIFETIME_SECONDS)
        self._issued[session_hash, audience] = (now + REUSE_SECONDS, principal, token)
        self._issued.move_to_end((session_hash, audience))
        if len(self._issued) > REMEMBERED:
            self._issued.popitem(last=False)
        return token
