"""`make test` and its parts: every runner runs, its output is shown, and a summary ends it.

Several groups run in two lanes side by side, each group in a process of its own.
"""

import os
import re
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
from crossway_local.steps import COLOURS, StepFailed
from crossway_local.supervisor import ending
from crossway_local.trial import running_stack

NPM_RUN = ("npm", "run", "--silent")


@dataclass(frozen=True)
class Verdict:
    """`closing`: the line with which a runner sums up, like "91 passed in 8.1s"; empty when it said nothing."""

    passed: bool
    closing: str = ""


@dataclass(frozen=True)
class Runner:
    """Something that passes or fails and prints its own report."""

    name: str
    run: Callable[[], Verdict]


@dataclass(frozen=True)
class Outcome:
    name: str
    verdict: Verdict
    seconds: float

    def __str__(self) -> str:
        word = "passed" if self.verdict.passed else "FAILED"
        return f"  {word}  {self.name:<30} {self.seconds:7.1f} s  {self.verdict.closing}".rstrip()


COUNTED = re.compile(r"\b\d+ (passed|failed)\b")


def _judge(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None) -> Verdict:
    """Run it, and show what it prints as it comes."""
    counted = last = ""
    with _start(command, folder, environment) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            plain = COLOURS.sub("", line).strip("= \n")
            last = plain or last
            counted = plain if COUNTED.search(plain) else counted
    return Verdict(process.returncode == 0, counted or last)


def _python(name: str, *command: str) -> Runner:
    return Runner(name, lambda: _judge([VENV_BIN / command[0], *command[1:]], CHECKOUT))


def _web(name: str, script: str) -> Runner:
    def run() -> Verdict:
        web_client.install_packages()
        return _judge([*NPM_RUN, script], FRONTEND, web_client.node_environment())

    return Runner(name, run)


def _types_are_right() -> Verdict:
    """All code at once; then each member's tests, as test modules of different members have the same names."""
    sources = [*CHECKOUT.glob("services/*/src"), *CHECKOUT.glob("infra/*/src")]
    alone = [path for name in ("trials", "bench", "conftest.py") if (path := CHECKOUT / name).exists()]
    code = _mypy("all code", [*sources, *alone], [CHECKOUT / "bench"])
    passed = code.passed
    for tests in sorted([*CHECKOUT.glob("services/*/tests"), *CHECKOUT.glob("infra/*/tests")]):
        passed &= _mypy(str(tests.relative_to(CHECKOUT)), [tests], [tests.parent, *tests.glob("*/src")]).passed
    return Verdict(passed, code.closing)


def _mypy(words: str, paths: Sequence[Path], roots: Sequence[Path]) -> Verdict:
    print(f"{words}: ", end="")
    environment = {**os.environ, "MYPYPATH": os.pathsep.join(map(str, roots))}
    return _judge([VENV_BIN / "mypy", *paths], CHECKOUT, environment)


def _generated_files_are_current() -> Verdict:
    outdated = generated.outdated()
    for path in outdated:
        print(f"{path} is not what the code gives; run `make openapi` and commit it.")
    closing = f"{len(generated.generated_files())} generated files, {len(outdated)} of them out of date"
    print(closing)
    return Verdict(not outdated, closing)


def _end_to_end() -> Verdict:
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
        verdict = _judge([*NPM_RUN, "e2e"], FRONTEND, environment)
    if verdict.passed:
        shutil.rmtree(folder)
    else:
        print(f"The logs of what was tested are in {folder / 'logs'}.")
    return verdict


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


SUMMARY = "== Summary"
GROUP_COMMAND = (sys.executable, "-m", "crossway_local", "test")


def run_checks(groups: Sequence[str]) -> int:
    """Run every runner of the groups, whatever fails, and sum up. Gives the exit code.

    All output is seen as it comes. When several groups run, each line says whose it is.
    """
    # Test runners and browsers leave things in the folder for temporary files; nothing of theirs is to stay.
    with tempfile.TemporaryDirectory(prefix="crossway-", ignore_cleanup_errors=True) as temporary:
        os.environ["TMPDIR"] = temporary
        if len(groups) == 1:
            lines = [str(_outcome(runner)) for runner in GROUPS[groups[0]]]
        else:
            lanes = [[group for group in lane if group in groups] for lane in LANES]
            with ThreadPoolExecutor(len(lanes)) as pool:
                lines = [line for lane in pool.map(_run_lane, lanes) for line in lane]
    print("\n".join(["", SUMMARY, *lines]))
    failed = sum(line.startswith("  FAILED") for line in lines)
    print(f"Runners: {len(lines) - failed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


def _run_lane(groups: Sequence[str]) -> list[str]:
    """Each group in a process of its own, none after one that was interrupted. Gives the lines of their summaries."""
    lines: list[str] = []
    for group in groups:
        own: list[str] | None = None
        with _start([*GROUP_COMMAND, group], CHECKOUT) as process:
            for line in process.stdout or ():
                # In one call: the other lane prints, too.
                print(f"{group:<8} | {line}", end="", flush=True)
                if line.rstrip() == SUMMARY:
                    own = []
                elif own is not None and line.startswith(("  passed", "  FAILED")):
                    own.append(line.rstrip())
        lines += own or [str(Outcome(group, Verdict(passed=False, closing=ending(process.returncode)), 0.0))]
        if process.returncode == -signal.SIGINT:
            break
    return lines


def _start(
    command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None
) -> "subprocess.Popen[str]":
    """Its complaints come among what it says."""
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )


def _outcome(runner: Runner) -> Outcome:
    print(f"\n== {runner.name}", flush=True)
    start = time.monotonic()
    try:
        verdict = runner.run()
    except StepFailed as failure:
        print(failure)
        verdict = Verdict(passed=False)
    return Outcome(runner.name, verdict, time.monotonic() - start)
