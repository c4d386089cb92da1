"""Tables of learners and of the words by which they are found."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Computed,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from learners_api.tables import Base
from service_common.db import PartnershipRow

BY_BYTES = Text(collation="C")
"""Text that has been made plain: the same order on every server, and ranges that an index can answer."""


class Learner(PartnershipRow, Base):
    __tablename__ = "learners"
    __table_args__ = (
        UniqueConstraint("partnership_id", "id", name="learners_partnership_unique"),
        CheckConstraint("uln ~ '^[1-9][0-9]{9}$'", name="uln_check"),
        CheckConstraint("sex IN ('F', 'M')", name="sex_check"),
        Index(
            "learners_uln_unique",
            "partnership_id",
            "uln",
            unique=True,
            postgresql_where=text("uln <> '9999999999'::text"),
        ),
        Index("learners_by_name", "partnership_id", "sort_name", "id"),
        Index("learners_by_birth", "partnership_id", "date_of_birth"),
        Index(
            "learners_with_temporary_uln",
            "partnership_id",
            "sort_name",
            "id",
            postgresql_where=text("uln_is_temporary"),
        ),
    )

    given_names: Mapped[str]
    family_name: Mapped[str]
    preferred_name: Mapped[str | None]
    date_of_birth: Mapped[date]
    sex: Mapped[str]
    ethnicity: Mapped[int | None] = mapped_column(SmallInteger)
    uln: Mapped[str]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    home_postcode: Mapped[str | None]
    uln_is_temporary: Mapped[bool] = mapped_column(Computed("uln = '9999999999'::text", persisted=True))
    sort_name: Mapped[str] = mapped_column(
        BY_BYTES, Computed("plain_text(family_name) || chr(1) || plain_text(given_names)", persisted=True)
    )
    """Family name, then given names, without case and accents: the order of lists."""
    version: Mapped[int] = mapped_column(server_default=text("1"))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class LearnerWord(Base):
    """A word of a learner's names, or the ULN; kept by a trigger on `learners`, never written by the service."""

    __tablename__ = "learner_words"
    __table_args__ = (
        ForeignKeyConstraint(
            ["partnership_id", "learner_id"],
            ["learners.partnership_id", "learners.id"],
            name="learner_words_learner_fkey",
            ondelete="CASCADE",
        ),
        Index("learner_words_in_order", "partnership_id", "word", "sort_name", "learner_id"),
    )

    partnership_id: Mapped[UUID] = mapped_column(primary_key=True)
    learner_id: Mapped[UUID] = mapped_column(primary_key=True)
    word: Mapped[str] = mapped_column(BY_BYTES, primary_key=True)
    sort_name: Mapped[str] = mapped_column(BY_BYTES)
    """The learner's, so that an index holds the learners with a word in the order of lists."""
