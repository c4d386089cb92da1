"""`make test` and its parts: every runner runs, its output is shown, and a summary ends it.

Several groups run in two lanes side by side, each group in a process of its own.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from crossway_local import browser, generated, web_client
from crossway_local.checkout import CHECKOUT, FRONTEND, LOCAL
from crossway_local.programs import VENV_BIN
from crossway_local.steps import StepFailed
from crossway_local.trial import running_stack

NPM_RUN = ("npm", "run", "--silent")


@dataclass(frozen=True)
class Runner:
    """Something that passes or fails and prints its own report."""

    name: str
    run: Callable[[], bool]


@dataclass(frozen=True)
class Outcome:
    name: str
    passed: bool
    seconds: float


def _succeeds(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None) -> bool:
    sys.stdout.flush()
    return subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, check=False).returncode == 0


def _python(name: str, *command: str) -> Runner:
    return Runner(name, lambda: _succeeds([VENV_BIN / command[0], *command[1:]], CHECKOUT))


def _web(name: str, script: str) -> Runner:
    def run() -> bool:
        web_client.install_packages()
        return _succeeds([*NPM_RUN, script], FRONTEND, web_client.node_environment())

    return Runner(name, run)


def _types_are_right() -> bool:
    """All code at once; then each member's tests, as test modules of different members have the same names."""
    sources = [*CHECKOUT.glob("services/*/src"), *CHECKOUT.glob("infra/*/src")]
    alone = [path for name in ("trials", "bench", "conftest.py") if (path := CHECKOUT / name).exists()]
    passed = _mypy("all code", [*sources, *alone], [CHECKOUT / "bench"])
    for tests in sorted([*CHECKOUT.glob("services/*/tests"), *CHECKOUT.glob("infra/*/tests")]):
        passed &= _mypy(str(tests.relative_to(CHECKOUT)), [tests], [tests.parent, *tests.glob("*/src")])
    return passed


def _mypy(words: str, paths: Sequence[Path], roots: Sequence[Path]) -> bool:
    print(f"{words}: ", end="")
    environment = {**os.environ, "MYPYPATH": os.pathsep.join(map(str, roots))}
    return _succeeds([VENV_BIN / "mypy", *paths], CHECKOUT, environment)


def _generated_files_are_current() -> bool:
    outdated = generated.outdated()
    for path in outdated:
        print(f"{path} is not what the code gives; run `make openapi` and commit it.")
    print(f"{len(generated.generated_files())} generated files, {len(outdated)} of them out of date")
    return not outdated


def _end_to_end() -> bool:
    """The browser tests against a whole stack with fresh data. Its folder stays when they fail."""
    web_client.build()
    chromium = browser.chromium()
    LOCAL.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="e2e-", dir=LOCAL))
    with running_stack(folder) as stack:
        environment = {
            **web_client.node_environment(),
            "CROSSWAY_E2E_URL": stack.address,
            "CROSSWAY_E2E_MAILS": str(stack.state.mails),
            "CROSSWAY_CHROMIUM": str(chromium),
        }
        passed = _succeeds([*NPM_RUN, "e2e"], FRONTEND, environment)
    if passed:
        shutil.rmtree(folder)
    else:
        print(f"The logs of what was tested are in {folder / 'logs'}.")
    return passed


GROUPS: dict[str, tuple[Runner, ...]] = {
    "static": (
        _python("ruff check", "ruff", "check"),
        _python("ruff format", "ruff", "format", "--check"),
        Runner("mypy", _types_are_right),
        _python("import-linter", "lint-imports"),
        _web("web types, lint, unused code", "check"),
        Runner("generated files", _generated_files_are_current),
    ),
    "services": (_python("pytest", "pytest", "services", "infra"),),
    "trials": (_python("trials", "pytest", "trials"),),
    "web": (_web("vitest", "test"),),
    "e2e": (Runner("end to end", _end_to_end),),
}


LANES: tuple[tuple[str, ...], ...] = (("services", "trials"), ("static", "web", "e2e"))
"""Groups that follow each other; the lanes run side by side, as no group alone keeps two cores busy."""


GROUP_COMMAND = (sys.executable, "-m", "crossway_local", "test")


def run_checks(groups: Sequence[str]) -> int:
    """Run every runner of the groups, whatever fails, and sum up. Gives the exit code.

    One group's output is seen as it comes; that of several, when each has ended.
    """
    # Test runners and browsers leave things in the folder for temporary files; nothing of theirs is to stay.
    with tempfile.TemporaryDirectory(prefix="crossway-", ignore_cleanup_errors=True) as temporary:
        os.environ["TMPDIR"] = temporary
        if len(groups) == 1:
            return _sum_up("Runners", [_outcome(runner) for runner in GROUPS[groups[0]]])
        lanes = [[group for group in lane if group in groups] for lane in LANES]
        with ThreadPoolExecutor(len(lanes)) as pool:
            return _sum_up("Groups", [outcome for lane in pool.map(_run_lane, lanes) for outcome in lane])


def _run_lane(groups: Sequence[str]) -> list[Outcome]:
    """Each group in a process of its own. None after one that was interrupted."""
    outcomes: list[Outcome] = []
    for group in groups:
        print(f"... {group} begins", flush=True)
        start = time.monotonic()
        done = subprocess.run(
            [*GROUP_COMMAND, group],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        # In one call: the other lane prints, too.
        print(f"\n==== {group}\n{done.stdout}", end="", flush=True)
        outcomes.append(Outcome(group, done.returncode == 0, time.monotonic() - start))
        if done.returncode == -signal.SIGINT:
            break
    return outcomes


def _sum_up(of_what: str, outcomes: Sequence[Outcome]) -> int:
    print("\n== Summary")
    for outcome in outcomes:
        print(f"  {'passed' if outcome.passed else 'FAILED'}  {outcome.name:<30} {outcome.seconds:7.1f} s")
    failed = sum(not outcome.passed for outcome in outcomes)
    print(f"{of_what}: {len(outcomes) - failed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


def _outcome(runner: Runner) -> Outcome:
    print(f"\n== {runner.name}", flush=True)
    start = time.monotonic()
    try:
        passed = runner.run()
    except StepFailed as failure:
        print(failure)
        passed = False
    return Outcome(runner.name, passed, time.monotonic() - start)
