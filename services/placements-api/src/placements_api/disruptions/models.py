"""Table of disruptions."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from placements_api.tables import Base
from service_common.db import PartnershipRow


class Disruption(PartnershipRow, Base):
    """What happened to the plan in force (`scenario_id`); the ways to mend it are scenarios that name it."""

    __tablename__ = "disruptions"
    __table_args__ = (
        UniqueConstraint("partnership_id", "id", name="disruptions_partnership_unique"),
        Index("disruptions_by_cohort", "partnership_id", "cohort_id", "id"),
    )

    cohort_id: Mapped[UUID]
    scenario_id: Mapped[UUID]
    what: Mapped[dict[str, Any]] = mapped_column(JSONB)
    from_on: Mapped[date]
    state: Mapped[str]
    sentence: Mapped[str]
    takes_effect_on: Mapped[date]
    affected_now: Mapped[list[str]]
    least_changes: Mapped[int | None]
    conflict: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    failure: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    version: Mapped[int] = mapped_column(server_default=text("1"))
