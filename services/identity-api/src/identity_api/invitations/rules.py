"""The life of an invitation."""

from datetime import datetime, timedelta
from typing import Literal

State = Literal["open", "accepted", "expired"]

VALID_FOR = timedelta(days=7)


def state_of(expires_at: datetime, accepted_at: datetime | None, now: datetime) -> State:
    if accepted_at is not None:
        return "accepted"
    return "open" if now < expires_at else "expired"
