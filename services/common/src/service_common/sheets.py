"""Tables that people keep in a spreadsheet: CSV and XLSX files, read as rows with column names, and written.

    @router.post("/import", openapi_extra=sheet_request("name,postcode\nWard 7,BN11 2DH\n"),
                 responses=problems(SheetUnreadable, TooLarge))
    async def import_hosts(body: SheetBody, ...):
        for row in await read_sheet(body, columns=("name", "postcode"), required=("name",)):
            row.number, row.cells["postcode"]

What is in a cell comes as text, whatever the spreadsheet takes it for, and never as the result of a formula.
"""

import asyncio
import csv
import io
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Any, Literal

from fastapi import Depends, Request, Response
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell as WorkbookCell
from openpyxl.styles import Font

from service_common.problems import Problem

MAX_ROWS = 2000
MAX_COLUMNS = 60
MAX_CELL_CHARACTERS = 4000
MAX_UNPACKED_BYTES = 16 * 1024 * 1024
CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_XLSX_STARTS = b"PK\x03\x04"
_CONTROL = frozenset(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))


class SheetUnreadable(Problem):
    status = 422
    type = "/problems/sheet-unreadable"
    title = "The file cannot be read as a table"


def sheet_request(*examples: str) -> dict[str, Any]:
    """`openapi_extra` of an operation that takes a `SheetBody`; the examples are CSV."""
    text = {"type": "string", "examples": list(examples)}
    return {
        "requestBody": {
            "description": f"A table with the names of its columns in the first row, and at most {MAX_ROWS} rows.",
            "required": True,
            "content": {CSV: {"schema": text}, XLSX: {"schema": {"type": "string", "format": "binary"}}},
        }
    }


def iso_day(text: str) -> str:
    """A day also as people in England write it, "3/5/2007", as "2007-05-03"; all else as it was written."""
    try:
        return datetime.strptime(text, "%d/%m/%Y").date().isoformat()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return text


SHEET_RESPONSE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A file to download.",
        "content": {CSV: {"schema": {"type": "string"}}, XLSX: {"schema": {"type": "string", "format": "binary"}}},
    }
}
"""In `responses=` of an operation that answers a `sheet_response`; its `response_class` is `Response`."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row with something in it. `number` is the spreadsheet's own, where the columns' names are row 1; `cells` has
    every column that was asked for, with "" where nothing is."""

    number: int
    cells: Mapping[str, str]


async def _body(request: Request) -> bytes:
    return await request.body()


SheetBody = Annotated[bytes, Depends(_body)]
"""The file as it was sent; what it is shows in its content, whatever its name and media type say."""


async def read_sheet(body: bytes, columns: Sequence[str], required: Collection[str] = ()) -> list[SheetRow]:
    """The rows of a file in which any of the columns stand, in any order, and the required ones for certain.

    Raises SheetUnreadable: also for a column that is not known, so that a typing error is not silently lost.
    """
    return await asyncio.to_thread(_read, body, columns, required)


def _read(body: bytes, columns: Sequence[str], required: Collection[str]) -> list[SheetRow]:
    lines = _lines_of_workbook(body) if body.startswith(_XLSX_STARTS) else _lines_of_text(body)
    rows: list[SheetRow] = []
    names: list[str] | None = None
    for number, values in lines:
        if not any(values):
            continue
        if names is None:
            names = _column_names(values, columns, required)
            continue
        if len(rows) == MAX_ROWS:
            raise SheetUnreadable(f"Send at most {MAX_ROWS} rows at once: divide the file.")
        rows.append(SheetRow(number, dict.fromkeys(columns, "") | _cells(number, names, values)))
    if names is None:
        raise SheetUnreadable("The file is empty: begin with the template.")
    return rows


