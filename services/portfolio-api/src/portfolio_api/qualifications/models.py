"""Tables of qualifications and their versions."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from portfolio_api.tables import Base
from service_common.db import PartnershipRow


class Qualification(PartnershipRow, Base):
    __tablename__ = "qualifications"
    __table_args__ = (
        UniqueConstraint("partnership_id", "id", name="qualifications_partnership_unique"),
        UniqueConstraint("partnership_id", "code", name="qualifications_code_unique"),
        Index("qualifications_by_title", "partnership_id", "title", "id"),
    )

    code: Mapped[str]
    title: Mapped[str]
    level: Mapped[int | None] = mapped_column(SmallInteger)
    kind: Mapped[str]


class QualificationVersion(PartnershipRow, Base):
    """A trigger of the database refuses changes of what is published but for its state."""

    __tablename__ = "qualification_versions"
    __table_args__ = (
        UniqueConstraint("partnership_id", "id", name="qualification_versions_partnership_unique"),
        UniqueConstraint("partnership_id", "qualification_id", "number", name="qualification_versions_number_unique"),
        ForeignKeyConstraint(
            ["partnership_id", "qualification_id"],
            ["qualifications.partnership_id", "qualifications.id"],
            name="qualification_versions_qualification_fkey",
        ),
        Index(
            "qualification_versions_one_draft",
            "partnership_id",
            "qualification_id",
            unique=True,
            postgresql_where=text("state = 'draft'"),
        ),
        Index(
            "qualification_versions_one_published",
            "partnership_id",
            "qualification_id",
            unique=True,
            postgresql_where=text("state = 'published'"),
        ),
        CheckConstraint("state IN ('draft', 'published', 'superseded')", name="state_check"),
    )

    qualification_id: Mapped[UUID]
    number: Mapped[int]
    label: Mapped[str]
    valid_from: Mapped[date]
    state: Mapped[str] = mapped_column(server_default=text("'draft'"))
    source: Mapped[str | None]
    units: Mapped[list[dict[str, Any]]]
    """As `schemas.Unit` types them; always read whole."""
    version: Mapped[int] = mapped_column(server_default=text("1"))
