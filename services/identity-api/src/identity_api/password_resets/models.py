"""Table of password resets."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from identity_api.tables import Base


class PasswordReset(Base):
    """Asked for by anybody for any address; a worker gives it a token when there is such an account."""

    __tablename__ = "password_resets"
    __table_args__ = (UniqueConstraint("token_hash"), Index("password_resets_by_age", "requested_at"))

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("uuidv7()"))
    email: Mapped[str]
    token_hash: Mapped[bytes | None]
    requested_at: Mapped[datetime]
    expires_at: Mapped[datetime]
