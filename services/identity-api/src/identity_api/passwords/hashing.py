"""Argon2id, away from the event loop and a bounded number at once.

Source: RFC 9106 section 4; OWASP Password Storage Cheat Sheet.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from identity_api.settings import IdentitySettings
from service_common.problems import Unavailable

AnswerT = TypeVar("AnswerT")


class PasswordHashing:
    AT_ONCE = 2
    """Each takes 64 MiB and a core for a tenth of a second."""
    WAITING_AT_MOST = 100

    def __init__(self, settings: IdentitySettings) -> None:
        self._hasher = PasswordHasher(
            time_cost=settings.argon2_passes, memory_cost=settings.argon2_memory_kib, parallelism=1
        )
        self._threads = ThreadPoolExecutor(self.AT_ONCE, thread_name_prefix="argon2")
        self._waiting = 0
        # Verified against when there is no account, so that an answer takes as long as when there is one.
        self._nobodys_hash = self._hasher.hash("nobody has this password")

    async def hash(self, password: str) -> str:
        return await self._run(lambda: self._hasher.hash(password))

    async def verify(self, stored: str | None, password: str) -> bool:
        """Whether the password is the one that was hashed; False, and no sooner, when nothing is stored."""
        matches = await self._run(lambda: self._matches(stored or self._nobodys_hash, password))
        return matches and stored is not None

    def is_outdated(self, stored: str) -> bool:
        """Whether it was made with other parameters than are set now."""
        return self._hasher.check_needs_rehash(stored)

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _matches(self, stored: str, password: str) -> bool:
        try:
            return self._hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False

    async def _run(self, work: Callable[[], AnswerT]) -> AnswerT:
        if self._waiting >= self.WAITING_AT_MOST:
            raise Unavailable("Very many people are signing in just now. Try again in a moment.")
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._waiting -= 1
