"""The settings that every service has, read from `CROSSWAY_*` environment variables."""

from typing import Literal

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ServiceName = Literal["identity", "learners", "placements", "portfolio"]


class ServiceSettings(BaseSettings):
    """What a process needs to know of its surroundings; each service subclasses it and sets `service`."""

    model_config = SettingsConfigDict(env_prefix="CROSSWAY_", frozen=True, extra="ignore")

    service: ServiceName
    service_database_url: SecretStr
    """`postgresql://role:password@host:port/database` of a role that row-level security binds."""
    database_connections: int = 10
    public_origin: str = "http://127.0.0.1:8080"
    """Scheme, host and port under which a browser sees the gateway; no trailing slash."""
    identity_url: str = "http://127.0.0.1:8001"
    learners_url: str = "http://127.0.0.1:8002"
    placements_url: str = "http://127.0.0.1:8003"
    portfolio_url: str = "http://127.0.0.1:8004"
    service_client_secret: SecretStr = SecretStr("")
    """This service's secret at identity's token endpoint; its client id is `<service>-api`."""
    demonstration: bool = False
    log_format: Literal["json", "console"] = "json"
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @property
    def client_id(self) -> str:
        return f"{self.service}-api"

    @property
    def base_path(self) -> str:
        return f"/api/{self.service}/v1"

    def upstream_url(self, service: ServiceName) -> str:
        urls = {
            "identity": self.identity_url,
            "learners": self.learners_url,
            "placements": self.placements_url,
            "portfolio": self.portfolio_url,
        }
        return urls[service]
