"""Tables of enrolments and of what happened to them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from learners_api.tables import Base
from service_common.db import PartnershipRow

_OPEN = text("state = ANY (ARRAY['active'::text, 'on_break'::text])")


class Enrolment(PartnershipRow, Base):
    __tablename__ = "enrolments"
    __table_args__ = (
        UniqueConstraint("partnership_id", "id", name="enrolments_partnership_unique"),
        ForeignKeyConstraint(
            ["partnership_id", "learner_id"],
            ["learners.partnership_id", "learners.id"],
            name="enrolments_learner_fkey",
        ),
        ForeignKeyConstraint(
            ["partnership_id", "cohort_id"],
            ["cohorts.partnership_id", "cohorts.id"],
            name="enrolments_cohort_fkey",
        ),
        CheckConstraint("state IN ('active', 'on_break', 'withdrawn', 'completed')", name="state_check"),
        CheckConstraint("recruited_as IN ('new', 'existing_staff')", name="recruited_as_check"),
        CheckConstraint("planned_end_on > started_on", name="planned_end_check"),
        CheckConstraint("ended_on >= started_on", name="end_check"),
        CheckConstraint("(ended_on IS NOT NULL) = (state IN ('withdrawn', 'completed'))", name="ended_check"),
        CheckConstraint(
            "(break_started_on IS NOT NULL) = (state = 'on_break')"
            " AND (return_expected_on IS NOT NULL) = (state = 'on_break')",
            name="break_check",
        ),
        CheckConstraint("(withdrawal_reason IS NOT NULL) = (state = 'withdrawn')", name="withdrawal_check"),
        CheckConstraint("(outcome IS NOT NULL) = (state = 'completed')", name="outcome_check"),
        Index("enrolments_open_unique", "partnership_id", "learner_id", unique=True, postgresql_where=_OPEN),
        ExcludeConstraint(
            ("partnership_id", "="),
            ("learner_id", "="),
            (text("daterange(started_on, ended_on, '[]')"), "&&"),
            using="gist",
            # Always so. It keeps queries from this index: to find a learner's enrolments it takes ten times as long as
            # enrolments_by_learner, which PostgreSQL takes for the dearer one.
            where=text("started_on IS NOT NULL"),
            name="enrolments_overlap",
        ),
        Index("enrolments_by_learner", "partnership_id", "learner_id", "started_on"),
        Index("enrolments_by_cohort", "partnership_id", "cohort_id", "state"),
        Index("enrolments_by_employer", "partnership_id", "employer_organisation_id"),
        Index(
            "enrolments_by_expected_return",
            "partnership_id",
            "return_expected_on",
            postgresql_where=text("state = 'on_break'::text"),
        ),
        Index("enrolments_by_planned_end", "partnership_id", "planned_end_on", postgresql_where=_OPEN),
    )

    learner_id: Mapped[UUID]
    cohort_id: Mapped[UUID]
    employer_organisation_id: Mapped[UUID]
    """The employer of record. Placements-api owns organisations, so no foreign key holds it."""
    recruited_as: Mapped[str]
    started_on: Mapped[date]
    planned_end_on: Mapped[date]
    state: Mapped[str] = mapped_column(server_default=text("'active'"))
    break_started_on: Mapped[date | None]
    return_expected_on: Mapped[date | None]
    returned_on: Mapped[date | None]
    """The day of the latest return from a break."""
    ended_on: Mapped[date | None]
    """The last day, of those who withdrew or completed."""
    withdrawal_reason: Mapped[str | None]
    outcome: Mapped[str | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class EnrolmentChange(PartnershipRow, Base):
    """Something that happened to an enrolment; rows are added and never changed."""

    __tablename__ = "enrolment_changes"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "enrolment_id"],
            ["enrolments.partnership_id", "enrolments.id"],
            name="enrolment_changes_enrolment_fkey",
        ),
        Index("enrolment_changes_by_enrolment", "partnership_id", "enrolment_id", "id"),
    )

    enrolment_id: Mapped[UUID]
    kind: Mapped[str]
    effective_on: Mapped[date]
    reason: Mapped[str | None]
    note: Mapped[str | None]
    before: Mapped[dict[str, Any]]
    """The fields that changed, as they were; empty for a start."""
    after: Mapped[dict[str, Any]]
    actor: Mapped[str]
    recorded_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
