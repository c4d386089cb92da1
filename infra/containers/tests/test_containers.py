"""What can be known of the containers without an engine to run them."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from crossway_local import programs
from crossway_local.checkout import CADDYFILE, CHECKOUT, State
from crossway_local.container_secrets import secret_names
from crossway_local.secret_store import SERVICES, Secrets

COMPOSE = CHECKOUT / "docker-compose.yml"
DOCKERFILES = sorted((CHECKOUT / "infra" / "containers").glob("*.Dockerfile"))
ONLY_FOR_ONE_MACHINE = {"CROSSWAY_MAIL_FOLDER"}  # containers send mails by SMTP


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    parsed: dict[str, Any] = yaml.safe_load(COMPOSE.read_text())["services"]
    return parsed


def test_every_process_of_one_machine_has_its_container(services: dict[str, Any]) -> None:
    parts = {f"{service}-{part}" for service in SERVICES for part in ("api", "worker", "schema")}
    assert set(services) == {*parts, "postgres", "gateway"}


def test_every_container_is_hardened(services: dict[str, Any]) -> None:
    for name, service in services.items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert "healthcheck" in service or name.endswith("-api") or name == "gateway", name  # those bring their own


def test_only_the_gateway_is_reachable_from_outside(services: dict[str, Any]) -> None:
    assert [name for name, service in services.items() if "ports" in service] == ["gateway"]
    assert all(port.startswith("${CROSSWAY_ADDRESS:-127.0.0.1}:") for port in services["gateway"]["ports"])
    assert services["postgres"]["networks"] == ["inside"]


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_is_told_the_same_as_on_one_machine(services: dict[str, Any], service: str) -> None:
    ports = dict.fromkeys([*SERVICES, "gateway"], 1)
    surroundings = programs.Surroundings(State(Path()), Secrets.new(), "postgresql://a:b@c:1/d", ports)
    here = {name for name in surroundings.environment(service) if name.startswith("CROSSWAY_")} - ONLY_FOR_ONE_MACHINE
    for part in ("api", "worker"):
        assert here <= set(services[f"{service}-{part}"]["environment"]), part


def test_the_gateway_is_told_all_that_its_configuration_asks_for(services: dict[str, Any]) -> None:
    asked = set(re.findall(r"\{\$(\w+)", CADDYFILE.read_text()))
    image = (CHECKOUT / "infra" / "containers" / "gateway.Dockerfile").read_text()
    told = {*services["gateway"]["environment"], *re.findall(r"CROSSWAY_\w+(?==)", image)}
    assert asked - {"CROSSWAY_BIND"} == told


def test_make_env_writes_every_secret_that_is_asked_for() -> None:
    asked = set(re.findall(r"\$\{(\w+):\?", COMPOSE.read_text()))
    assert asked == {*secret_names(), "CROSSWAY_SMTP_URL"}


@pytest.mark.parametrize("dockerfile", DOCKERFILES, ids=lambda path: path.name)
def test_dockerfiles_pass_the_linter_and_drop_root(dockerfile: Path) -> None:
    hadolint = subprocess.run([programs.VENV_BIN / "hadolint", dockerfile], capture_output=True, text=True, check=False)
    assert hadolint.stdout == ""
    assert hadolint.returncode == 0
    last_stage = dockerfile.read_text().rpartition("\nFROM ")[2]
    assert "\nUSER 10001:10001\n" in last_stage
    assert "\nHEALTHCHECK " in last_stage


def test_what_the_images_copy_is_let_through_and_nothing_secret_is() -> None:
    let_through = [line[1:] for line in (CHECKOUT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    copied = [
        source
        for dockerfile in DOCKERFILES
        for sources in re.findall(r"^COPY (?!--from)(.+) \S+$", dockerfile.read_text(), re.MULTILINE)
        for source in sources.split()
    ]
    assert copied
    for source in copied:
        assert any(source == allowed or source.startswith(f"{allowed}/") for allowed in let_through), source
    assert not {".env", ".local", ".git", ".venv"} & set(let_through)
