"""Table of journeys by car: one row for each learner of whom a routing service was asked."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from placements_api.tables import Base


class CarJourneys(Base):
    """Where the learner lives is not kept a second time: `home` is a mark by which it is noticed that they moved."""

    __tablename__ = "car_journeys"

    partnership_id: Mapped[UUID] = mapped_column(primary_key=True)
    learner_id: Mapped[UUID] = mapped_column(primary_key=True)
    home: Mapped[str]
    minutes: Mapped[dict[str, int]] = mapped_column(JSONB)
    """By the mark of a position of settings, so that one that moves has none; `NO_WAY` where there is no road."""
    asked_at: Mapped[datetime]
    """Of the oldest of the minutes."""
