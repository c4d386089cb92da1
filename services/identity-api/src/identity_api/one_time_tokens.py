"""Secrets that we give out once and keep only a hash of: session ids, links in mails, client secrets."""

import hashlib
import secrets
from typing import Annotated

from pydantic import StringConstraints

from service_common.problems import Problem

TOKEN_BYTES = 32

OneTimeToken = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern="^[A-Za-z0-9_-]*$")]
"""The token of a mailed link, as a client sends it."""


class LinkNotValid(Problem):
    status = 404
    type = "/problems/link-not-valid"
    title = "This link does not work any more"


def new_token() -> tuple[str, bytes]:
    """256 random bits as text for a cookie, a link or a program, and the hash to keep."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    return token, hash_of(token)


def hash_of(token: str) -> bytes:
    """SHA-256 is enough for what nobody chose: there is nothing to guess from."""
    return hashlib.sha256(token.encode()).digest()
