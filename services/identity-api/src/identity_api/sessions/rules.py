"""How long a sign-in lasts.

Source: OWASP ASVS 5.0, V7.3 (inactivity and absolute limits).
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from service_common.auth import Role

LONGEST = timedelta(hours=12)
IDLE_STAFF = timedelta(minutes=30)
IDLE_APPRENTICE = timedelta(minutes=60)
NOTE_SEEN_EVERY = timedelta(minutes=1)


def idle_limit_of(roles: Iterable[str]) -> timedelta:
    """Apprentices see only what is their own, and use shared computers less: they get longer."""
    return IDLE_APPRENTICE if set(roles) == {Role.APPRENTICE} else IDLE_STAFF


def expires_at(created_at: datetime, last_seen_at: datetime, idle_limit: timedelta) -> datetime:
    """When the session ends if nothing more is done."""
    return min(created_at + LONGEST, last_seen_at + idle_limit)
