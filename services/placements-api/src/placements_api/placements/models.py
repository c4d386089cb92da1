"""Tables of placements and of the steps of their life."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from placements_api.tables import Base
from service_common.db import PartnershipRow


class Placement(PartnershipRow, Base):
    """One block of one enrolment. Without a setting it is spent with the employer of record, `organisation_id`."""

    __tablename__ = "placements"
    __table_args__ = (
        UniqueConstraint("partnership_id", "id", name="placements_partnership_unique"),
        ForeignKeyConstraint(
            ["partnership_id", "setting_id"],
            ["settings.partnership_id", "settings.id"],
            name="placements_setting_fkey",
        ),
        CheckConstraint("ends_on >= starts_on", name="dates_check"),
        ExcludeConstraint(
            ("partnership_id", "="),
            ("enrolment_id", "="),
            (text("daterange(starts_on, ends_on, '[]')"), "&&"),
            where=text("state NOT IN ('declined', 'withdrawn')"),
            using="gist",
            name="placements_overlap",
            deferrable=True,
            initially="IMMEDIATE",
        ),
        Index("placements_by_start", "partnership_id", "starts_on", "id"),
        Index("placements_by_cohort", "partnership_id", "cohort_id", "starts_on", "id"),
        Index("placements_by_organisation", "partnership_id", "organisation_id", "starts_on", "id"),
        Index("placements_by_setting", "partnership_id", "setting_id", "starts_on", "id"),
        Index("placements_by_learner", "partnership_id", "learner_id", "starts_on", "id"),
    )

    scenario_id: Mapped[UUID]
    cohort_id: Mapped[UUID]
    enrolment_id: Mapped[UUID]
    learner_id: Mapped[UUID]
    setting_id: Mapped[UUID | None]
    organisation_id: Mapped[UUID]
    block: Mapped[int] = mapped_column(SmallInteger)
    block_name: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    state: Mapped[str]
    mentor_name: Mapped[str | None]
    reason: Mapped[str | None]
    """Why it was declined, suspended or withdrawn; null in other states."""
    rota_published_on: Mapped[date | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    changed_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class PlacementStep(PartnershipRow, Base):
    """Something that happened to a placement; never changed afterwards."""

    __tablename__ = "placement_steps"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "placement_id"],
            ["placements.partnership_id", "placements.id"],
            name="placement_steps_placement_fkey",
        ),
        Index("placement_steps_by_placement", "partnership_id", "placement_id", "id"),
    )

    placement_id: Mapped[UUID]
    step: Mapped[str]
    state: Mapped[str]
    """The state that it led to."""
    taken_on: Mapped[date]
    by: Mapped[str]
    """`coordinator`, `host` or `plan`."""
    actor: Mapped[str]
    reason: Mapped[str | None]
    recorded_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
