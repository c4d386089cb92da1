"""Table of cohorts."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Integer, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from learners_api.tables import Base
from service_common.db import PartnershipRow


class Cohort(PartnershipRow, Base):
    __tablename__ = "cohorts"
    __table_args__ = (
        UniqueConstraint("partnership_id", "id", name="cohorts_partnership_unique"),
        UniqueConstraint("partnership_id", "programme_id", "name", name="cohorts_name_unique"),
        ForeignKeyConstraint(
            ["partnership_id", "programme_id"],
            ["programmes.partnership_id", "programmes.id"],
            name="cohorts_programme_fkey",
        ),
        CheckConstraint("ends_on > starts_on", name="dates_check"),
        CheckConstraint("places > 0", name="places_check"),
        Index("cohorts_by_start", "partnership_id", "starts_on", "id"),
    )

    programme_id: Mapped[UUID]
    name: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    places: Mapped[int] = mapped_column(Integer)
    version: Mapped[int] = mapped_column(server_default=text("1"))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
