"""Table of partnerships: the tenants."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from identity_api.tables import Base


class Partnership(Base):
    __tablename__ = "partnerships"
    __table_args__ = (UniqueConstraint("key"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("uuidv7()"))
    key: Mapped[str]
    """A short name for operators and files, such as `west-sussex`."""
    name: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
