"""Settings of portfolio-api."""

from pydantic import SecretStr

from service_common.settings import ServiceName, ServiceSettings


class PortfolioSettings(ServiceSettings):
    service: ServiceName = "portfolio"


EXAMPLE = PortfolioSettings(service_database_url=SecretStr("postgresql://localhost/crossway_portfolio"))
"""Enough to make the application and describe it; nothing is connected to."""
