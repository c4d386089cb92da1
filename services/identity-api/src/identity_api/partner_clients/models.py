"""Tables of partner clients (other programs with credentials of their own) and their secrets."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column, relationship

from identity_api.tables import Base
from service_common.db import PartnershipRow


class PartnerClient(PartnershipRow, Base):
    __tablename__ = "partner_clients"
    __table_args__ = (
        UniqueConstraint("partnership_id", "id"),
        UniqueConstraint("partnership_id", "name"),
    )

    partnership_id: Mapped[UUID] = mapped_column(ForeignKey("partnerships.id"))
    name: Mapped[str]
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))

    secrets: Mapped[list["PartnerClientSecret"]] = relationship(
        lazy="raise", order_by="PartnerClientSecret.id", cascade="all, delete-orphan", passive_deletes=True
    )


class PartnerClientSecret(PartnershipRow, Base):
    """256 random bits given out once; only their SHA-256 stays."""

    __tablename__ = "partner_client_secrets"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "client_id"],
            ["partner_clients.partnership_id", "partner_clients.id"],
            ondelete="CASCADE",
        ),
        Index("partner_client_secrets_by_client", "partnership_id", "client_id"),
    )

    client_id: Mapped[UUID]
    secret_hash: Mapped[bytes]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    last_used_at: Mapped[datetime | None]
