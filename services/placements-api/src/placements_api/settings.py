"""Settings of placements-api."""

from pydantic import SecretStr

from service_common.settings import ServiceName, ServiceSettings


class PlacementsSettings(ServiceSettings):
    service: ServiceName = "placements"


EXAMPLE = PlacementsSettings(service_database_url=SecretStr("postgresql://localhost/crossway_placements"))
"""Enough to make the application and describe it; nothing is connected to."""
