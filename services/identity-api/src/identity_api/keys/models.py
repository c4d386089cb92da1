"""Table of the keys that tokens are signed with."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from identity_api.tables import Base


class StoredKey(Base):
    """`next` is published and not yet used, `current` signs, `retired` still verifies what it signed."""

    __tablename__ = "signing_keys"
    __table_args__ = (
        CheckConstraint("state IN ('next', 'current', 'retired')", name="state_is_known"),
        Index("signing_keys_one_in_use", "state", unique=True, postgresql_where=text("state <> 'retired'")),
    )

    kid: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    public_jwk: Mapped[dict[str, Any]]
    sealed_private_pem: Mapped[bytes]
    state_since: Mapped[datetime] = mapped_column(server_default=text("now()"))
