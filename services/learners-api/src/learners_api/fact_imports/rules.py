"""What a table changes: no I/O, no clock, no session."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from learners_api.clearances.models import Clearance
from learners_api.fact_imports.schemas import (
    ClearanceChange,
    ClearanceDates,
    FactChange,
    FactsRow,
    ImportedRow,
    RowFault,
)
from learners_api.learners.models import Learner
from learners_api.planning_facts.models import PlanningFacts
from learners_api.planning_facts.rules import hours_faults
from learners_api.planning_facts.schemas import TravelAndHours
from service_common.sheets import SheetRow

FACT_COLUMNS = (
    "travel_means",
    "travel_limit_minutes",
    "contracted_weekly_hours",
    "weekly_hours_limit",
    "opted_out_on",
    "latitude",
    "longitude",
    "first_sector",
)


@dataclass
class ReadRow:
    """A row as it was read; what is wrong with it comes together in `faults`."""

    number: int
    cells: Mapping[str, str]
    wanted: FactsRow | None
    faults: list[RowFault] = field(default_factory=list)


@dataclass
class Person:
    """A learner as they are recorded, and, while rows are gone through, as they are to be."""

    learner: Learner
    recorded: PlanningFacts | None
    facts: dict[str, Any]
    """By the table's columns."""
    clearances: dict[tuple[str, date], ClearanceDates]
    """By kind and first day."""
    changed: set[tuple[str, date]] = field(default_factory=set)
    """Keys of the clearances that are not as they were recorded."""

    @classmethod
    def of(cls, learner: Learner, recorded: PlanningFacts | None, clearances: Sequence[Clearance]) -> "Person":
        nothing = PlanningFacts.nothing_yet(learner.partnership_id, learner.id)
        return cls(
            learner,
            recorded,
            {name: getattr(recorded or nothing, name) for name in FACT_COLUMNS},
            {(each.code, each.valid_from): ClearanceDates.model_validate(each) for each in clearances},
        )


def read_row(row: SheetRow) -> ReadRow:
    given = {name: value for name, value in row.cells.items() if value}
    try:
        read = ReadRow(row.number, row.cells, FactsRow.model_validate(given))
    except ValidationError as error:
        faults = [_fault(each) for each in error.errors()]
        return ReadRow(row.number, row.cells, None, faults)
    if not given.keys() & {"learner_id", "uln"}:
        read.faults.append(RowFault(column="uln", message="Give the ULN, or the learner_id of the template."))
    return read


_DAY = "Give a day, such as 2027-03-01 or 01/03/2027."
_HOURS = "Give hours to the quarter, such as 37.5, and at most 60."
_LINE = "Give one line of text that is not too long."
_EXPECTED: Mapping[str, str] = {
    "learner_id": "Take the id from the template.",
    "uln": "A ULN has ten digits.",
    "travel_means": "Give car, public_transport, or both with a comma between them.",
    "travel_limit_minutes": "Give whole minutes, from 5 to 240.",
    "contracted_weekly_hours": _HOURS,
    "weekly_hours_limit": _HOURS,
    "opted_out_on": _DAY,
    "latitude": "Give degrees, from 49 to 61.5.",
    "longitude": "Give degrees, from -9 to 2.5.",
    "first_sector": "Give health or social_care.",
    "clearance": "Give dbs_enhanced, right_to_work, occupational_health, mandatory_training, driving_licence, car, or"
    " vaccination: and what it is against, such as vaccination:hepatitis_b.",
    "valid_from": _DAY,
    "expires_on": _DAY,
}
"""What belongs into a column, for whoever wrote something else."""


def _fault(fault: ErrorDetails) -> RowFault:
    column = str(fault["loc"][0]) if fault["loc"] else ""
    if fault["type"] == "value_error" and column in {"", "uln"}:  # said by rules of our own
        return RowFault(column=column, message=fault["msg"].removeprefix("Value error, "))
    return RowFault(column=column, message=_EXPECTED.get(column, _LINE))


