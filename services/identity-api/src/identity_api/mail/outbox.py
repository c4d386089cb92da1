"""Mails wait here until a worker has handed them over."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from procrastinate.tasks import Task
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.keys.sealing import Seal
from identity_api.mail.delivery import Courier
from identity_api.mail.models import OutgoingMail
from identity_api.mail.texts import Mail
from service_common.jobs import enqueue

_CONTEXT = "outgoing mail"


async def queue_mail(
    session: AsyncSession, seal: Seal, send_mail: Task[Any, Any, Any], mail: Mail, partnership_id: UUID | None = None
) -> None:
    """Have the mail sent once this transaction has committed. At the desk only."""
    row = OutgoingMail(partnership_id=partnership_id, sealed_message=seal.close(json.dumps(asdict(mail)), _CONTEXT))
    session.add(row)
    await session.flush()
    await enqueue(session, send_mail, mail_id=str(row.id))


async def hand_over(session: AsyncSession, seal: Seal, courier: Courier, mail_id: UUID) -> None:
    """Send a waiting mail and forget what it said. Sent again, with the same Message-ID, only when the process ends
    between the two. At the desk only."""
    row = (
        await session.execute(select(OutgoingMail).where(OutgoingMail.id == mail_id).with_for_update())
    ).scalar_one_or_none()
    if row is None or row.sealed_message is None:
        return
    await courier.deliver(row.id, Mail(**json.loads(seal.open(row.sealed_message, _CONTEXT))))
    row.sealed_message, row.sent_at = None, datetime.now(UTC)
