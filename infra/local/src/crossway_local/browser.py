"""Finds a Chromium for the end-to-end tests, or gets one."""

import os
import platform
import shutil
import subprocess
from pathlib import Path

from crossway_local.checkout import CHECKOUT, LOCAL
from crossway_local.steps import StepFailed, run_step
from crossway_local.toolchain import OFFLINE_HINT
from crossway_local.web_client import node_environment

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = tuple(
    Path("/Applications") / name
    for name in ("Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium")
)
PACKED = CHECKOUT / "infra" / "local" / "browser"
UNPACKED = LOCAL / "browser"
WRAPPER = """#!/bin/sh
# The packed build brings its own libraries and fonts, and cannot start helper processes in the usual way.
export LD_LIBRARY_PATH="{folder}/al2023/lib" FONTCONFIG_FILE="{folder}/fonts.conf"
exec "{folder}/chromium" --no-sandbox --no-zygote --in-process-gpu "$@"
"""
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>{folder}/fonts-cache</cachedir></fontconfig>
"""


def chromium() -> Path:
    """An installed Chromium or Chrome, else Debian's where we may install it, else the packed one of npm.

    `CROSSWAY_CHROMIUM` names another. Raises StepFailed.
    """
    named = os.environ.get("CROSSWAY_CHROMIUM")
    if named:
        return Path(named)
    return installed() or _from_debian() or _from_npm()


def installed() -> Path | None:
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return Path(on_path) if on_path else next((path for path in APPLICATIONS if path.exists()), None)


def _from_debian() -> Path | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # As root throughout: apt's own unprivileged account cannot work where only root may write to /tmp.
    apt = "apt-get -q -o APT::Sandbox::User=root"
    install = f"{apt} update && {apt} install -y --no-install-recommends chromium"
    try:
        run_step(
            "Chromium from Debian",
            ["sh", "-c", install],
            log=LOCAL / "logs" / "apt-chromium.log",
            folder=CHECKOUT,
            environment=environment,
        )
    except StepFailed:
        return None  # not every distribution with apt has it
    return installed()


def _from_npm() -> Path:
    wrapper = UNPACKED / "chromium.sh"
    if wrapper.exists():
        return wrapper
    if platform.system() != "Linux" or platform.machine() != "x86_64":
        raise StepFailed("No Chromium or Chrome was found. Install one, or name it: CROSSWAY_CHROMIUM=/path/to/chrome")
    environment, log = node_environment(), LOCAL / "logs" / "npm-chromium.log"
    UNPACKED.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", "unpack.mjs"):
        shutil.copy(PACKED / name, UNPACKED)
    install = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
    run_step("Chromium from npm", install, log=log, folder=UNPACKED, environment=environment, hint=OFFLINE_HINT)
    # Told that it runs where the libraries are missing, the package unpacks its own beside the program.
    unpack = {**environment, "TMPDIR": str(UNPACKED), "AWS_LAMBDA_JS_RUNTIME": "nodejs22.x"}
    subprocess.run(["node", "unpack.mjs"], cwd=UNPACKED, env=unpack, check=True, stdout=subprocess.DEVNULL)
    (UNPACKED / "fonts.conf").write_text(FONTS.format(folder=UNPACKED))
    wrapper.write_text(WRAPPER.format(folder=UNPACKED))
    wrapper.chmod(0o755)
    return wrapper
