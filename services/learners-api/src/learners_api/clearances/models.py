"""Table of clearances."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from learners_api.tables import Base
from service_common.db import PartnershipRow


class Clearance(PartnershipRow, Base):
    __tablename__ = "clearances"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "learner_id"],
            ["learners.partnership_id", "learners.id"],
            name="clearances_learner_fkey",
        ),
        CheckConstraint("expires_on >= valid_from", name="dates_check"),
        ExcludeConstraint(
            ("partnership_id", "="),
            ("learner_id", "="),
            ("code", "="),
            (text("daterange(valid_from, expires_on, '[]')"), "&&"),
            using="gist",
            name="clearances_overlap",
        ),
        Index("clearances_by_learner", "partnership_id", "learner_id", "code", "valid_from"),
        Index("clearances_by_expiry", "partnership_id", "expires_on"),
    )

    learner_id: Mapped[UUID]
    code: Mapped[str]
    valid_from: Mapped[date]
    expires_on: Mapped[date | None]
    """The last day on which it holds; null when it does not expire."""
    reference: Mapped[str | None]
    note: Mapped[str | None]
    recorded_by: Mapped[str]
    """Who recorded it or corrected it last."""
    recorded_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    version: Mapped[int] = mapped_column(server_default=text("1"))
