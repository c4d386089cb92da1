"""What each kind of table would change, and the steps that change it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.host_settings.models import Setting
from placements_api.host_settings.schemas import SettingCreate
from placements_api.host_settings.service import add_setting, change_capacity, change_setting
from placements_api.imports import capacity_table, queries, setting_table
from placements_api.imports.capacity_table import AnyLine, CapacityOf
from placements_api.imports.layouts import Cells, Layout
from placements_api.imports.organisation_table import ORGANISATIONS, Organisations, wanted_of
from placements_api.imports.schemas import ImportedRow, Outcome, RowFault
from placements_api.imports.setting_table import SETTINGS
from placements_api.organisations.schemas import OrganisationCreate
from placements_api.organisations.service import add_organisation, change_organisation
from service_common.auth import Principal
from service_common.sheets import SheetRow

Request = TypeVar("Request", bound=BaseModel)

_NO_ORGANISATION = [
    RowFault(
        column="organisation", message="No organisation has this name or ODS code: correct it, or add it to them first."
    )
]
_NO_SETTING = [
    RowFault(column="setting", message="The organisation has no setting of this name: correct it, or add it first.")
]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The rows as the preview shows them, and, where none is wrong, what to do."""

    rows: list[ImportedRow]
    steps: list[Callable[[], Awaitable[object]]]


def _given(row: SheetRow) -> Cells:
    return {column: text for column, text in row.cells.items() if text}


def _fault(column: str, message: str) -> list[RowFault]:
    return [RowFault(column=column, message=message)]


def _wrong(row: SheetRow, name: str, faults: list[RowFault]) -> ImportedRow:
    return ImportedRow(row=row.number, name=name, outcome=Outcome.WRONG, changes=[], faults=faults)


def _judged(row: SheetRow, name: str, layout: Layout[Request], before: Request | None, after: Request) -> ImportedRow:
    outcome = Outcome.NEW if before is None else Outcome.UNCHANGED if before == after else Outcome.CHANGED
    return ImportedRow(row=row.number, name=name, outcome=outcome, changes=layout.differences(before, after), faults=[])


async def plan_organisations(
    session: AsyncSession, principal: Principal, sheet: Sequence[SheetRow], *, lock: bool
) -> ImportPlan:
    recorded = await queries.list_organisations(session, principal, lock=lock)
    organisations = Organisations(recorded)
    names = {each.name.casefold(): each for each in recorded}
    plan = ImportPlan([], [])
    told: dict[UUID | str, int] = {}
    for row in sheet:
        given = _given(row)
        name = row.cells["name"]
        there = organisations.find(name=name, ods_code=row.cells["ods_code"])
        before = wanted_of(there) if there else None
        wanted, faults = ORGANISATIONS.read(given, before)
        keys = (there.id if there else name.casefold(), (wanted.name if wanted else name).casefold())
        earlier = min(told.setdefault(key, row.number) for key in keys)
        holder = names.get(name.casefold())
        if not faults and earlier != row.number:
            faults = _fault("name", f"Row {earlier} is about the same organisation: put the two together.")
        if not faults and holder is not None and holder is not there:
            faults = _fault("ods_code", "This is the ODS code of one organisation and the name of another.")
        if wanted is None or faults:
            plan.rows.append(_wrong(row, name, faults))
            continue
        judged = _judged(row, wanted.name, ORGANISATIONS, before, wanted)
        plan.rows.append(judged)
        if there is None:
            new = OrganisationCreate(**wanted.model_dump())
            plan.steps.append(partial(add_organisation, session, principal, new))
        elif judged.outcome is Outcome.CHANGED:
            plan.steps.append(partial(change_organisation, session, principal, there.id, wanted, there.version))
    return plan


