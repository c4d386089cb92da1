"""Settings of learners-api."""

from pydantic import SecretStr

from service_common.settings import ServiceName, ServiceSettings


class LearnersSettings(ServiceSettings):
    service: ServiceName = "learners"


EXAMPLE = LearnersSettings(service_database_url=SecretStr("postgresql://localhost/crossway_learners"))
"""Enough to make the application and describe it; nothing is connected to."""
