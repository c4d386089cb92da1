"""Table of planning settings: one row for each programme whose settings were ever changed."""

from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from placements_api.tables import Base
from service_common.db import PartnershipRow


class PlanningSettings(PartnershipRow, Base):
    __tablename__ = "planning_settings"
    __table_args__ = (UniqueConstraint("partnership_id", "programme_id", name="planning_settings_programme_unique"),)

    programme_id: Mapped[UUID]
    wishes: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """Typed by `schemas.PlanningWishes`."""
    version: Mapped[int] = mapped_column(server_default=text("1"))
