"""One table: notes with a title."""

from sqlalchemy import UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from service_common.db import PartnershipRow, service_metadata, type_annotation_map


class Base(DeclarativeBase):
    metadata = service_metadata()
    type_annotation_map = type_annotation_map


class Note(PartnershipRow, Base):
    __tablename__ = "notes"
    __table_args__ = (UniqueConstraint("partnership_id", "title"),)

    title: Mapped[str]
    version: Mapped[int] = mapped_column(server_default=text("1"))


metadata = Base.metadata
READ_MODEL_TABLES = ()
