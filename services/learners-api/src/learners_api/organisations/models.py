"""Table of organisations: as much as enrolments show of them."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from learners_api.tables import Base


class Organisation(Base):
    __tablename__ = "organisations"

    partnership_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    sector: Mapped[str]
