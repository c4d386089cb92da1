"""Table of outgoing mail."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from identity_api.tables import Base


class OutgoingMail(Base):
    """`sealed_message` may hold a one-time link: it is encrypted, and forgotten once the mail is sent."""

    __tablename__ = "outgoing_mail"
    __table_args__ = (Index("outgoing_mail_by_age", "created_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("uuidv7()"))
    partnership_id: Mapped[UUID | None]
    sealed_message: Mapped[bytes | None]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    sent_at: Mapped[datetime | None]
