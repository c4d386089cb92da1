"""Table of sessions: browsers that are signed in."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from identity_api.tables import Base


class SignInSession(Base):
    """A session ends by its row's deletion. The cookie holds 256 random bits; only their SHA-256 is here."""

    __tablename__ = "sessions"
    __table_args__ = (
        UniqueConstraint("token_hash"),
        Index("sessions_by_account", "account_id", "id"),
        Index("sessions_by_membership", "membership_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("uuidv7()"))
    token_hash: Mapped[bytes]
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    membership_id: Mapped[UUID | None] = mapped_column(ForeignKey("memberships.id", ondelete="CASCADE"))
    methods: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """What was proved: `password`; later also `passkey`, `totp`."""
    user_agent: Mapped[str]
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    idle_limit: Mapped[timedelta]
    """Of the roles that it was opened with: when they change, it ends."""