async def plan_settings(
    session: AsyncSession, principal: Principal, sheet: Sequence[SheetRow], *, lock: bool
) -> ImportPlan:
    organisations = Organisations(await queries.list_organisations(session, principal, lock=False))
    settings = await _settings_by_name(session, principal, lock=lock)
    plan = ImportPlan([], [])
    told: dict[tuple[UUID, str], int] = {}
    for row in sheet:
        given = _given(row)
        name = f"{row.cells['name']}, {row.cells['organisation']}"
        organisation = organisations.called(row.cells["organisation"])
        if organisation is None:
            plan.rows.append(_wrong(row, name, _NO_ORGANISATION))
            continue
        key = (organisation.id, row.cells["name"].casefold())
        there = settings.get(key)
        before = setting_table.wanted_of(there) if there else None
        wanted, faults = SETTINGS.read(given, before and setting_table.without_old_position(before, given))
        earlier = told.setdefault(key, row.number)
        if not faults and earlier != row.number:
            faults = _fault("name", f"Row {earlier} is about the same setting: put the two together.")
        if wanted is None or faults:
            plan.rows.append(_wrong(row, name, faults))
            continue
        judged = _judged(row, f"{wanted.name}, {organisation.name}", SETTINGS, before, wanted)
        plan.rows.append(judged)
        if there is None:
            new = SettingCreate(organisation_id=organisation.id, **wanted.model_dump())
            plan.steps.append(partial(add_setting, session, principal, new))
        elif judged.outcome is Outcome.CHANGED:
            plan.steps.append(partial(change_setting, session, principal, there.id, wanted, there.version))
    return plan


async def plan_capacity(
    session: AsyncSession, principal: Principal, sheet: Sequence[SheetRow], *, lock: bool
) -> ImportPlan:
    organisations = Organisations(await queries.list_organisations(session, principal, lock=False))
    settings = await _settings_by_name(session, principal, lock=lock)
    recorded = await queries.find_capacities(session, principal, [setting.id for setting in settings.values()])
    plan = ImportPlan([], [])
    named: dict[UUID, tuple[str, Setting, CapacityOf]] = {}
    for row in sheet:
        name = f"{row.cells['setting']}, {row.cells['organisation']}"
        organisation = organisations.called(row.cells["organisation"])
        if organisation is None:
            plan.rows.append(_wrong(row, name, _NO_ORGANISATION))
            continue
        setting = settings.get((organisation.id, row.cells["setting"].casefold()))
        if setting is None:
            plan.rows.append(_wrong(row, name, _NO_SETTING))
            continue
        _, _, capacity = named.setdefault(setting.id, (name, setting, CapacityOf(recorded.get(setting.id, []))))
        line, faults = capacity_table.read_line(_given(row))
        if line is not None and (message := capacity.add(line)):
            faults = _fault(capacity_table.first_column(line), message)
        if line is None or faults:
            plan.rows.append(_wrong(row, name, faults))
        else:
            plan.rows.append(_line(row.number, name, capacity, line))
    for name, setting, capacity in named.values():
        plan.rows.extend(
            ImportedRow(
                row=None,
                name=name,
                outcome=Outcome.REMOVED,
                changes=capacity_table.differences(line, None),
                faults=[],
            )
            for line in capacity.removed()
        )
        if capacity.changes:
            step = partial(change_capacity, session, principal, setting.id, capacity.update(), setting.version)
            plan.steps.append(step)
    return plan


def _line(number: int, name: str, capacity: CapacityOf, line: AnyLine) -> ImportedRow:
    before = capacity.before(line)
    outcome = Outcome.NEW if before is None else Outcome.UNCHANGED if before == line else Outcome.CHANGED
    changes = capacity_table.differences(before, line)
    return ImportedRow(row=number, name=name, outcome=outcome, changes=changes, faults=[])


async def _settings_by_name(
    session: AsyncSession, principal: Principal, *, lock: bool
) -> dict[tuple[UUID, str], Setting]:
    settings = await queries.list_settings(session, principal, lock=lock)
    return {(setting.organisation_id, setting.name.casefold()): setting for setting in settings}
