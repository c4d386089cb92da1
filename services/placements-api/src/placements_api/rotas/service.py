"""Rotas as people read them, the host's changes to them, and hours for payroll."""

import calendar
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.host_settings.capacity import monday_of
from placements_api.host_settings.shifts import Rota
from placements_api.placements import queries as placements
from placements_api.placements.access import check_acts_for_host, manages_all
from placements_api.placements.life import ENDED, ROTA_NOTICE, State
from placements_api.placements.models import Placement
from placements_api.placements.moving import step_of, tell
from placements_api.rotas.generate import Shift, ShiftKind
from placements_api.rotas.models import RotaAdjustment
from placements_api.rotas.problems import RotaBreaksRules, RotaNotOpen
from placements_api.rotas.queries import PersonalRota, load_rotas, worked_placements
from placements_api.rotas.schemas import FindingRead, HoursRead, MonthlyHours, RotaPublication, RotaRead, RotaUpdate
from placements_api.rotas.working_time import Finding, check_working_time
from service_common import audit
from service_common.auth import Principal
from service_common.etags import check_version
from service_common.problems import InvalidInput


async def describe_rota(session: AsyncSession, placement: Placement, today: date) -> RotaRead:
    rota = (await load_rotas(session, [placement]))[placement.id]
    due_on = placement.starts_on - ROTA_NOTICE
    is_open = placement.setting_id is not None and State(placement.state) not in ENDED
    return RotaRead.model_validate(
        {
            "placement_id": placement.id,
            "starts_on": placement.starts_on,
            "ends_on": placement.ends_on,
            "bounds": rota.pattern if isinstance(rota.pattern, Rota) else None,
            "weeks": _weeks(rota.shifts),
            "changes": [{"day": day, **_fields(change)} for day, change in rota.changes.items()],
            "findings": _findings(rota),
            "due_on": due_on,
            "late": is_open and placement.rota_published_on is None and today > due_on,
            "published_on": placement.rota_published_on,
            "version": placement.version,
        }
    )


async def change_rota(
    session: AsyncSession, principal: Principal, placement_id: UUID, wanted: RotaUpdate, seen_version: int, today: date
) -> RotaRead:
    """Put the wanted changed days in place of those there are.

    Raises NotFound, Forbidden, VersionMismatch, RotaNotOpen, InvalidInput.
    """
    placement = await _placement_to_change(session, principal, placement_id, seen_version)
    for number, change in enumerate(wanted.changes):
        if not placement.starts_on <= change.day <= placement.ends_on:
            raise InvalidInput([(f"/changes/{number}/day", "Choose a day of the placement.")])
    of_placement = {"partnership_id": placement.partnership_id, "placement_id": placement.id}
    await session.execute(delete(RotaAdjustment).filter_by(**of_placement))
    session.add_all(RotaAdjustment(**of_placement, **change.model_dump()) for change in wanted.changes)
    await session.flush()
    described = await describe_rota(session, placement, today)
    await tell(session, placement, "rota_changed")
    await audit.record(session, principal, "placement.rota_changed", placement.id)
    return described


async def publish_rota(
    session: AsyncSession,
    principal: Principal,
    placement_id: UUID,
    wanted: RotaPublication,
    seen_version: int,
    today: date,
) -> RotaRead:
    """Let the apprentice rely on it; again after changes. Raises as `change_rota`, and RotaBreaksRules."""
    placement = await _placement_to_change(session, principal, placement_id, seen_version)
    findings = _findings((await load_rotas(session, [placement]))[placement.id])
    if findings and not wanted.despite_findings:
        raise RotaBreaksRules(
            "Change the days that are listed, or publish it all the same where an exception of the law applies.",
            findings=[FindingRead.model_validate(each).model_dump(mode="json") for each in findings],
        )
    placement.rota_published_on = today
    by = "coordinator" if manages_all(principal) else "host"
    session.add(step_of(placement, "publish_rota", today, by=by, actor=principal.actor))
    await session.flush()
    described = await describe_rota(session, placement, today)
    await tell(session, placement, "rota_published")
    detail = {"despite": [each.rule for each in findings]}
    await audit.record(session, principal, "placement.rota_published", placement.id, detail)
    return described


async def monthly_hours(
    session: AsyncSession, principal: Principal, month: str, organisation_id: UUID | None
) -> MonthlyHours:
    """Of each placement that the principal sees; those without hours in the month are left out."""
    year, number = map(int, month.split("-"))
    first, last = date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])
    worked = await worked_placements(session, principal, first, last, organisation_id)
    rotas = await load_rotas(session, worked)
    facts = await placements.summaries(session, worked)
    items = []
    for placement in worked:
        shifts = [shift for shift in rotas[placement.id].shifts if first <= shift.day <= last]
        if shifts:
            sums = {"placement_id": placement.id, "shifts": len(shifts), **_sums(shifts)}
            items.append(HoursRead.model_validate(facts[placement.id] | sums))
    items.sort(
        key=lambda each: (
            each.organisation_name,
            each.setting_name or "",
            each.family_name or "",
            each.given_names or "",
            each.placement_id,
        )
    )
    return MonthlyHours(month=month, items=items)


async def _placement_to_change(
    session: AsyncSession, principal: Principal, placement_id: UUID, seen_version: int
) -> Placement:
    placement = await placements.get_placement(session, principal, placement_id, for_update=True)
    check_acts_for_host(principal, placement)
    check_version(placement, seen_version)
    if placement.setting_id is None:
        raise RotaNotOpen("At home, the employer of record plans the shifts.")
    if State(placement.state) in ENDED:
        raise RotaNotOpen(f"The placement is {placement.state}: its rota stays as it was.")
    placement.version += 1
    placement.changed_at = func.now()
    return placement


def _findings(rota: PersonalRota) -> list[Finding]:
    """Somebody whose age is not known yet is taken for an adult."""
    return check_working_time(rota.shifts, rota.born_on or date.min)


def _weeks(shifts: Sequence[Shift]) -> list[dict[str, Any]]:
    by_week = groupby(shifts, key=lambda shift: monday_of(shift.day))
    return [{"week_of": week_of, **_sums(own), "shifts": own} for week_of, own in ((key, [*s]) for key, s in by_week)]


def _sums(shifts: Sequence[Shift]) -> dict[str, float]:
    learning = [shift.hours for shift in shifts if shift.kind is ShiftKind.LEARNING]
    return {"hours": round(sum(shift.hours for shift in shifts), 2), "learning_hours": round(sum(learning), 2)}


def _fields(change: Any) -> dict[str, Any]:
    return {name: getattr(change, name) for name in ("starts_at", "ends_at", "break_minutes", "note")}
