"""Table of demonstration sign-ins, filled in demonstration mode only."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from identity_api.tables import Base


class DemonstrationSignIn(Base):
    """The password of an invented person, to be shown on the sign-in page."""

    __tablename__ = "demonstration_sign_ins"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    password: Mapped[str]
