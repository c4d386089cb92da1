"""Table of what a host changed in a generated rota."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from placements_api.tables import Base
from service_common.db import PartnershipRow


class RotaAdjustment(PartnershipRow, Base):
    """One day of a placement that is not as generated; without times it is a day off."""

    __tablename__ = "rota_adjustments"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "placement_id"],
            ["placements.partnership_id", "placements.id"],
            name="rota_adjustments_placement_fkey",
        ),
        CheckConstraint("(starts_at IS NULL) = (ends_at IS NULL)", name="times_check"),
        UniqueConstraint("partnership_id", "placement_id", "day", name="rota_adjustments_day_unique"),
    )

    placement_id: Mapped[UUID]
    day: Mapped[date]
    starts_at: Mapped[str | None]
    ends_at: Mapped[str | None]
    break_minutes: Mapped[int] = mapped_column(SmallInteger)
    note: Mapped[str | None]
