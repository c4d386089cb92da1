"""Table of planning facts: at most one row for each learner."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Double, ForeignKeyConstraint, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from learners_api.tables import Base


class PlanningFacts(Base):
    __tablename__ = "planning_facts"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "learner_id"],
            ["learners.partnership_id", "learners.id"],
            name="planning_facts_learner_fkey",
        ),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="position_check"),
        CheckConstraint("weekly_hours_limit <= 48 OR opted_out_on IS NOT NULL", name="opt_out_check"),
        CheckConstraint("contracted_weekly_hours <= weekly_hours_limit", name="hours_check"),
    )

    partnership_id: Mapped[UUID] = mapped_column(primary_key=True)
    learner_id: Mapped[UUID] = mapped_column(primary_key=True)
    latitude: Mapped[float | None] = mapped_column(Double)
    longitude: Mapped[float | None] = mapped_column(Double)
    travel_means: Mapped[list[str]] = mapped_column(server_default=text("'[]'"))
    travel_limit_minutes: Mapped[int | None] = mapped_column(SmallInteger)
    contracted_weekly_hours: Mapped[float | None] = mapped_column(Double)
    weekly_hours_limit: Mapped[float | None] = mapped_column(Double)
    opted_out_on: Mapped[date | None]
    first_sector: Mapped[str | None]
    preferred_setting_kinds: Mapped[list[str]] = mapped_column(server_default=text("'[]'"))
    preferences_note: Mapped[str | None]
    sector_before: Mapped[str | None]
    sector_now: Mapped[str | None]
    adjustments: Mapped[list[str]] = mapped_column(server_default=text("'[]'"))
    adjustments_note: Mapped[str | None]
    version: Mapped[int] = mapped_column(server_default=text("0"))
    """0 until something has been recorded."""

    @classmethod
    def nothing_yet(cls, partnership_id: UUID, learner_id: UUID) -> "PlanningFacts":
        """Of a learner of whom nothing has been recorded; not to be added to a session."""
        return cls(
            partnership_id=partnership_id,
            learner_id=learner_id,
            travel_means=[],
            preferred_setting_kinds=[],
            adjustments=[],
            version=0,
        )

    @property
    def home_position(self) -> dict[str, float] | None:
        if self.latitude is None or self.longitude is None:
            return None
        return {"latitude": self.latitude, "longitude": self.longitude}

    @property
    def preferences(self) -> dict[str, object]:
        return {"setting_kinds": self.preferred_setting_kinds, "note": self.preferences_note}

    @property
    def sector_of_choice(self) -> dict[str, str | None]:
        return {"before": self.sector_before, "now": self.sector_now}
