"""Writes `.env` for docker-compose.yml: passwords and secrets, made once, readable by their owner only."""

import secrets

from crossway_local.checkout import CHECKOUT
from crossway_local.secret_store import SERVICES, write_private

FILE = CHECKOUT / ".env"
REST = """
# Required: where mails go out.
CROSSWAY_SMTP_URL=

# To answer the world by HTTPS under a name of your own:
# CROSSWAY_HOST=crossway.example.org
# CROSSWAY_PUBLIC_ORIGIN=https://crossway.example.org
# CROSSWAY_ADDRESS=0.0.0.0
# CROSSWAY_HTTP=80
# CROSSWAY_HTTPS=443
"""


def secret_names() -> list[str]:
    """Everything secret that docker-compose.yml asks for."""
    services = [name.upper() for name in SERVICES]
    return [
        "CROSSWAY_ADMINISTRATOR_PASSWORD",
        "CROSSWAY_KEY_ENCRYPTION_SECRET",
        *(f"CROSSWAY_{service}_PASSWORD" for service in services),
        *(f"CROSSWAY_{service}_CLIENT_SECRET" for service in services),
    ]


def write_container_secrets() -> str:
    """Make the file unless it is there; says in words what was done."""
    if FILE.exists():
        return f"{FILE.name} is there already and was left as it is."
    lines = [f"{name}={secrets.token_urlsafe(32)}" for name in secret_names()]
    write_private(FILE, "\n".join(lines) + "\n" + REST)
    return f"Wrote {FILE.name}; set CROSSWAY_SMTP_URL in it, then: docker compose up --build --detach"
