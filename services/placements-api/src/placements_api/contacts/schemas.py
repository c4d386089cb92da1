"""What goes in and out about contacts."""

from uuid import UUID

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from placements_api.contacts.topics import Asked, Topic
from placements_api.host_settings.schemas import Contact
from service_common.types import Input, Output

_EXAMPLE: JsonDict = {"name": "Priya Lindqvist", "role": "Payroll", "email": None, "telephone": "01632 960233"}


class ContactsUpdate(Input):
    """Whom an organisation names for what, as it is to be."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"contacts": {"pay": _EXAMPLE}}]})

    contacts: dict[Topic, Contact] = Field(max_length=len(Topic))


class ContactsRead(Output):
    """Whom an organisation names for what; at version 0 while it has named nobody."""

    organisation_id: UUID
    contacts: dict[Topic, Contact]
    version: int


class ContactForTopic(Output):
    """Whom to ask for one thing."""

    topic: Topic
    contact: Contact | None = Field(description="Null: nobody is named yet; the coordinator knows.")
    asked: Asked | None = Field(description="Whose person it is.")
    organisation_name: str | None


class PlacementContacts(Output):
    """Whom the apprentice asks for what, at one placement."""

    placement_id: UUID
    mentor_name: str | None
    items: list[ContactForTopic]
