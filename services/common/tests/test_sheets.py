"""Tables of CSV and XLSX files, read and written."""

import io
import zipfile
from datetime import date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook

from service_common.sheets import MAX_ROWS, SheetRow, SheetUnreadable, read_sheet, write_csv, write_xlsx

COLUMNS = ("name", "starts_on", "at_most")


def workbook(*rows: tuple[Any, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    "body",
    [
        "name,starts_on,at_most\nZoë,2027-03-01,2\n\n,,\n“Ann”,,\n".encode(),
        "\ufeffat_most;Name;Starts on\r\n2;Zoë ;2027-03-01\r\n\r\n\r\n;“Ann”\r\n".encode(),
        "Name\tStarts-On\tAT MOST\nZoë\t2027-03-01\t2\n\n\t\t\n“Ann”\n".encode("cp1252"),
        "name,starts_on,at_most\nZoë,2027-03-01,2\n\n,,\n“Ann”,,\n".encode("utf-16"),
        workbook(
            ("Name", "Starts on", "At most", None),
            ("Zoë", datetime.combine(date(2027, 3, 1), time()), 2.0),
            (),
            (None, "  "),
            ("“Ann”",),
        ),
    ],
)
async def test_whatever_a_spreadsheet_writes_is_read_alike(body: bytes) -> None:
    assert await read_sheet(body, COLUMNS, required=("name",)) == [
        SheetRow(2, {"name": "Zoë", "starts_on": "2027-03-01", "at_most": "2"}),
        SheetRow(5, {"name": "“Ann”", "starts_on": "", "at_most": ""}),
    ]


async def test_formulas_are_text() -> None:
    rows = await read_sheet(workbook(("name", "at_most"), ("=1+1", True)), COLUMNS)
    assert rows[0].cells == {"name": "=1+1", "starts_on": "", "at_most": "yes"}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "empty"),
        (b"\n,,\n", "empty"),
        (b"name,nickname\nA,B\n", "nickname"),
        (b"name,NAME\nA,B\n", "twice"),
        (b"at_most\n2\n", "no column name"),
        (b"name\nA,B\n", "Row 2 has more cells"),
        (b"name\nA\x00\n", "Row 2 has a cell"),
        (b"name\n" + b"A" * 5000, "Row 2 has a cell"),
        (b"name\n" + b"A\n" * (MAX_ROWS + 1), f"at most {MAX_ROWS}"),
        (b'name\n"' + b"A" * 200_000, "Save the table"),
        (b"\x81\x8d\xff", "UTF-8"),
        (b"\xff\xfea", "UTF-8"),
        (b"PK\x03\x04 is no workbook", "Save the table"),
    ],
)
async def test_what_is_no_table_is_told_why(body: bytes, said: str) -> None:
    with pytest.raises(SheetUnreadable, match=said):
        await read_sheet(body, COLUMNS, required=("name",))


async def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * (17 * 1024 * 1024))
    with pytest.raises(SheetUnreadable, match="too much"):
        await read_sheet(packed.getvalue(), COLUMNS)


async def test_entities_are_not_expanded() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(("name",), ("A",)))) as parts, zipfile.ZipFile(packed, "w") as changed:
        for part in parts.namelist():
            content = parts.read(part)
            if part.endswith("sheet1.xml"):
                content = b'<!DOCTYPE s [<!ENTITY a "aaaa">]>' + content
            changed.writestr(part, content)
    with pytest.raises(SheetUnreadable):
        await read_sheet(packed.getvalue(), COLUMNS)


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
async def test_what_is_written_is_read_again(write: object) -> None:
    assert callable(write)
    body = write(COLUMNS, [("=HYPERLINK(1)", date(2027, 3, 1), -2.5), ("-Ann", None, 0)])
    assert [tuple(row.cells.values()) for row in await read_sheet(body, COLUMNS)] == [
        ("=HYPERLINK(1)", "2027-03-01", "-2.5"),
        ("-Ann", "", "0"),
    ]


def test_csv_holds_nothing_that_a_spreadsheet_runs() -> None:
    assert write_csv(("name",), [("=1+1",), ("+1",), (-1,)]) == "\ufeffname\r\n'=1+1\r\n'+1\r\n-1\r\n".encode()
