"""Table of learners."""

from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from portfolio_api.tables import Base


class Learner(Base):
    __tablename__ = "learners"
    __table_args__ = (Index("learners_by_name", "partnership_id", "family_name", "given_names", "id"),)

    partnership_id: Mapped[UUID]
    id: Mapped[UUID] = mapped_column(primary_key=True)
    given_names: Mapped[str]
    family_name: Mapped[str]
    enrolments: Mapped[list[dict[str, Any]]]
    """As `schemas.LearnerEnrolment` types them; always read whole."""
    supporters: Mapped[list[str]] = mapped_column(server_default=text("'[]'"))
    """`role:account_id` of each who is on their side."""
