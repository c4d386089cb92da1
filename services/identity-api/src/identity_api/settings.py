"""Settings of identity-api."""

from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, model_validator

from service_common.settings import ServiceName, ServiceSettings

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})


class IdentitySettings(ServiceSettings):
    service: ServiceName = "identity"
    service_client_secrets: dict[str, SecretStr] = Field(default={})
    """Client id of each of our own services, such as `placements-api`, and its secret at the token endpoint."""
    key_encryption_secret: SecretStr = SecretStr("")
    """Encrypts private keys and queued mails at rest; at least 32 characters. May be empty in demonstration mode."""
    mail_folder: Path | None = None
    """Where mails are written as `.eml` files while no `smtp_url` is set."""
    smtp_url: SecretStr | None = None
    """`smtp://user:password@host:587` (STARTTLS, except to this machine) or `smtps://...:465`."""
    mail_from: str = "Crossway <no-reply@crossway.example.org>"
    argon2_memory_kib: int = Field(default=64 * 1024, ge=8)
    argon2_passes: int = Field(default=3, ge=1)

    @property
    def cookie_is_secure(self) -> bool:
        """False only for plain HTTP on this machine, where browsers refuse `__Host-` cookies."""
        return urlsplit(self.public_origin).scheme == "https"

    @model_validator(mode="after")
    def _refuse_what_is_not_safe(self) -> Self:
        if not self.cookie_is_secure and urlsplit(self.public_origin).hostname not in LOOPBACK_HOSTS:
            raise ValueError("CROSSWAY_PUBLIC_ORIGIN must be https:// unless it is this machine")
        if not self.demonstration and len(self.key_encryption_secret.get_secret_value()) < 32:
            raise ValueError("CROSSWAY_KEY_ENCRYPTION_SECRET must be set to at least 32 random characters")
        return self


EXAMPLE = IdentitySettings(
    service_database_url=SecretStr("postgresql://localhost/crossway_identity"), demonstration=True
)
"""Enough to make the application and describe it; nothing is connected to."""
