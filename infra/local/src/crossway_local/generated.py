"""The committed files that are made from code: each service's OpenAPI file and the web client's types."""

import sys
from pathlib import Path

from crossway_local import web_client
from crossway_local.checkout import CHECKOUT, FRONTEND, LOCAL
from crossway_local.secret_store import SERVICES
from crossway_local.steps import run_step

PATTERNS = ("services/*-api/openapi.json", "frontend/src/api/*.gen.ts")


def generated_files() -> dict[Path, bytes]:
    """What is there now, by path."""
    return {path: path.read_bytes() for pattern in PATTERNS for path in sorted(CHECKOUT.glob(pattern))}


def generate() -> None:
    """Write them all anew. Raises StepFailed."""
    for service in SERVICES:
        file = CHECKOUT / "services" / f"{service}-api" / "openapi.json"
        run_step(
            f"OpenAPI file of {service}",
            [sys.executable, "-m", "service_common.openapi", f"{service}_api", file],
            log=LOCAL / "logs" / f"openapi-{service}.log",
            folder=CHECKOUT,
        )
    web_client.install_packages()
    run_step(
        "Types of the web client",
        ["npm", "run", "--silent", "generate"],
        log=LOCAL / "logs" / "openapi-types.log",
        folder=FRONTEND,
        environment=web_client.node_environment(),
    )


def outdated() -> list[Path]:
    """The files that differ from what the code would give; all are left as they were. Raises StepFailed."""
    before = generated_files()
    try:
        generate()
        after = generated_files()
    finally:
        for path, content in before.items():
            if not path.exists() or path.read_bytes() != content:
                path.write_bytes(content)
    for path in after.keys() - before.keys():
        path.unlink()
    return [path.relative_to(CHECKOUT) for path in sorted(after) if before.get(path) != after[path]]