def _column_names(values: Sequence[str], columns: Sequence[str], required: Collection[str]) -> list[str]:
    while values and not values[-1]:
        values = values[:-1]
    names = ["_".join(value.lower().replace("-", " ").replace("_", " ").split()) for value in values]
    for name, typed in zip(names, values, strict=True):
        if name not in columns:
            raise SheetUnreadable(f"There is no column “{typed[:60]}”. Known are: {', '.join(columns)}.")
        if names.count(name) > 1:
            raise SheetUnreadable(f"The column {name} is there twice: keep one of the two.")
    missing = [name for name in columns if name in required and name not in names]
    if missing:
        raise SheetUnreadable(f"The first row has no column {', '.join(missing)}: begin with the template.")
    return names


def _cells(number: int, names: Sequence[str], values: Sequence[str]) -> dict[str, str]:
    if any(values[len(names) :]):
        raise SheetUnreadable(f"Row {number} has more cells than there are columns: begin with the template.")
    for value in values:
        if len(value) > MAX_CELL_CHARACTERS or not _CONTROL.isdisjoint(value):
            raise SheetUnreadable(f"Row {number} has a cell that is too long or is not text: correct it.")
    return {name: _without_guard(value) for name, value in zip(names, values, strict=False)}


def _without_guard(value: str) -> str:
    """Without the apostrophe that `write_csv` puts before what a spreadsheet would run."""
    return value[1:] if value.startswith("'") and value[1:].startswith(_FORMULA_STARTS) else value


def _lines_of_text(body: bytes) -> Iterator[tuple[int, list[str]]]:
    text = _decoded(body)
    first_line = text.partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    try:
        for number, values in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
            yield number, [value.strip() for value in values]
    except csv.Error as error:
        raise SheetUnreadable("Save the table as CSV or XLSX and send it again.") from error


def _decoded(body: bytes) -> str:
    """UTF-8, or what spreadsheet programs on Windows write otherwise."""
    encodings = ("utf-16",) if body.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SheetUnreadable("Save the table as CSV in UTF-8, or as XLSX, and send it again.")


def _lines_of_workbook(body: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            unpacked_bytes = sum(part.file_size for part in parts.infolist())
        if unpacked_bytes > MAX_UNPACKED_BYTES:
            raise SheetUnreadable("The workbook holds too much: keep only the table, or save it as CSV.")
        workbook = load_workbook(io.BytesIO(body), read_only=True, keep_links=False)
        sheet = workbook.worksheets[0]
        for number, values in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS + 1, values_only=True), 1):
            yield number, [_as_text(value) for value in values]
    except SheetUnreadable:
        raise
    except Exception as error:  # what a broken workbook makes its reader raise is of no particular kind
        raise SheetUnreadable("Save the table as XLSX or CSV and send it again.") from error


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(getattr(value, "text", value)).strip()


Cell = str | int | float | date | None


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with the mark by which spreadsheet programs know it; text that they would run gets an apostrophe."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(columns)
    writer.writerows([_guarded(value) for value in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _guarded(value: Cell) -> Cell:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


def write_xlsx(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet, with the names of the columns kept in view; text is text, whatever it begins with."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.freeze_panes = "A2"

    def cell(value: Cell, *, bold: bool = False) -> WorkbookCell:
        shown = datetime.combine(value, time()) if isinstance(value, date) else value
        made: WorkbookCell = WriteOnlyCell(sheet, value=shown)
        if isinstance(value, date):
            made.number_format = "yyyy-mm-dd"
        if isinstance(value, str):
            made.data_type = "s"
        if bold:
            made.font = Font(bold=True)
        return made

    sheet.append([cell(name, bold=True) for name in columns])
    for row in rows:
        sheet.append([cell(value) for value in row])
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


SheetFormat = Literal["csv", "xlsx"]


def sheet_response(name: str, format_: SheetFormat, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Response:
    """A file to download. `name` is ASCII, without an ending."""
    body, media_type = (write_csv(columns, rows), CSV) if format_ == "csv" else (write_xlsx(columns, rows), XLSX)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{format_}"'}
    return Response(body, media_type=media_type, headers=headers)
