"""Settings of the sample service."""

from pydantic import SecretStr

from service_common.settings import ServiceName, ServiceSettings


class SampleSettings(ServiceSettings):
    service: ServiceName = "placements"


EXAMPLE = SampleSettings(service_database_url=SecretStr("postgresql://localhost/sample"))
