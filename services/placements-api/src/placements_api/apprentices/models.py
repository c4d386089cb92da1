"""Table of apprentices: one row for each enrolment."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from placements_api.tables import Base


class Apprentice(Base):
    __tablename__ = "apprentices"
    __table_args__ = (
        Index("apprentices_by_name", "partnership_id", "family_name", "given_names", "enrolment_id"),
        Index("apprentices_by_learner", "partnership_id", "learner_id"),
        Index("apprentices_by_cohort", "partnership_id", "cohort_id"),
    )

    partnership_id: Mapped[UUID]
    enrolment_id: Mapped[UUID] = mapped_column(primary_key=True)
    learner_id: Mapped[UUID]
    given_names: Mapped[str]
    family_name: Mapped[str]
    date_of_birth: Mapped[date]
    programme_id: Mapped[UUID]
    cohort_id: Mapped[UUID]
    employer_organisation_id: Mapped[UUID]
    state: Mapped[str]
    started_on: Mapped[date]
    planned_end_on: Mapped[date]
    ended_on: Mapped[date | None]
    planning: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """What the planner needs to know of the person, typed by `facts.py`; null: not told yet."""
