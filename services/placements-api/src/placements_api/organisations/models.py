"""Table of organisations."""

from datetime import datetime

from sqlalchemy import UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from placements_api.tables import Base
from service_common.db import PartnershipRow


class Organisation(PartnershipRow, Base):
    __tablename__ = "organisations"
    __table_args__ = (
        UniqueConstraint("partnership_id", "id"),
        UniqueConstraint("partnership_id", "name"),
    )

    name: Mapped[str]
    kind: Mapped[str]
    sector: Mapped[str]
    postcode: Mapped[str | None]
    ods_code: Mapped[str | None]
    cqc_provider_id: Mapped[str | None]
    ukprn: Mapped[str | None]
    employer_id: Mapped[str | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
