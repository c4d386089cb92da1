"""Table of memberships: who is what in which partnership."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as PG_UUID
from sqlalchemy.orm import Mapped, mapped_column, relationship

from identity_api.accounts.models import Account
from identity_api.tables import Base
from service_common.auth import Role
from service_common.db import PartnershipRow

_ROLES = ", ".join(f"'{role}'" for role in Role)
ROLES_ARE_KNOWN = f"roles <@ ARRAY[{_ROLES}]::text[]"


class Membership(PartnershipRow, Base):
    __tablename__ = "memberships"
    __table_args__ = (
        UniqueConstraint("partnership_id", "id"),
        UniqueConstraint("partnership_id", "account_id", name="memberships_once_in_a_partnership"),
        CheckConstraint("cardinality(roles) > 0", name="has_a_role"),
        CheckConstraint(ROLES_ARE_KNOWN, name="roles_are_known"),
        Index("memberships_by_account", "account_id"),
    )

    partnership_id: Mapped[UUID] = mapped_column(ForeignKey("partnerships.id"))
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    roles: Mapped[list[str]] = mapped_column(ARRAY(Text))
    organisation_ids: Mapped[list[UUID]] = mapped_column(ARRAY(PG_UUID(as_uuid=True)), server_default=text("'{}'"))
    learner_id: Mapped[UUID | None]
    label: Mapped[str | None]
    """How colleagues know this person here, such as a job title."""
    version: Mapped[int] = mapped_column(server_default=text("1"))
    joined_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    last_used_at: Mapped[datetime | None]
    """When somebody last signed in or switched to it: the next sign-in begins here."""

    account: Mapped[Account] = relationship(lazy="raise")
