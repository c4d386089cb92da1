"""The audit log: who did what to which subject, append-only, each entry chained to the one before by its hash.

Subjects and actors are ids, never names; `detail` holds codes and ids only.
Source: OWASP ASVS 5.0, V16.
"""

import json
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from service_common.auth import Principal

_RECORD = text(
    "INSERT INTO system.audit_entries (partnership_id, position, recorded_at, actor, action, subject, detail, hash)"
    " VALUES (:partnership_id, 0, now(), :actor, :action, :subject, CAST(:detail AS jsonb), '')"
)
_FIRST_BROKEN = text(
    "SELECT min(position) FROM (SELECT position, entry.hash IS DISTINCT FROM system.audit_hash("
    "   lag(entry.hash) OVER (ORDER BY position), entry) OR position <> row_number() OVER (ORDER BY position) AS broken"
    " FROM system.audit_entries AS entry) AS chain WHERE broken"
)


async def record(
    session: AsyncSession,
    principal: Principal,
    action: str,
    subject: object,
    detail: dict[str, Any] | None = None,
) -> None:
    """Add an entry in the present transaction, as late in it as can be: writers of a partnership queue here."""
    await session.execute(
        _RECORD,
        {
            "partnership_id": principal.partnership_id,
            "actor": principal.actor,
            "action": action,
            "subject": str(subject),
            "detail": json.dumps(detail or {}),
        },
    )


async def find_broken_entry(session: AsyncSession) -> int | None:
    """The position of the first entry of the partnership that was changed or follows a missing one; None when whole."""
    position: int | None = (await session.execute(_FIRST_BROKEN)).scalar_one()
    return position
