"""Table of missing criteria: one row for each learner of whom portfolio-api has told."""

from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from placements_api.tables import Base


class Requirement(Base):
    __tablename__ = "requirements"

    partnership_id: Mapped[UUID]
    learner_id: Mapped[UUID] = mapped_column(primary_key=True)
    missing: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
