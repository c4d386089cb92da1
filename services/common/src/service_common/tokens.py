"""ES256 tokens. The only module that imports python-jose.

The library is lenient where a token may not be: it takes a missing audience for a match, treats the list of
algorithms as a substring test when given a string, and lets some errors of a hostile token escape. So everything
about the form of a token is checked here first, and the library sees one key and one algorithm.

Source: RFC 7515, RFC 7519, RFC 8725 (JSON Web Token best current practices) section 3.
"""

import base64
import binascii
import json
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from jose import jws

ALGORITHMS: Final = ["ES256"]
ISSUER: Final = "crossway-identity"
MEDIA_TYPE: Final = "at+jwt"
MAX_TOKEN_BYTES: Final = 8192
MAX_LIFETIME_SECONDS: Final = {"person": 60, "client": 600, "service": 600}
CLOCK_SKEW_SECONDS: Final = 5
REQUIRED_CLAIMS: Final = frozenset({"iss", "sub", "aud", "exp", "iat", "jti", "kind"})


class TokenInvalid(Exception):
    """The token is not one of ours, not for us, or not for now. The message is for logs, not for clients."""


class UnknownKey(TokenInvalid):
    """The token names a key that we do not have (yet)."""

    def __init__(self, kid: str) -> None:
        super().__init__("unknown key")
        self.kid = kid


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key with its id; `public_jwk` is what others verify with."""

    kid: str
    private_pem: str

    @classmethod
    def generate(cls) -> "SigningKey":
        pem = (
            ec.generate_private_key(ec.SECP256R1())
            .private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
            .decode()
        )
        return cls(kid=uuid.uuid4().hex, private_pem=pem)

    def public_jwk(self) -> dict[str, str]:
        """Source: RFC 7517 section 4, RFC 7518 section 6.2."""
        key = serialization.load_pem_private_key(self.private_pem.encode(), None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            msg = "signing keys are on the curve P-256"
            raise TypeError(msg)
        numbers = key.public_key().public_numbers()
        return {
            "kty": "EC",
            "crv": "P-256",
            "alg": "ES256",
            "use": "sig",
            "kid": self.kid,
            "x": _encode(numbers.x.to_bytes(32, "big")),
            "y": _encode(numbers.y.to_bytes(32, "big")),
        }


def sign_token(key: SigningKey, claims: Mapping[str, Any], *, lifetime_seconds: int) -> str:
    """A token with these claims; issuer, times and id are added. `claims` hold kind, sub, aud and the rest."""
    now = int(time.time())
    payload = {
        **claims,
        "iss": ISSUER,
        "iat": now,
        "exp": now + lifetime_seconds,
        "jti": uuid.uuid4().hex,
    }
    headers = {"typ": MEDIA_TYPE, "kid": key.kid}
    token: str = jws.sign(payload, key.private_pem, headers=headers, algorithm="ES256")
    return token


def verify_token(token: str, *, keys: Mapping[str, Mapping[str, str]], audience: str) -> dict[str, Any]:
    """The claims of a token that is valid now for this audience.

    `keys` maps key ids to public JWKs. Raises `UnknownKey` when the key is not among them and `TokenInvalid`
    for every other fault.
    """
    if len(token) > MAX_TOKEN_BYTES or not token.isascii():
        raise TokenInvalid("not a compact token")
    segments = token.split(".")
    if len(segments) != 3:
        raise TokenInvalid("not three segments")
    header = _json_object(_decode(segments[0]))
    if set(header) != {"alg", "typ", "kid"} or header["alg"] != "ES256" or header["typ"] != MEDIA_TYPE:
        raise TokenInvalid("unexpected header")
    kid = header["kid"]
    if not isinstance(kid, str):
        raise TokenInvalid("unexpected header")
    if kid not in keys:
        raise UnknownKey(kid)
    if len(_decode(segments[2])) != 64:
        raise TokenInvalid("signature of the wrong length")
    try:
        payload = jws.verify(token, dict(keys[kid]), ALGORITHMS)
    except Exception as error:  # every failure of the library is a refusal
        raise TokenInvalid("signature does not verify") from error
    claims = _json_object(payload)
    _check_claims(claims, audience)
    return claims


def _check_claims(claims: dict[str, Any], audience: str) -> None:
    if not claims.keys() >= REQUIRED_CLAIMS:
        raise TokenInvalid("a required claim is missing")
    if claims["iss"] != ISSUER or claims["aud"] != audience:
        raise TokenInvalid("issued by another or for another")
    issued, expires, kind = claims["iat"], claims["exp"], claims["kind"]
    if type(issued) is not int or type(expires) is not int or kind not in MAX_LIFETIME_SECONDS:
        raise TokenInvalid("claims of the wrong type")
    now = time.time()
    if issued > now + CLOCK_SKEW_SECONDS or expires <= now:
        raise TokenInvalid("not valid now")
    if not 0 < expires - issued <= MAX_LIFETIME_SECONDS[kind]:
        raise TokenInvalid("lives too long")


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _decode(segment: str) -> bytes:
    """Canonical base64url only: two spellings of one token would slip past a list of revoked ones."""
    try:
        raw = base64.b64decode(segment + "=" * (-len(segment) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise TokenInvalid("not base64url") from error
    if _encode(raw) != segment:
        raise TokenInvalid("not canonical base64url")
    return raw


def _json_object(raw: bytes) -> dict[str, Any]:
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise TokenInvalid("not JSON") from error
    if not isinstance(value, dict):
        raise TokenInvalid("not an object")
    return value
