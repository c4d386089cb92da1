"""Table of exclusions."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from placements_api.tables import Base
from service_common.db import PartnershipRow


class Exclusion(PartnershipRow, Base):
    __tablename__ = "exclusions"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "organisation_id"],
            ["organisations.partnership_id", "organisations.id"],
            name="exclusions_organisation_fkey",
        ),
        ForeignKeyConstraint(
            ["partnership_id", "setting_id"],
            ["settings.partnership_id", "settings.id"],
            name="exclusions_setting_fkey",
        ),
        CheckConstraint("num_nonnulls(organisation_id, setting_id) = 1", name="subject_check"),
        UniqueConstraint(
            "partnership_id",
            "learner_id",
            "organisation_id",
            "setting_id",
            name="exclusions_once",
            postgresql_nulls_not_distinct=True,
        ),
    )

    learner_id: Mapped[UUID]
    organisation_id: Mapped[UUID | None]
    setting_id: Mapped[UUID | None]
    reason: Mapped[str]
