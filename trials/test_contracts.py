"""The services keep to their OpenAPI files: schemathesis asks them everything that the files allow, and what not."""

import json
import os
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from crossway_local.checkout import CHECKOUT
from crossway_local.programs import VENV_BIN, inherited_environment
from crossway_local.secret_store import SERVICES, Secrets
from crossway_local.trial import RunningStack

EMAIL = "contracts@crossway.example.org"
PASSWORD = "granite-willow-harbour"
CONFIGURATION = Path(__file__).with_name("contracts") / "schemathesis.toml"


@pytest.fixture(scope="module")
def environment(stack: RunningStack) -> dict[str, str]:
    """What the hooks of schemathesis are told: somebody who may do everything, in a partnership of their own."""
    partnership_id = str(uuid4())
    document = {
        "partnerships": [{"key": "contracts", "name": "Contracts", "id": partnership_id}],
        "accounts": [
            {
                "email": EMAIL,
                "display_name": "Robin Example",
                "password": PASSWORD,
                "memberships": [{"partnership": "contracts", "roles": ["coordinator", "administrator"]}],
            }
        ],
    }
    subprocess.run(
        [sys.executable, "-m", "identity_api.manage", "provision", "--file", "-"],
        input=json.dumps(document),
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
        env={
            **inherited_environment(),
            "CROSSWAY_SERVICE_DATABASE_URL": stack.databases["identity"],
            "CROSSWAY_KEY_ENCRYPTION_SECRET": Secrets.load(stack.state.secrets).key_encryption,
        },
    )
    return {
        **os.environ,
        "PYTHONPATH": str(CHECKOUT),
        "TRIAL_IDENTITY": stack.services["identity"],
        "TRIAL_ORIGIN": stack.address,
        "TRIAL_EMAIL": EMAIL,
        "TRIAL_PASSWORD": PASSWORD,
        "TRIAL_PARTNERSHIP": partnership_id,
        "TRIAL_SECRET": Secrets.load(stack.state.secrets).clients["identity"],
    }


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_keeps_to_its_openapi_file(service: str, stack: RunningStack, environment: dict[str, str]) -> None:
    file = CHECKOUT / "services" / f"{service}-api" / "openapi.json"
    done = subprocess.run(
        [VENV_BIN / "schemathesis", "--config-file", CONFIGURATION, "run", file, "--url", stack.services[service]],
        env={**environment, "TRIAL_SERVICE": service},
        cwd=CHECKOUT,
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
