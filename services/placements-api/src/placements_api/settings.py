"""Settings of placements-api."""

from pydantic import SecretStr

from service_common.settings import ServiceName, ServiceSettings


class PlacementsSettings(ServiceSettings):
    service: ServiceName = "placements"
    routing_url: str = ""
    """Address of a routing service with OSRM's table interface, which the worker asks for journeys by car; empty: all
    journeys are estimated."""


EXAMPLE = PlacementsSettings(service_database_url=SecretStr("postgresql://localhost/crossway_placements"))
"""Enough to make the application and describe it; nothing is connected to."""
