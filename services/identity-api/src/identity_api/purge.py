"""Forgetting what is no longer needed."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.attempts.limits import LONGEST_WINDOW
from identity_api.attempts.models import Attempt
from identity_api.invitations.models import Invitation
from identity_api.mail.models import OutgoingMail
from identity_api.password_resets.models import PasswordReset
from identity_api.sessions.service import forget_ended_sessions

KEEP_INVITATIONS = timedelta(days=90)
KEEP_SENT_MAIL = timedelta(days=30)
"""The row only, for whoever asks whether a mail went out; what it said is gone once it is sent."""


async def purge(session: AsyncSession, now: datetime) -> None:
    """At the desk."""
    await forget_ended_sessions(session, now)
    await session.execute(delete(Attempt).where(Attempt.attempted_at < now - LONGEST_WINDOW))
    await session.execute(delete(PasswordReset).where(PasswordReset.expires_at < now))
    await session.execute(delete(Invitation).where(Invitation.expires_at < now - KEEP_INVITATIONS))
    await session.execute(delete(OutgoingMail).where(OutgoingMail.sent_at < now - KEEP_SENT_MAIL))
