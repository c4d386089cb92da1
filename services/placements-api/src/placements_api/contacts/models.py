"""Table of contacts: one row for each organisation that has named any, typed by `schemas.py`."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from placements_api.tables import Base
from service_common.db import PartnershipRow


class OrganisationContacts(PartnershipRow, Base):
    __tablename__ = "organisation_contacts"
    __table_args__ = (
        UniqueConstraint("partnership_id", "organisation_id", name="organisation_contacts_organisation_unique"),
        ForeignKeyConstraint(
            ["partnership_id", "organisation_id"],
            ["organisations.partnership_id", "organisations.id"],
            name="organisation_contacts_organisation_fkey",
        ),
    )

    organisation_id: Mapped[UUID]
    contacts: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """By topic."""
    version: Mapped[int] = mapped_column(server_default=text("1"))
