"""Table of feedback."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from placements_api.tables import Base
from service_common.db import PartnershipRow


class Feedback(PartnershipRow, Base):
    """What one of the two sides says of a placement. Only the apprentice has a sector to choose."""

    __tablename__ = "placement_feedback"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "placement_id"],
            ["placements.partnership_id", "placements.id"],
            name="placement_feedback_placement_fkey",
        ),
        UniqueConstraint("partnership_id", "placement_id", "by", name="placement_feedback_by_unique"),
    )

    placement_id: Mapped[UUID]
    by: Mapped[str]
    """`apprentice` or `host`."""
    rating: Mapped[int] = mapped_column(SmallInteger)
    went_well: Mapped[str | None]
    to_improve: Mapped[str | None]
    sector_before: Mapped[str | None]
    sector_now: Mapped[str | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    given_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
