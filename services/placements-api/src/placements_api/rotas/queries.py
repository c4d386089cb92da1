"""Every SELECT of rotas: what they are generated from, and what hosts changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.host_settings.models import Setting
from placements_api.host_settings.shifts import AnyShiftPattern, ShiftPattern
from placements_api.placements.models import Placement
from placements_api.placements.queries import visible_to
from placements_api.programmes.models import Cohort, Programme
from placements_api.programmes.rotation import LearningDay
from placements_api.rotas.generate import Change, Shift, generate_shifts, with_changes
from placements_api.rotas.models import RotaAdjustment
from service_common.auth import Principal

_PATTERN: TypeAdapter[AnyShiftPattern] = TypeAdapter(ShiftPattern)
_LEARNING = TypeAdapter(list[LearningDay])
_WORKED = ("confirmed", "inducted", "started", "completed")


@dataclass(frozen=True, slots=True)
class PersonalRota:
    """The shifts of one placement, and what they came from."""

    pattern: AnyShiftPattern | None
    changes: dict[date, Change]
    shifts: list[Shift]
    born_on: date | None


async def load_rotas(session: AsyncSession, placements: Sequence[Placement]) -> dict[UUID, PersonalRota]:
    """By the id of the placement."""
    facts = (
        select(
            Placement.id,
            Setting.shift_pattern,
            Setting.sector,
            Programme.learning_days,
            Apprentice.date_of_birth,
        )
        .outerjoin(
            Setting, and_(Setting.partnership_id == Placement.partnership_id, Setting.id == Placement.setting_id)
        )
        .outerjoin(Cohort, and_(Cohort.partnership_id == Placement.partnership_id, Cohort.id == Placement.cohort_id))
        .outerjoin(
            Programme, and_(Programme.partnership_id == Cohort.partnership_id, Programme.id == Cohort.programme_id)
        )
        .outerjoin(
            Apprentice,
            and_(
                Apprentice.partnership_id == Placement.partnership_id,
                Apprentice.enrolment_id == Placement.enrolment_id,
            ),
        )
        .where(Placement.id.in_([each.id for each in placements]))
    )
    by_id = {row.id: row for row in await session.execute(facts)}
    changes = await _changes(session, placements)
    rotas = {}
    for each in placements:
        row = by_id[each.id]
        pattern = _PATTERN.validate_python(row.shift_pattern) if row.shift_pattern else None
        learning = _LEARNING.validate_python(row.learning_days or [])
        shifts = generate_shifts(pattern, learning, row.sector or "", each.starts_on, each.ends_on)
        own = changes[each.id]
        rotas[each.id] = PersonalRota(pattern, own, with_changes(shifts, own), row.date_of_birth)
    return rotas


async def _changes(session: AsyncSession, placements: Sequence[Placement]) -> dict[UUID, dict[date, Change]]:
    changes: dict[UUID, dict[date, Change]] = {each.id: {} for each in placements}
    query = select(RotaAdjustment).where(RotaAdjustment.placement_id.in_(list(changes)))
    for row in await session.scalars(query.order_by(RotaAdjustment.day)):
        changes[row.placement_id][row.day] = Change(row.starts_at, row.ends_at, row.break_minutes, row.note)
    return changes


async def worked_placements(
    session: AsyncSession, principal: Principal, first: date, last: date, organisation_id: UUID | None
) -> Sequence[Placement]:
    """Those of the principal's that are certain, or were, and touch the days."""
    query = visible_to(principal).where(
        Placement.starts_on <= last, Placement.ends_on >= first, Placement.state.in_(_WORKED)
    )
    if organisation_id is not None:
        query = query.where(Placement.organisation_id == organisation_id)
    return (await session.scalars(query.order_by(Placement.id))).all()
