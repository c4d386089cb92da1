"""The shared audit table as identity reads it; `service_common.audit` writes it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from service_common.db import type_annotation_map


class _SystemTables(DeclarativeBase):
    """Apart from our own tables: migrations of the shared library make these."""

    type_annotation_map = type_annotation_map


class AuditEntry(_SystemTables):
    __tablename__ = "audit_entries"
    __table_args__ = ({"schema": "system"},)

    partnership_id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    recorded_at: Mapped[datetime]
    actor: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    detail: Mapped[dict[str, Any]]
