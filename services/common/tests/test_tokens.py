"""What a token must be to be believed."""

import base64
import json
import time
from typing import Any

import pytest
from jose import jws

from service_common.tokens import (
    MAX_LIFETIME_SECONDS,
    SigningKey,
    TokenInvalid,
    UnknownKey,
    sign_token,
    verify_token,
)

KEY, OTHER_KEY = SigningKey.generate(), SigningKey.generate()
KEYS = {KEY.kid: KEY.public_jwk()}
CLAIMS = {"kind": "person", "sub": "somebody", "aud": "learners"}


def verify(token: str) -> dict[str, Any]:
    return verify_token(token, keys=KEYS, audience="learners")


def hand_made(claims: dict[str, Any], *, key: SigningKey = KEY, **header: Any) -> str:
    """A token signed with the library directly, as no code of ours would."""
    now = int(time.time())
    standard = {"iss": "crossway-identity", "iat": now, "exp": now + 60, "jti": "1", **CLAIMS}
    payload = {name: value for name, value in (standard | claims).items() if value is not None}
    token: str = jws.sign(
        payload, key.private_pem, headers={"typ": "at+jwt", "kid": key.kid} | header, algorithm="ES256"
    )
    return token


def segment(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def test_a_token_of_ours_is_believed() -> None:
    claims = verify(sign_token(KEY, CLAIMS, lifetime_seconds=60))
    assert (claims["sub"], claims["kind"]) == ("somebody", "person")
    assert verify(hand_made({}))["jti"] == "1"


@pytest.mark.parametrize("missing", ["iss", "sub", "aud", "exp", "iat", "jti", "kind"])
def test_every_claim_is_required(missing: str) -> None:
    with pytest.raises(TokenInvalid):
        verify(hand_made({missing: None}))


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "placements"},
        {"aud": ["learners"]},
        {"iss": "somebody else"},
        {"exp": int(time.time()) - 1},
        {"iat": int(time.time()) + 3600, "exp": int(time.time()) + 3630},
        {"exp": int(time.time()) + MAX_LIFETIME_SECONDS["person"] + 3600},
        {"exp": "tomorrow"},
        {"exp": float("inf")},
        {"iat": True},
        {"kind": "god"},
    ],
)
def test_claims_are_checked(claims: dict[str, Any]) -> None:
    with pytest.raises(TokenInvalid):
        verify(hand_made(claims))


def test_the_header_is_exactly_ours() -> None:
    for header in ({"typ": "JWT"}, {"jku": "https://example.org"}, {"crit": ["exp"]}, {"kid": 1}):
        with pytest.raises(TokenInvalid):
            verify(hand_made({}, **header))


def test_no_other_algorithm_is_taken() -> None:
    _, payload, signature = hand_made({}).split(".")
    for algorithm in ("none", "HS256", "RS256", "ES384", ""):
        with pytest.raises(TokenInvalid):
            verify(f"{segment({'alg': algorithm, 'typ': 'at+jwt', 'kid': KEY.kid})}.{payload}.{signature}")


def test_a_signature_of_another_key_is_refused_and_an_unknown_key_is_named() -> None:
    with pytest.raises(TokenInvalid):
        verify(hand_made({}, key=OTHER_KEY, kid=KEY.kid))
    with pytest.raises(UnknownKey) as caught:
        verify(hand_made({}, key=OTHER_KEY))
    assert caught.value.kid == OTHER_KEY.kid


def test_hostile_texts_are_refused_without_another_error() -> None:
    token = hand_made({})
    head, payload, signature = token.split(".")
    hostile = [
        "",
        ".",
        "..",
        token + "=",
        token + ".x",
        f"{head}.{payload}.{signature[:-1]}",
        f"{head}.{payload}.",
        f"{segment([])}.{payload}.{signature}",
        f"{base64.urlsafe_b64encode(b'[' * 5000).decode().rstrip('=')}.{payload}.{signature}",
        f"{head}.{segment({'exp': 1})}.{signature}",
        token.replace(".", ".\u00e9", 1),
        "a" * 9000,
        # another spelling of the same bytes
        token[:-1] + chr(ord(token[-1]) + 1),
    ]
    for text in hostile:
        with pytest.raises(TokenInvalid):
            verify(text)
