"""Tables of accounts, and of what somebody proves with that an account is theirs."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from identity_api.tables import Base


class Account(Base):
    """A person, once, however many partnerships they belong to."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("email"), CheckConstraint("email = lower(email)", name="email_is_lower_case"))

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("uuidv7()"))
    email: Mapped[str]
    display_name: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class Credential(Base):
    """One way to prove an account; `secret` is what verifies it, never what was typed. Another kind, such as a
    passkey, is another row."""

    __tablename__ = "credentials"
    __table_args__ = (
        CheckConstraint("kind IN ('password')", name="kind_is_known"),
        Index("credentials_one_password", "account_id", unique=True, postgresql_where=text("kind = 'password'")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("uuidv7()"))
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    kind: Mapped[str]
    secret: Mapped[str]
    changed_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
