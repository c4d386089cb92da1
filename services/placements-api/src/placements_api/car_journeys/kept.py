"""What is kept of journeys, and whether it still holds. Pure."""

from collections.abc import Sequence
from hashlib import blake2b
from uuid import UUID

from placements_api.car_journeys.models import CarJourneys
from placements_api.travel.estimate import Point


def mark_of_home(learner_id: UUID, home: Point) -> str:
    """Says only whether the learner still lives there: two people of one house have different ones."""
    return blake2b(mark_of_place(home).encode(), key=learner_id.bytes, digest_size=16).hexdigest()


def mark_of_place(place: Point) -> str:
    """To about a tenth of a metre."""
    latitude, longitude = place
    return f"{latitude:.6f},{longitude:.6f}"


def kept_minutes(
    journeys: CarJourneys | None, learner_id: UUID, home: Point, places: Sequence[Point | None]
) -> list[int | None]:
    """From this home to each place: `NO_WAY` where there is no road, None where nothing is kept."""
    if journeys is None or journeys.home != mark_of_home(learner_id, home):
        return [None] * len(places)
    return [None if place is None else journeys.minutes.get(mark_of_place(place)) for place in places]
