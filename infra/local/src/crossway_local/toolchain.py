"""Gets uv and the Python packages into the checkout. Only the standard library is there yet."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from crossway_local.checkout import CHECKOUT, LOCAL
from crossway_local.steps import StepFailed, run_step

UV_VERSION = "0.13.9"
OLDEST_UV = (0, 13)
TOOLS = LOCAL / "tools"
VENV_PYTHON = CHECKOUT / ".venv" / "bin" / "python"
OFFLINE_HINT = (
    "Packages come from the Python and npm registries: check the connection (or the proxy and mirror settings\n"
    "of pip, uv and npm), then run the same command again. What was fetched is kept."
)


def uv_version(text: str) -> tuple[int, ...]:
    """The version in the words of `uv --version`; () when there is none."""
    found = re.search(r"(\d+)\.(\d+)\.(\d+)", text)
    return tuple(int(part) for part in found.groups()) if found else ()


def find_uv() -> Path | None:
    """A uv that can read our lock file: one on PATH, else the one that we installed."""
    on_path = shutil.which("uv")
    for candidate in filter(None, [on_path, str(TOOLS / "bin" / "uv")]):
        if Path(candidate).exists():
            answer = subprocess.run([candidate, "--version"], capture_output=True, text=True, check=False)
            if uv_version(answer.stdout) >= OLDEST_UV:
                return Path(candidate)
    return None


def install_uv() -> Path:
    """Install the pinned uv into the checkout. Raises StepFailed, saying what is missing."""
    has_venv, has_pip = (importlib.util.find_spec(name) is not None for name in ("ensurepip", "pip"))
    log = LOCAL / "logs" / "uv-install.log"
    install = ["-m", "pip", "install", "--disable-pip-version-check", f"uv=={UV_VERSION}"]
    if has_venv:
        run_step("Place for tools", [sys.executable, "-m", "venv", "--clear", TOOLS], log=log, folder=CHECKOUT)
        command: list[str | Path] = [TOOLS / "bin" / "python", *install]
    elif has_pip:
        command = [sys.executable, *install, "--target", TOOLS]
    else:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise StepFailed(
            f"This Python ({sys.executable}) has neither pip nor ensurepip, so nothing can be installed with it.\n"
            f"On Debian or Ubuntu: apt-get install python{version}-venv. Elsewhere install pip, or uv, and run again."
        )
    run_step(f"uv {UV_VERSION}", command, log=log, folder=CHECKOUT, hint=OFFLINE_HINT)
    return TOOLS / "bin" / "uv"


def sync() -> None:
    """Bring `.venv` to what the lock file says. Raises StepFailed."""
    uv = find_uv() or install_uv()
    run_step(
        "Python packages",
        [uv, "sync", "--locked", "--python", sys.executable],
        log=LOCAL / "logs" / "uv-sync.log",
        folder=CHECKOUT,
        environment=uv_environment(),
        hint=OFFLINE_HINT,
    )


def lock_packages() -> None:
    """Resolve anew what pyproject.toml allows. Raises StepFailed."""
    uv = find_uv() or install_uv()
    command: list[str | Path] = [uv, "lock", "--upgrade", "--python", sys.executable]
    log = LOCAL / "logs" / "uv-lock.log"
    run_step("Resolving", command, log=log, folder=CHECKOUT, environment=uv_environment(), hint=OFFLINE_HINT)


def uv_environment() -> dict[str, str]:
    """Ours, without an activated virtual environment, and with no Python fetched from elsewhere."""
    kept = {name: value for name, value in os.environ.items() if name not in {"VIRTUAL_ENV", "PYTHONHOME"}}
    return {**kept, "UV_PYTHON_DOWNLOADS": "never", "UV_NO_PROGRESS": "1", "UV_PROJECT_ENVIRONMENT": ".venv"}
