"""The table of capacity, in which a row is a period or closed weeks of a setting.

A setting that the table names has the table's periods afterwards, and no others. The same goes for its closed weeks;
but where the table has only the ones of a setting, the others stay.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from pydantic import ValidationError

from placements_api.host_settings.schemas import CapacityPeriod, CapacityUpdate, Closure
from placements_api.imports.layouts import Cells, yes_or_no
from placements_api.imports.schemas import CellChange, RowFault
from service_common.sheets import iso_day

AnyLine = CapacityPeriod | Closure
MAX_LINES = 100

_COLUMNS: Mapping[type[AnyLine], Mapping[str, str]] = {
    CapacityPeriod: {name: name for name in CapacityPeriod.model_fields},
    Closure: {"week_of": "closed_week_of", "weeks": "closed_weeks", "reason": "closed_reason"},
}
"""The columns of each kind of row, by its fields."""
COLUMNS = ("organisation", "setting", *(column for columns in _COLUMNS.values() for column in columns.values()))
REQUIRED = ("organisation", "setting")
_DAY = "Enter a day, like 2027-03-01 or 01/03/2027."
_ADVICE = {
    "starts_on": _DAY,
    "ends_on": f"{_DAY} Left empty, the period goes on until further notice.",
    "at_most": "Enter how many at most, from 0 to 1000.",
    "at_least": "Enter how many at least, from 0 to 1000.",
    "or_none": "Enter yes where nobody at all is fine, too, or no.",
    "closed_week_of": f"{_DAY} Any day of the first closed week will do.",
    "closed_weeks": "Enter for how many weeks it is closed, from 1 to 104.",
    "closed_reason": "Enter the reason, of at most 200 characters.",
}


def read_line(given: Cells) -> tuple[AnyLine | None, list[RowFault]]:
    """The period or the closed weeks of a row, or what is wrong with it."""
    kinds = [kind for kind, columns in _COLUMNS.items() if not given.keys().isdisjoint(columns.values())]
    if len(kinds) > 1:
        return None, [RowFault(column="", message="Put the closed weeks into a row of their own.")]
    kind = kinds[0] if kinds else CapacityPeriod
    columns = _COLUMNS[kind]
    body = {name: iso_day(given[column]) for name, column in columns.items() if column in given}
    try:
        return kind.model_validate(body), []
    except ValidationError as error:
        places = {str(fault["loc"][0]) if fault["loc"] else "": fault["msg"] for fault in error.errors()}
    return None, [
        RowFault(column=columns[place], message=_ADVICE[columns[place]])
        if place
        else RowFault(column="", message=said.removeprefix("Value error, "))
        for place, said in places.items()
    ]


def cells_of(line: AnyLine) -> dict[str, str]:
    return {column: _text(getattr(line, name)) for name, column in _COLUMNS[type(line)].items()}


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return yes_or_no(value)
    return str(value)


def differences(before: AnyLine | None, after: AnyLine | None) -> list[CellChange]:
    """In words of the table. One of the two is there."""
    old, new = ({} if line is None else cells_of(line) for line in (before, after))
    return [
        CellChange(column=column, before=old.get(column) or None, after=new.get(column) or None)
        for column in new or old
        if old.get(column, "") != new.get(column, "")
    ]


def first_column(line: AnyLine) -> str:
    return next(iter(_COLUMNS[type(line)].values()))


def first_day(line: AnyLine) -> date:
    return line.week_of if isinstance(line, Closure) else line.starts_on


def _last_day(line: AnyLine) -> date:
    if isinstance(line, Closure):
        return line.week_of + timedelta(weeks=line.weeks) - timedelta(days=1)
    return line.ends_on or date.max


@dataclass
class CapacityOf:
    """What a setting takes, as it is recorded and, row by row, as it is to be."""

    recorded: Sequence[AnyLine]
    wanted: list[AnyLine] = field(default_factory=list)

    def before(self, line: AnyLine) -> AnyLine | None:
        """What is recorded of the same kind from the same day on."""
        same = (other for other in self.recorded if type(other) is type(line) and first_day(other) == first_day(line))
        return next(same, None)

    def add(self, line: AnyLine) -> str | None:
        """Answers what is wrong where it cannot be taken beside the rows before it."""
        for other in self.wanted:
            together = first_day(line) <= _last_day(other) and first_day(other) <= _last_day(line)
            if together and type(other) is type(line):
                return (
                    "An earlier row closes some of these weeks already: put the two together."
                    if isinstance(line, Closure)
                    else "It shares a day with the period of an earlier row: let one end before the next begins."
                )
        if len(self._of(type(line), self.wanted)) == MAX_LINES:
            return f"A setting has at most {MAX_LINES} periods and as many closures."
        self.wanted.append(line)
        return None

    def removed(self) -> Iterator[AnyLine]:
        """What is recorded and has no row, of the kinds of which there are rows."""
        kinds = {type(line) for line in self.wanted}
        kept = {(type(line), first_day(line)) for line in self.wanted}
        return (each for each in self.recorded if type(each) in kinds and (type(each), first_day(each)) not in kept)

    def update(self) -> CapacityUpdate:
        periods, closures = (self._of(kind, self.wanted) or self._of(kind, self.recorded) for kind in _COLUMNS)
        return CapacityUpdate.model_validate({"periods": periods, "closures": closures})

    @property
    def changes(self) -> bool:
        return any(self.before(line) != line for line in self.wanted) or any(self.removed())

    @staticmethod
    def _of(kind: type[AnyLine], lines: Sequence[AnyLine]) -> list[AnyLine]:
        return [line for line in lines if type(line) is kind]
