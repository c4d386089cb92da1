"""Putting together what an apprentice reads of their own placements."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.facts import PlanningFacts
from placements_api.car_journeys.kept import kept_minutes
from placements_api.car_journeys.models import CarJourneys
from placements_api.car_journeys.queries import find_car_journeys
from placements_api.feedback.queries import placements_with_feedback
from placements_api.feedback.schemas import FeedbackSide
from placements_api.host_settings.models import Setting
from placements_api.own_placements.schemas import Journey, OwnPlacement, OwnPlacements
from placements_api.placements.life import UNDER_WAY, State
from placements_api.placements.models import Placement
from placements_api.placements.queries import find_planning_facts, own_placements, summaries
from placements_api.travel.estimate import (
    NO_WAY,
    Point,
    TravelMeans,
    by_car,
    by_public_transport,
    cycling,
    road_km,
    walking,
)
from placements_api.travel.routing import TravelSource
from service_common.auth import Principal


async def describe_own_placements(session: AsyncSession, principal: Principal) -> OwnPlacements:
    placements = await own_placements(session, principal)
    facts = await summaries(session, placements)
    said = await placements_with_feedback(session, placements, FeedbackSide.APPRENTICE)
    settings = await _settings(session, placements)
    planning = await find_planning_facts(session, placements)
    driven = await find_car_journeys(session, principal.partnership_id, {each.learner_id for each in placements})
    items = []
    for each in placements:
        setting = settings.get(each.setting_id) if each.setting_id else None
        person = PlanningFacts.model_validate(planning.get(each.enrolment_id) or {})
        position = _point(setting.latitude, setting.longitude) if setting else None
        items.append(
            OwnPlacement.model_validate(
                facts[each.id]
                | {
                    "postcode": setting.postcode if setting else None,
                    "position": {"latitude": position[0], "longitude": position[1]} if position else None,
                    "journeys": _journeys(person, position, each.learner_id, driven),
                    "feedback_wanted": State(each.state) in UNDER_WAY and each.id not in said,
                }
            )
        )
    return OwnPlacements(items=items)


async def _settings(session: AsyncSession, placements: Sequence[Placement]) -> dict[UUID, Any]:
    ids = {each.setting_id for each in placements if each.setting_id is not None}
    query = select(Setting.id, Setting.postcode, Setting.latitude, Setting.longitude).where(Setting.id.in_(ids))
    return {row.id: row for row in await session.execute(query)}


def _journeys(
    person: PlanningFacts, position: Point | None, learner_id: UUID, driven: Mapping[UUID, CarJourneys]
) -> list[Journey]:
    """By each means that they have, and on foot or by bicycle where that is near enough."""
    at_home = person.home_position
    home = _point(at_home.latitude, at_home.longitude) if at_home else None
    if home is None or position is None:
        return []
    road = road_km([home], [position])
    found = [
        (TravelMeans.WALKING, int(walking(road)[0, 0]), TravelSource.ESTIMATE),
        (TravelMeans.CYCLING, int(cycling(road)[0, 0]), TravelSource.ESTIMATE),
    ]
    if TravelMeans.PUBLIC_TRANSPORT in person.travel_means:
        found.append((TravelMeans.PUBLIC_TRANSPORT, int(by_public_transport(road)[0, 0]), TravelSource.ESTIMATE))
    if TravelMeans.CAR in person.travel_means:
        [minutes] = kept_minutes(driven.get(learner_id), learner_id, home, [position])
        if minutes is None:
            found.append((TravelMeans.CAR, int(by_car(road)[0, 0]), TravelSource.ESTIMATE))
        else:
            found.append((TravelMeans.CAR, minutes, TravelSource.ROUTING_SERVICE))
    journeys = [Journey(means=means, minutes=minutes, source=source) for means, minutes, source in found]
    return sorted((each for each in journeys if each.minutes != NO_WAY), key=lambda each: each.minutes)


def _point(latitude: float | None, longitude: float | None) -> Point | None:
    return None if latitude is None or longitude is None else (latitude, longitude)
