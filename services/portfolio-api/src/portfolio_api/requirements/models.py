"""Tables of requirements."""

from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from portfolio_api.tables import Base


class ProgrammeRequirements(Base):
    __tablename__ = "programme_requirements"

    partnership_id: Mapped[UUID] = mapped_column(primary_key=True)
    programme_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(server_default=text("1"))


class RequiredVersion(Base):
    """A version of a qualification that a programme asks for."""

    __tablename__ = "required_versions"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "programme_id"],
            ["programme_requirements.partnership_id", "programme_requirements.programme_id"],
            name="required_versions_programme_fkey",
        ),
        ForeignKeyConstraint(
            ["partnership_id", "version_id"],
            ["qualification_versions.partnership_id", "qualification_versions.id"],
            name="required_versions_version_fkey",
        ),
    )

    partnership_id: Mapped[UUID] = mapped_column(primary_key=True)
    programme_id: Mapped[UUID] = mapped_column(primary_key=True)
    version_id: Mapped[UUID] = mapped_column(primary_key=True)


class LearnerRequirement(Base):
    """A version that a learner has to evidence. Follows from enrolments and what their programmes ask for; no copy of
    another service's rows, because it says what has been met."""

    __tablename__ = "learner_requirements"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "version_id"],
            ["qualification_versions.partnership_id", "qualification_versions.id"],
            name="learner_requirements_version_fkey",
        ),
    )

    partnership_id: Mapped[UUID] = mapped_column(primary_key=True)
    learner_id: Mapped[UUID] = mapped_column(primary_key=True)
    version_id: Mapped[UUID] = mapped_column(primary_key=True)
    met: Mapped[list[str]] = mapped_column(server_default=text("'[]'"))
    """Numbers of the criteria that are met."""
