"""What the trial knows of a partnership."""

import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from trials.tenancy.operations import Operation

FOUNDER = "founder"


@dataclass
class Partnership:
    """A partnership with its people and the ids of its things, by the name that paths and bodies give them."""

    mark: str
    """A word that every text of the partnership holds and no other text does."""
    id: UUID = field(default_factory=uuid4)
    accounts: dict[str, UUID] = field(default_factory=dict)
    """By role, and the founder's, who is coordinator and administrator."""
    cookies: dict[str, str] = field(default_factory=dict)
    """Of the sign-in of each account."""
    known: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    """A second one of each thing."""
    etags: dict[str, str] = field(default_factory=dict)
    """By path."""

    def __post_init__(self) -> None:
        self.known["partnership_id"] = str(self.id)

    def id_of(self, name: str, *, second: bool = False) -> str:
        """The id that goes by the name, or by the end of it: an employer_organisation_id is an organisation_id.

        `second`: of the second such thing, if there is one. Raises LookupError.
        """
        ids = {**self.known, **(self.others if second else {})}
        while name not in ids:
            _, underscore, name = name.partition("_")
            if not underscore:
                raise LookupError
        return ids[name]

    def email(self, name: str) -> str:
        return f"{name}@{self.mark}.example.org".replace("_", "-")

    def remember(self, operation: Operation, answer: Any) -> None:
        """Note the ids in an answer, of one thing or of a page of them, under their names; what is known stays."""
        for item in answer.get("items", [answer])[:1]:
            for name, value in item.items():
                if name == "id" and operation.item_name:
                    self._note(operation.item_name, value)
                elif name.endswith("_id") and isinstance(value, str):
                    self._note(name, value)
                elif name == "secret":
                    self._note("client_secret", value)
                elif name == "link" and operation.service == "identity":
                    self._note("token", re.split("[/=#]", value)[-1])
                elif isinstance(value, dict) and "id" in value:
                    self._note(f"{name}_id", value["id"])

    def _note(self, name: str, value: str) -> None:
        if self.known.setdefault(name, value) != value:
            self.others.setdefault(name, value)
