"""What was done in a partnership."""

from datetime import datetime
from typing import Any

from pydantic import Field

from service_common.types import Output


class AuditEntryRead(Output):
    position: int = Field(description="Counts from 1 without a gap.")
    recorded_at: datetime
    actor: str = Field(examples=["person:0197b6f0-6f5c-7cc0-8f5e-0a3f8f1f8a11"])
    action: str = Field(examples=["invitation.sent"])
    subject: str = Field(description="The id of what it was done to.")
    detail: dict[str, Any] = Field(description="Ids and codes.")
