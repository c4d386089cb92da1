"""Table of invitations."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as PG_UUID
from sqlalchemy.orm import Mapped, mapped_column

from identity_api.memberships.models import ROLES_ARE_KNOWN
from identity_api.tables import Base
from service_common.db import PartnershipRow


class Invitation(PartnershipRow, Base):
    """A withdrawn invitation is a deleted one; what happened to it is in the audit log."""

    __tablename__ = "invitations"
    __table_args__ = (
        UniqueConstraint("partnership_id", "id"),
        UniqueConstraint("token_hash"),
        CheckConstraint("cardinality(roles) > 0", name="has_a_role"),
        CheckConstraint(ROLES_ARE_KNOWN, name="roles_are_known"),
        Index(
            "invitations_one_open",
            "partnership_id",
            "email",
            unique=True,
            postgresql_where=text("accepted_at IS NULL"),
        ),
    )

    partnership_id: Mapped[UUID] = mapped_column(ForeignKey("partnerships.id"))
    email: Mapped[str]
    roles: Mapped[list[str]] = mapped_column(ARRAY(Text))
    organisation_ids: Mapped[list[UUID]] = mapped_column(ARRAY(PG_UUID(as_uuid=True)), server_default=text("'{}'"))
    learner_id: Mapped[UUID | None]
    token_hash: Mapped[bytes]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
