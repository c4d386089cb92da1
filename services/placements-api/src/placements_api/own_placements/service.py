"""Putting together what an apprentice reads of their own placements."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.facts import PlanningFacts
from placements_api.feedback.queries import placements_with_feedback
from placements_api.feedback.schemas import FeedbackSide
from placements_api.host_settings.models import Setting
from placements_api.own_placements.schemas import Journey, OwnPlacement, OwnPlacements
from placements_api.placements.life import UNDER_WAY, State
from placements_api.placements.models import Placement
from placements_api.placements.queries import find_planning_facts, own_placements, summaries
from placements_api.travel.estimate import NO_WAY, Point, TravelMeans, by_public_transport, cycling, road_km, walking
from placements_api.travel.routing import TravelSource, travel_minutes
from service_common.auth import Principal


async def describe_own_placements(
    session: AsyncSession, principal: Principal, http: httpx.AsyncClient, routing_url: str
) -> OwnPlacements:
    placements = await own_placements(session, principal)
    facts = await summaries(session, placements)
    said = await placements_with_feedback(session, placements, FeedbackSide.APPRENTICE)
    settings = await _settings(session, placements)
    planning = await find_planning_facts(session, placements)
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
                    "journeys": await _journeys(http, routing_url, person, position),
                    "feedback_wanted": State(each.state) in UNDER_WAY and each.id not in said,
                }
            )
        )
    return OwnPlacements(items=items)


async def _settings(session: AsyncSession, placements: Sequence[Placement]) -> dict[UUID, Any]:
    ids = {each.setting_id for each in placements if each.setting_id is not None}
    query = select(Setting.id, Setting.postcode, Setting.latitude, Setting.longitude).where(Setting.id.in_(ids))
    return {row.id: row for row in await session.execute(query)}


async def _journeys(
    http: httpx.AsyncClient, routing_url: str, person: PlanningFacts, position: Point | None
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
        minutes = int(by_public_transport(road)[0, 0])
        found.append((TravelMeans.PUBLIC_TRANSPORT, minutes, TravelSource.ESTIMATE))
    if TravelMeans.CAR in person.travel_means:
        travel = await travel_minutes(http, routing_url, [home], [position], [{TravelMeans.CAR}])
        found.append((TravelMeans.CAR, int(travel.minutes[0, 0]), travel.source))
    journeys = [Journey(means=means, minutes=minutes, source=source) for means, minutes, source in found]
    return sorted((each for each in journeys if each.minutes != NO_WAY), key=lambda each: each.minutes)


def _point(latitude: float | None, longitude: float | None) -> Point | None:
    return None if latitude is None or longitude is None else (latitude, longitude)
