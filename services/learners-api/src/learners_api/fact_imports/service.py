"""Importing facts: all rows or none."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.clearances.schemas import ClearanceCreate, ClearanceUpdate
from learners_api.clearances.service import add_clearance, correct_clearance
from learners_api.fact_imports import queries
from learners_api.fact_imports.rules import (
    FACT_COLUMNS,
    Person,
    ReadRow,
    apply_row,
    find_person,
    read_row,
    travel_and_hours,
)
from learners_api.fact_imports.schemas import FactsImport
from learners_api.planning_facts.service import columns_of, lock_facts, record_facts
from service_common.auth import Principal
from service_common.problems import InvalidInput
from service_common.sheets import SheetRow


async def import_facts(
    session: AsyncSession, principal: Principal, sheet: Sequence[SheetRow], today: date, *, dry_run: bool
) -> FactsImport:
    """What the rows change; when it is no dry run, it is changed. Raises InvalidInput for faults then, and
    ClearanceOverlaps when somebody else records one meanwhile."""
    reads = [read_row(row) for row in sheet]
    people = await _people(session, principal, reads, lock=not dry_run)
    by_id = {person.learner.id: person for person in people}
    by_uln = {person.learner.uln: person for person in people}
    rows = [apply_row(read, find_person(read, by_id, by_uln), today) for read in reads]
    faults = [(f"/rows/{row.row}/{fault.column}".rstrip("/"), fault.message) for row in rows for fault in row.faults]
    if not dry_run:
        if faults:
            raise InvalidInput(faults)
        for person in people:
            await _record(session, principal, person)
    return FactsImport(
        applied=not dry_run,
        changes=sum(len(row.facts) + (row.clearance is not None) for row in rows),
        faulty_rows=sum(bool(row.faults) for row in rows),
        rows=rows,
    )


async def _people(
    session: AsyncSession, principal: Principal, reads: Sequence[ReadRow], *, lock: bool
) -> Sequence[Person]:
    wanted = [read.wanted for read in reads if read.wanted is not None]
    learners = await queries.find_learners(
        session,
        principal,
        {row.learner_id for row in wanted if row.learner_id is not None},
        {row.uln for row in wanted if row.uln is not None},
    )
    ids = sorted(learner.id for learner in learners)
    if lock:
        for id_ in ids:  # always in one order, so that two imports wait for each other rather than for ever
            await lock_facts(session, principal, id_)
    facts = await queries.find_facts(session, principal, ids)
    clearances = await queries.find_clearances(session, principal, ids)
    return [Person.of(learner, facts.get(learner.id), clearances[learner.id]) for learner in learners]


async def _record(session: AsyncSession, principal: Principal, person: Person) -> None:
    facts, learner_id = person.recorded, person.learner.id
    if facts is not None and any(getattr(facts, name) != person.facts[name] for name in FACT_COLUMNS):
        columns = columns_of(travel_and_hours(person.facts))
        await record_facts(session, principal, facts, columns, "planning_facts.imported")
    recorded = {
        (each.code, each.valid_from): each
        for each in (await queries.find_clearances(session, principal, [learner_id]))[learner_id]
    }
    for key in sorted(person.changed):
        dates, there = person.clearances[key], recorded.get(key)
        if there is None:
            new = ClearanceCreate(code=key[0], **dates.model_dump())
            await add_clearance(session, principal, learner_id, new)
        else:
            wanted = ClearanceUpdate(note=there.note, **dates.model_dump())
            await correct_clearance(session, principal, learner_id, there.id, wanted, there.version)
