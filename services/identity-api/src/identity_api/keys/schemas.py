"""What others verify our tokens with."""

from typing import Literal

from service_common.types import Output


class PublicKey(Output):
    """Source: RFC 7517 section 4, RFC 7518 section 6.2."""

    kty: Literal["EC"]
    crv: Literal["P-256"]
    alg: Literal["ES256"]
    use: Literal["sig"]
    kid: str
    x: str
    y: str


class KeySet(Output):
    keys: list[PublicKey]
