"""What goes in and out about calendar addresses."""

from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field

from service_common.types import Input, Output


class CalendarAddressCreate(Input):
    """A calendar of a setting, or of one's own placements."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"setting_id": "019a8f2e-7c00-7000-8000-000000000001"}]})

    setting_id: UUID | None = Field(default=None, description="Null: one's own placements, for apprentices.")


class CalendarAddressRead(Output):
    """An address that is in use, without its secret."""

    id: UUID
    learner_id: UUID | None
    setting_id: UUID | None
    setting_name: str | None
    created_at: AwareDatetime


class NewCalendarAddress(CalendarAddressRead):
    """An address that was just made."""

    link: str = Field(description="For a calendar program to subscribe to; shown this once. Whoever has it can read.")