def find_person(read: ReadRow, people: Mapping[UUID, Person], by_uln: Mapping[str, Person]) -> Person | None:
    """Whom the row names; adds a fault when that is nobody, or somebody of another name."""
    wanted = read.wanted
    if wanted is None or read.faults:
        return None
    person = people.get(wanted.learner_id) if wanted.learner_id else by_uln.get(wanted.uln or "")
    column = "learner_id" if wanted.learner_id else "uln"
    if person is None:
        read.faults.append(RowFault(column=column, message="There is no such learner: take it from the template."))
        return None
    other_number = wanted.uln is not None and wanted.uln != person.learner.uln
    other_name = (
        wanted.family_name is not None and wanted.family_name.casefold() != person.learner.family_name.casefold()
    )
    if other_number or other_name:
        message = f"That is the {column} of somebody else: compare name and number."
        read.faults.append(RowFault(column=column, message=message))
        return None
    return person


def apply_row(read: ReadRow, person: Person | None, today: date) -> ImportedRow:
    """What the row changes in somebody, who is brought to it, unless it has faults."""
    facts: list[FactChange] = []
    clearance: ClearanceChange | None = None
    if person is not None and read.wanted is not None:
        facts = list(_change_facts(read, read.wanted, person, today))
        clearance = _change_clearance(read, read.wanted, person)
    return ImportedRow(
        row=read.number,
        learner_id=person.learner.id if person else None,
        given_names=person.learner.given_names if person else read.cells["given_names"],
        family_name=person.learner.family_name if person else read.cells["family_name"],
        facts=[] if read.faults else facts,
        clearance=None if read.faults else clearance,
        faults=read.faults,
    )


def travel_and_hours(facts: Mapping[str, Any]) -> TravelAndHours:
    """The facts of the table's columns, as they are recorded."""
    other = {name: value for name, value in facts.items() if name not in {"latitude", "longitude"}}
    position = {"latitude": facts["latitude"], "longitude": facts["longitude"]}
    return TravelAndHours.model_validate(other | {"home_position": position if facts["latitude"] is not None else None})


def _change_facts(read: ReadRow, wanted: FactsRow, person: Person, today: date) -> Iterator[FactChange]:
    given = {name: value for name in FACT_COLUMNS if (value := getattr(wanted, name)) is not None}
    to_be = person.facts | given
    if given:
        for fault in hours_faults(travel_and_hours(to_be), person.learner.date_of_birth, today):
            read.faults.append(RowFault(column=fault.pointer.removeprefix("/"), message=fault.message))
    for name, value in given.items():
        if value != person.facts[name]:
            yield FactChange(column=name, before=_as_text(person.facts[name]), after=_as_text(value))
    person.facts = to_be


def _as_text(value: Any) -> str | None:
    match value:
        case None | []:
            return None
        case list():
            return ", ".join(value)
        case float():
            return f"{value:g}" if value.is_integer() else str(value)
    return str(value)


def _change_clearance(read: ReadRow, wanted: FactsRow, person: Person) -> ClearanceChange | None:
    if wanted.clearance is None or wanted.valid_from is None:
        return None
    key = (wanted.clearance, wanted.valid_from)
    before = person.clearances.get(key)
    after = ClearanceDates(
        valid_from=wanted.valid_from,
        expires_on=wanted.expires_on or (before.expires_on if before else None),
        reference=wanted.reference or (before.reference if before else None),
    )
    if after == before:
        return None
    if any(
        code == wanted.clearance and valid_from != wanted.valid_from and _share_a_day(after, dates)
        for (code, valid_from), dates in person.clearances.items()
    ):
        message = "They have this clearance for some of these days already: let one end before the next begins."
        read.faults.append(RowFault(column="valid_from", message=message))
        return None
    person.clearances[key] = after
    person.changed.add(key)
    return ClearanceChange(code=wanted.clearance, before=before, after=after)


def _share_a_day(one: ClearanceDates, other: ClearanceDates) -> bool:
    return one.valid_from <= (other.expires_on or date.max) and other.valid_from <= (one.expires_on or date.max)
