"""Every SELECT of journeys by car, and of the people and places that they are between."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Row, and_, func, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.facts import PlanningFacts
from placements_api.apprentices.models import Apprentice
from placements_api.car_journeys.kept import mark_of_place
from placements_api.car_journeys.models import CarJourneys
from placements_api.host_settings.models import Setting
from placements_api.programmes.queries import ENROLLED
from placements_api.travel.estimate import Point, TravelMeans


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose journeys are asked about: all of the partnership, some learners, or a cohort."""

    learner_ids: Collection[UUID] | None = None
    cohort_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Driver:
    """An enrolled apprentice with a car, and where they live."""

    learner_id: UUID
    home: Point


DRIVES = and_(
    Apprentice.state.in_(ENROLLED),
    Apprentice.planning["travel_means"].contains([TravelMeans.CAR.value]),
    func.jsonb_typeof(Apprentice.planning["home_position"]) == "object",
)


async def find_car_journeys(
    session: AsyncSession, partnership_id: UUID | None, learner_ids: Collection[UUID]
) -> Mapping[UUID, CarJourneys]:
    """By learner. Nobody has any while no routing service was asked."""
    rows = await session.scalars(
        select(CarJourneys).where(CarJourneys.partnership_id == partnership_id, CarJourneys.learner_id.in_(learner_ids))
    )
    return {row.learner_id: row for row in rows}


async def list_drivers(
    session: AsyncSession, partnership_id: UUID, asked: Asked, after: UUID | None, at_most: int
) -> list[Driver]:
    """By id, those after a learner."""
    query = (
        select(Apprentice.learner_id, Apprentice.planning)
        .ext(distinct_on(Apprentice.learner_id))
        .where(Apprentice.partnership_id == partnership_id, DRIVES)
    )
    if asked.learner_ids is not None:
        query = query.where(Apprentice.learner_id.in_(asked.learner_ids))
    if asked.cohort_id is not None:
        query = query.where(Apprentice.cohort_id == asked.cohort_id)
    if after is not None:
        query = query.where(Apprentice.learner_id > after)
    rows = await session.execute(query.order_by(Apprentice.learner_id).limit(at_most))
    return [driver for row in rows if (driver := _driver(row)) is not None]


def _driver(row: Row[tuple[UUID, dict[str, object] | None]]) -> Driver | None:
    home = PlanningFacts.model_validate(row.planning).home_position
    return None if home is None else Driver(row.learner_id, (home.latitude, home.longitude))


async def list_positions(session: AsyncSession, partnership_id: UUID) -> dict[str, Point]:
    """Where the partnership's settings are, by mark."""
    rows = await session.execute(
        select(Setting.latitude, Setting.longitude).where(
            Setting.partnership_id == partnership_id, Setting.latitude.is_not(None), Setting.longitude.is_not(None)
        )
    )
    return {mark_of_place((row.latitude, row.longitude)): (row.latitude, row.longitude) for row in rows}
