"""Table of programmes. Parts that are always read whole are documents, typed by `schemas.py`."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Double, SmallInteger, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from learners_api.tables import Base
from service_common.db import PartnershipRow


class Programme(PartnershipRow, Base):
    __tablename__ = "programmes"
    __table_args__ = (
        UniqueConstraint("partnership_id", "id", name="programmes_partnership_unique"),
        UniqueConstraint("partnership_id", "name", name="programmes_name_unique"),
        CheckConstraint("stage_of_integration BETWEEN 1 AND 4", name="stage_check"),
    )

    name: Mapped[str]
    stage_of_integration: Mapped[int] = mapped_column(SmallInteger)
    qualifications: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    standard: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    pathway: Mapped[str]
    weekly_hours: Mapped[float] = mapped_column(Double)
    weekly_learning_hours: Mapped[float] = mapped_column(Double)
    hourly_pay_pence: Mapped[int | None]
    pay_note: Mapped[str | None]
    summary: Mapped[str]
    sector_rules: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    rotation: Mapped[dict[str, Any]] = mapped_column(JSONB)
    induction: Mapped[str | None]
    learning_days: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    review_schedule: Mapped[dict[str, Any]] = mapped_column(JSONB)
    funding_lines: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    recruitment: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    requirements: Mapped[list[str]]
    evidence_gaps: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    story: Mapped[list[str]]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
