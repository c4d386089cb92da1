"""Tables of programmes and cohorts; documents are typed by `rotation.py`."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Double, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from placements_api.tables import Base


class Programme(Base):
    __tablename__ = "programmes"

    partnership_id: Mapped[UUID]
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    weekly_hours: Mapped[float] = mapped_column(Double)
    weekly_learning_hours: Mapped[float] = mapped_column(Double)
    sector_rules: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    rotation: Mapped[dict[str, Any]] = mapped_column(JSONB)
    learning_days: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    funding_lines: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'::jsonb"))


class Cohort(Base):
    __tablename__ = "cohorts"
    __table_args__ = (Index("cohorts_by_start", "partnership_id", "starts_on", "id"),)

    partnership_id: Mapped[UUID]
    id: Mapped[UUID] = mapped_column(primary_key=True)
    programme_id: Mapped[UUID]
    name: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    places: Mapped[int]
