"""Table of caseloads: accounts beside an enrolled learner, each in a role."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from learners_api.tables import Base


class Caseload(Base):
    __tablename__ = "caseloads"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "enrolment_id"],
            ["enrolments.partnership_id", "enrolments.id"],
            name="caseloads_enrolment_fkey",
        ),
        CheckConstraint("role IN ('tutor', 'assessor', 'mentor', 'line_manager')", name="role_check"),
        Index("caseloads_by_account", "partnership_id", "account_id", "role", "enrolment_id"),
    )

    partnership_id: Mapped[UUID] = mapped_column(primary_key=True)
    enrolment_id: Mapped[UUID] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(primary_key=True)
    """The subject of the account's tokens."""
    name: Mapped[str]
    """As the learner knows them; identity owns the account's own name."""
