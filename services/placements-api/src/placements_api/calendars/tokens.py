"""Addresses that nobody can guess. They carry the partnership, so that looking one up stays within its rows."""

import base64
import binascii
import hashlib
import secrets
from uuid import UUID

_SECRET_BYTES = 32
TOKEN_PATTERN = r"^[A-Za-z0-9_-]{64}\.ics$"  # noqa: S105 - a form, no secret


def make_token(partnership_id: UUID) -> str:
    secret = partnership_id.bytes + secrets.token_bytes(_SECRET_BYTES)
    return base64.urlsafe_b64encode(secret).decode() + ".ics"


def partnership_of(token: str) -> UUID | None:
    """The partnership in whose addresses to look; it is not proven by this. None for what is no address of ours."""
    try:
        decoded = base64.urlsafe_b64decode(token.removesuffix(".ics"))
    except (ValueError, binascii.Error):
        return None
    return UUID(bytes=decoded[:16]) if len(decoded) == 16 + _SECRET_BYTES else None


def hash_of(token: str) -> bytes:
    """All that is kept. The secret is random and long, so that a fast hash is enough."""
    return hashlib.sha256(token.encode()).digest()
