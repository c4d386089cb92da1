"""Every SELECT for planning a cohort: what is on record, in plain rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.car_journeys.models import CarJourneys
from placements_api.car_journeys.queries import find_car_journeys
from placements_api.exclusions.models import Exclusion
from placements_api.host_settings.models import Setting, SettingCapacity, SettingClosure
from placements_api.organisations.models import Organisation
from placements_api.placements.life import OVER_FOR_THE_PLAN, UNDER_WAY
from placements_api.placements.models import Placement
from placements_api.planning_settings.models import PlanningSettings
from placements_api.planning_settings.schemas import PlanningWishes
from placements_api.programmes.models import Cohort, Programme
from placements_api.programmes.queries import ENROLLED
from placements_api.requirements.missing import MISSING, MissingCriteria
from placements_api.requirements.models import Requirement

Stretch = tuple[date, date]
RowT = TypeVar("RowT", SettingCapacity, SettingClosure)


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything on record that a plan of the cohort depends on. People are in the order of their names.

    `driven`: by learner, journeys by car that a routing service gave. `others`: days of other cohorts' placements by
    setting. `under_way`: what has started of this cohort, by enrolment and block; None is at home.
    """

    cohort: Cohort
    programme: Programme
    wishes: PlanningWishes
    people: Sequence[Apprentice]
    settings: Sequence[Setting]
    organisations: Mapping[UUID, str]
    missing: Mapping[UUID, Sequence[MissingCriteria]]
    exclusions: Sequence[Exclusion]
    driven: Mapping[UUID, CarJourneys]
    periods: Mapping[UUID, Sequence[SettingCapacity]]
    closures: Mapping[UUID, Sequence[SettingClosure]]
    others: Mapping[UUID, Sequence[Stretch]]
    under_way: Mapping[tuple[UUID, int], UUID | None]


async def load_sources(session: AsyncSession, partnership_id: UUID | None, cohort: Cohort) -> Sources | None:
    """None while the programme is not known here."""
    programme = await session.scalar(
        select(Programme).where(Programme.partnership_id == partnership_id, Programme.id == cohort.programme_id)
    )
    if programme is None:
        return None
    wishes = await session.scalar(
        select(PlanningSettings.wishes).where(
            PlanningSettings.partnership_id == partnership_id, PlanningSettings.programme_id == programme.id
        )
    )
    people = await session.scalars(
        select(Apprentice)
        .where(
            Apprentice.partnership_id == partnership_id,
            Apprentice.cohort_id == cohort.id,
            Apprentice.state.in_(ENROLLED),
        )
        .order_by(Apprentice.family_name, Apprentice.given_names, Apprentice.enrolment_id)
    )
    found = people.all()
    learner_ids = [person.learner_id for person in found]
    settings = await session.scalars(
        select(Setting).where(Setting.partnership_id == partnership_id).order_by(Setting.name, Setting.id)
    )
    organisations = await session.execute(
        select(Organisation.id, Organisation.name).where(Organisation.partnership_id == partnership_id)
    )
    exclusions = await session.scalars(
        select(Exclusion).where(Exclusion.partnership_id == partnership_id, Exclusion.learner_id.in_(learner_ids))
    )
    others, under_way = await _commitments(session, partnership_id, cohort)
    return Sources(
        cohort=cohort,
        programme=programme,
        wishes=PlanningWishes() if wishes is None else PlanningWishes.model_validate(wishes),
        people=found,
        settings=settings.all(),
        organisations={row.id: row.name for row in organisations},
        missing=await _missing(session, partnership_id, learner_ids),
        exclusions=exclusions.all(),
        driven=await find_car_journeys(session, partnership_id, learner_ids),
        periods=await _by_setting(session, partnership_id, SettingCapacity),
        closures=await _by_setting(session, partnership_id, SettingClosure),
        others=others,
        under_way=under_way,
    )


async def _missing(
    session: AsyncSession, partnership_id: UUID | None, learner_ids: Sequence[UUID]
) -> dict[UUID, list[MissingCriteria]]:
    rows = await session.execute(
        select(Requirement.learner_id, Requirement.missing).where(
            Requirement.partnership_id == partnership_id, Requirement.learner_id.in_(learner_ids)
        )
    )
    return {row.learner_id: MISSING.validate_python(row.missing) for row in rows}


async def _by_setting(session: AsyncSession, partnership_id: UUID | None, table: type[RowT]) -> dict[UUID, list[RowT]]:
    grouped: dict[UUID, list[RowT]] = {}
    for row in await session.scalars(select(table).where(table.partnership_id == partnership_id)):
        grouped.setdefault(row.setting_id, []).append(row)
    return grouped


async def _commitments(
    session: AsyncSession, partnership_id: UUID | None, cohort: Cohort
) -> tuple[dict[UUID, list[Stretch]], dict[tuple[UUID, int], UUID | None]]:
    columns = (
        Placement.cohort_id,
        Placement.enrolment_id,
        Placement.block,
        Placement.setting_id,
        Placement.starts_on,
        Placement.ends_on,
        Placement.state,
    )
    rows = await session.execute(
        select(*columns).where(
            Placement.partnership_id == partnership_id,
            Placement.ends_on >= cohort.starts_on,
            Placement.state.not_in(OVER_FOR_THE_PLAN),
        )
    )
    others: dict[UUID, list[Stretch]] = {}
    under_way: dict[tuple[UUID, int], UUID | None] = {}
    for row in rows:
        if row.cohort_id != cohort.id:
            if row.setting_id is not None:
                others.setdefault(row.setting_id, []).append((row.starts_on, row.ends_on))
        elif row.state in UNDER_WAY:
            under_way[row.enrolment_id, row.block] = row.setting_id
    return others, under_way
