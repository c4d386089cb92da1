"""Tables of settings and of what they can take. Parts that are read whole are documents, typed by `schemas.py`."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Double,
    ForeignKeyConstraint,
    Index,
    Integer,
    SmallInteger,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from placements_api.tables import Base
from service_common.db import PartnershipRow


class Setting(PartnershipRow, Base):
    __tablename__ = "settings"
    __table_args__ = (
        UniqueConstraint("partnership_id", "id", name="settings_partnership_unique"),
        UniqueConstraint("partnership_id", "organisation_id", "name", name="settings_name_unique"),
        ForeignKeyConstraint(
            ["partnership_id", "organisation_id"],
            ["organisations.partnership_id", "organisations.id"],
            name="settings_organisation_fkey",
        ),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="position_check"),
        Index("settings_by_name", "partnership_id", "name", "id"),
    )

    organisation_id: Mapped[UUID]
    name: Mapped[str]
    kind: Mapped[str]
    sector: Mapped[str]
    postcode: Mapped[str]
    latitude: Mapped[float | None] = mapped_column(Double)
    longitude: Mapped[float | None] = mapped_column(Double)
    minimum_age: Mapped[int] = mapped_column(SmallInteger)
    clearances: Mapped[list[str]]
    adjustments: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    """Null: nobody has said yet."""
    lone_working: Mapped[bool]
    independent_travel: Mapped[bool]
    permitted_tasks: Mapped[list[str]]
    shift_pattern: Mapped[dict[str, Any]] = mapped_column(JSONB)
    evidence: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    mentors: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    contact: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    version: Mapped[int] = mapped_column(server_default=text("1"))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class SettingCapacity(PartnershipRow, Base):
    """How many apprentices a setting takes from one day to another; no end: until further notice."""

    __tablename__ = "setting_capacities"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "setting_id"],
            ["settings.partnership_id", "settings.id"],
            name="setting_capacities_setting_fkey",
        ),
        CheckConstraint("ends_on >= starts_on", name="dates_check"),
        CheckConstraint("at_least BETWEEN 0 AND at_most", name="numbers_check"),
        ExcludeConstraint(
            ("partnership_id", "="),
            ("setting_id", "="),
            (text("daterange(starts_on, ends_on, '[]')"), "&&"),
            using="gist",
            name="setting_capacities_overlap",
        ),
    )

    setting_id: Mapped[UUID]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    at_most: Mapped[int] = mapped_column(Integer)
    at_least: Mapped[int] = mapped_column(Integer)
    or_none: Mapped[bool]


class SettingClosure(PartnershipRow, Base):
    """Whole weeks in which a setting takes nobody."""

    __tablename__ = "setting_closures"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "setting_id"],
            ["settings.partnership_id", "settings.id"],
            name="setting_closures_setting_fkey",
        ),
        CheckConstraint("extract(isodow FROM week_of) = 1", name="monday_check"),
        CheckConstraint("weeks > 0", name="weeks_check"),
        ExcludeConstraint(
            ("partnership_id", "="),
            ("setting_id", "="),
            (text("daterange(week_of, week_of + weeks * 7)"), "&&"),
            using="gist",
            name="setting_closures_overlap",
        ),
    )

    setting_id: Mapped[UUID]
    week_of: Mapped[date]
    weeks: Mapped[int] = mapped_column(Integer)
    reason: Mapped[str | None]
