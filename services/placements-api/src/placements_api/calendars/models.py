"""Table of calendar addresses. The address itself is shown once; only its hash is kept."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from placements_api.tables import Base
from service_common.db import PartnershipRow


class CalendarAddress(PartnershipRow, Base):
    """Where a calendar program reads the placements of one learner or of one setting."""

    __tablename__ = "calendar_addresses"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "setting_id"],
            ["settings.partnership_id", "settings.id"],
            name="calendar_addresses_setting_fkey",
        ),
        CheckConstraint("num_nonnulls(learner_id, setting_id) = 1", name="of_one_check"),
        UniqueConstraint("partnership_id", "secret_hash", name="calendar_addresses_secret_unique"),
        Index("calendar_addresses_by_maker", "partnership_id", "created_at", "id"),
    )

    learner_id: Mapped[UUID | None]
    setting_id: Mapped[UUID | None]
    secret_hash: Mapped[bytes]
    made_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    revoked_at: Mapped[datetime | None]
