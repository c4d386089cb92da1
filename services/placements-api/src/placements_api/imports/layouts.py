"""How a table says what a request of the API says: no I/O, no clock, no session.

A record has a text for each column. A row that is read is laid over the texts of the record that it is about, and what
comes of it is judged by the schema of the API. So an empty cell leaves things as they are, and a table that was written
from what is recorded changes nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from placements_api.imports.schemas import CellChange, RowFault

Cells = Mapping[str, str]
Request = TypeVar("Request", bound=BaseModel)

_RULE = "Value error, "
"""Before the sentences of our own validators."""


@dataclass(frozen=True, slots=True)
class Layout(Generic[Request]):
    """One kind of table, whose rows are as good as requests."""

    schema: type[Request]
    fields: Mapping[str, tuple[str, ...]]
    """The columns that make up each field of the request."""
    leading: tuple[str, ...]
    """Columns that are in no request: they say what a row is about."""
    required: tuple[str, ...]
    advice: Mapping[str, str]
    """What to enter in a column, told where it cannot be taken."""
    cells_of: Callable[[Request], Cells]
    body_of: Callable[[Cells], dict[str, Any]]
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Columns by the parts of the request that have another name."""

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.leading, *(column for columns in self.fields.values() for column in columns))

    def read(self, given: Cells, recorded: Request | None) -> tuple[Request | None, list[RowFault]]:
        """What the row wants, or what is wrong with it. `given` holds what is not empty."""
        cells = self.cells_of(recorded) if recorded else {}
        told = {column: text for column, text in given.items() if text != cells.get(column)}
        body = self.body_of({**cells, **told})
        if recorded:
            kept = recorded.model_dump(mode="json")
            body |= {name: kept[name] for name, columns in self.fields.items() if told.keys().isdisjoint(columns)}
        try:
            wanted = self.schema.model_validate(body)
        except ValidationError as error:
            return None, list(self._faults(error))
        written = self.cells_of(wanted)
        lost = [column for column in told if column not in self.leading and not written[column]]
        if lost:
            return None, [RowFault(column=column, message=self._cannot_take(column)) for column in lost]
        return wanted, []

    def differences(self, before: Request | None, after: Request) -> list[CellChange]:
        old, new = self.cells_of(before) if before else {}, self.cells_of(after)
        return [
            CellChange(column=column, before=old.get(column) or None, after=new[column] or None)
            for column in new
            if old.get(column, "") != new[column]
        ]

    def _faults(self, error: ValidationError) -> Iterable[RowFault]:
        """One for each column: what the first is about is mostly what the others are about, too."""
        messages: dict[str, str] = {}
        for fault in error.errors():
            column = self._column_of(fault["loc"])
            by_rule = fault["msg"].startswith(_RULE)
            messages.setdefault(column, fault["msg"].removeprefix(_RULE) if by_rule else self._cannot_take(column))
        return [RowFault(column=column, message=message) for column, message in messages.items()]

    def _column_of(self, place: Sequence[int | str]) -> str:
        """The column that a part of the request is made from: the first of its field where none has its name."""
        parts = [str(part) for part in place]
        columns = self.fields.get(parts[0], ()) if parts else ()
        names = [name for part in parts for name in (f"{parts[0]}_{part}", self.renamed.get(part, part))]
        return next((name for name in reversed(names) if name in columns), next(iter(columns), ""))

    def _cannot_take(self, column: str) -> str:
        return self.advice.get(column, "Leave this empty, or see the template.")


def code(text: str) -> str:
    """“Acute trust” as `acute_trust`."""
    return "_".join(text.lower().replace("-", " ").replace("_", " ").split())


def listed(text: str, separator: str = ";") -> list[str]:
    return [part.strip() for part in text.split(separator) if part.strip()]


def postcode(text: str) -> str:
    """With its letters large and its one space."""
    closed = "".join(text.upper().split())
    return f"{closed[:-3]} {closed[-3:]}"


def yes_or_no(value: bool) -> str:
    return "yes" if value else "no"


def number(value: float) -> str:
    return f"{value:.10g}"
