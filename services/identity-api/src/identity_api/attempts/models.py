"""Table of attempts: what rate limits count."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from identity_api.tables import Base


class Attempt(Base):
    __tablename__ = "attempts"
    __table_args__ = (
        Index("attempts_by_subject", "kind", "subject_hash", "attempted_at"),
        Index("attempts_by_network", "kind", "network", "attempted_at"),
        Index("attempts_by_age", "attempted_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("uuidv7()"))
    kind: Mapped[str]
    subject_hash: Mapped[bytes]
    """Of what was tried, such as an e-mail address; people type a password into that box, too."""
    network: Mapped[str]
    attempted_at: Mapped[datetime]
