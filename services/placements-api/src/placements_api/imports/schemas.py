"""What goes out about an import."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from service_common.types import Output

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", examples=["0f" * 32])]


class ImportedTable(StrEnum):
    ORGANISATIONS = "organisations"
    SETTINGS = "settings"
    CAPACITY = "capacity"


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    WRONG = "wrong"


class CellChange(Output):
    """What becomes of one cell, in words of the table."""

    column: str
    before: str | None
    after: str | None


class RowFault(Output):
    """What keeps a row from being taken."""

    column: str = Field(description="Empty where it is about the whole row.")
    message: str


class ImportedRow(Output):
    row: int | None = Field(
        description="As the spreadsheet counts: the names of the columns are row 1. Null for what is removed because no"
        " row tells of it."
    )
    name: str = Field(description="What the row is about.")
    outcome: Outcome
    changes: list[CellChange]
    faults: list[RowFault]


class OutcomeCounts(Output):
    new: int
    changed: int
    unchanged: int
    removed: int
    wrong: int


class TableImport(Output):
    """What an import changes, row by row."""

    applied: bool
    digest: Digest = Field(description="Of all that it changes. Send it as `seen` to have done just that.")
    counts: OutcomeCounts
    rows: list[ImportedRow]
