"""What an apprentice reads of their own placements."""

from pydantic import Field

from placements_api.host_settings.schemas import Position
from placements_api.placements.schemas import PlacementSummary
from placements_api.travel.estimate import TravelMeans
from placements_api.travel.routing import TravelSource
from service_common.types import Output


class Journey(Output):
    """One way from home to the setting."""

    means: TravelMeans
    minutes: int
    source: TravelSource = Field(description="An estimate from the two positions, or what a routing service says.")


class OwnPlacement(PlacementSummary):
    postcode: str | None = Field(description="Of the setting.")
    position: Position | None
    journeys: list[Journey] = Field(description="Quickest first; empty where a position is not known.")
    feedback_wanted: bool = Field(description="It has begun, and the apprentice has not said yet how it is.")


class OwnPlacements(Output):
    """By their first day; those declined or withdrawn are left out."""

    items: list[OwnPlacement]
