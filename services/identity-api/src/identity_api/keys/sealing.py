"""Encryption at rest of what the database holds for a while: private keys, mails with one-time links."""

import os

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from identity_api.settings import IdentitySettings

NONCE_BYTES = 12
_DEMONSTRATION = "for invented people only: this text is public"


class Seal:
    """AES-256-GCM under a key derived from the installation's secret; `context` names what is sealed, and a sealed
    text opens only under the name it was sealed with.

    Source: NIST SP 800-38D (random 96-bit nonces), RFC 5869.
    """

    def __init__(self, settings: IdentitySettings) -> None:
        secret = settings.key_encryption_secret.get_secret_value() or _DEMONSTRATION
        derivation = HKDF(hashes.SHA256(), length=32, salt=None, info=b"crossway identity at rest 1")
        self._cipher = AESGCM(derivation.derive(secret.encode()))

    def close(self, text: str, context: str) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, text.encode(), context.encode())

    def open(self, sealed: bytes, context: str) -> str:
        """Raises `cryptography.exceptions.InvalidTag` under another secret or context."""
        return self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context.encode()).decode()
