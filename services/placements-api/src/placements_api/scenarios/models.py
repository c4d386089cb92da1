"""Tables of scenarios, who is where in them, what can be undone, and which one is in force."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Double, ForeignKeyConstraint, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from placements_api.tables import Base
from service_common.db import PartnershipRow


def _goes_with_scenario(table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["partnership_id", "scenario_id"],
        ["scenarios.partnership_id", "scenarios.id"],
        name=f"{table}_scenario_fkey",
        ondelete="CASCADE",
    )


class Scenario(PartnershipRow, Base):
    """The documents are typed by `schemas.py`."""

    __tablename__ = "scenarios"
    __table_args__ = (
        UniqueConstraint("partnership_id", "id", name="scenarios_partnership_unique"),
        ForeignKeyConstraint(
            ["partnership_id", "disruption_id"],
            ["disruptions.partnership_id", "disruptions.id"],
            name="scenarios_disruption_fkey",
        ),
        Index("scenarios_by_cohort", "partnership_id", "cohort_id", "id"),
    )

    cohort_id: Mapped[UUID]
    name: Mapped[str]
    state: Mapped[str]
    origin: Mapped[str]
    origin_scenario_id: Mapped[UUID | None]
    disruption_id: Mapped[UUID | None]
    origin_sentence: Mapped[str]
    progress: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    cancel_wanted: Mapped[bool] = mapped_column(server_default=text("false"))
    cost: Mapped[int | None]
    bound: Mapped[float | None] = mapped_column(Double)
    violation_count: Mapped[int] = mapped_column(server_default=text("0"))
    unplaced_count: Mapped[int] = mapped_column(server_default=text("0"))
    conflict: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    failure: Mapped[str | None]
    assumptions: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'"))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    published_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))


class ScenarioAssignment(Base):
    """Somebody's place in one block; no row: nowhere yet."""

    __tablename__ = "scenario_assignments"
    __table_args__ = (_goes_with_scenario("scenario_assignments"),)

    partnership_id: Mapped[UUID]
    scenario_id: Mapped[UUID] = mapped_column(primary_key=True)
    enrolment_id: Mapped[UUID] = mapped_column(primary_key=True)
    block: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    setting_id: Mapped[UUID | None]
    """Null: at home, with the employer of record."""
    pinned: Mapped[bool]


class ScenarioStep(PartnershipRow, Base):
    """How the scenario was before a change, as far as the change touched it."""

    __tablename__ = "scenario_steps"
    __table_args__ = (
        _goes_with_scenario("scenario_steps"),
        Index("scenario_steps_by_scenario", "partnership_id", "scenario_id", "id"),
    )

    scenario_id: Mapped[UUID]
    sentence: Mapped[str]
    cells: Mapped[list[list[Any]]] = mapped_column(JSONB)
    """[enrolment id, block, setting id or null, pinned]; only the first two where nothing was."""
    assumptions: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)


class CohortPlan(PartnershipRow, Base):
    """Which scenario is in force for a cohort. The version counts publications."""

    __tablename__ = "cohort_plans"
    __table_args__ = (
        UniqueConstraint("partnership_id", "cohort_id", name="cohort_plans_cohort_unique"),
        ForeignKeyConstraint(
            ["partnership_id", "scenario_id"],
            ["scenarios.partnership_id", "scenarios.id"],
            name="cohort_plans_scenario_fkey",
        ),
    )

    cohort_id: Mapped[UUID]
    scenario_id: Mapped[UUID]
    version: Mapped[int]
    published_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
