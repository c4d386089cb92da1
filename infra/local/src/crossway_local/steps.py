"""Says in words what is being done and how long it took, and why it failed."""

import re
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

LINES_OF_A_FAILURE = 20
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
SECONDS_BETWEEN_SIGNS_OF_LIFE = 10


class StepFailed(Exception):
    """A step could not be done; the message is for the person at the terminal."""


@contextmanager
def step(words: str) -> Iterator[None]:
    """Print `words`, and behind them how long the block took."""
    print(f"  {words} ...", end="", flush=True)
    start = time.monotonic()
    try:
        yield
    except BaseException:
        print(" failed", flush=True)
        raise
    print(f" {time.monotonic() - start:.1f} s", flush=True)


def last_lines(log: Path, count: int = LINES_OF_A_FAILURE) -> str:
    """The end of a log, indented; says so when it is empty."""
    text = COLOURS.sub("", log.read_text(errors="replace")) if log.exists() else ""
    lines = text.splitlines()[-count:]
    return "\n".join(f"    {line}" for line in lines) or "    (it printed nothing)"


def run_step(
    words: str,
    command: Sequence[str | Path],
    *,
    log: Path,
    folder: Path,
    environment: Mapping[str, str] | None = None,
    hint: str = "",
) -> None:
    """Run a command as one step, its output in `log`. Raises StepFailed with its last lines and the hint."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with step(words), log.open("wb") as output:
        try:
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=dict(environment) if environment is not None else None,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        except OSError as error:
            raise StepFailed(f"`{command[0]}` could not be started: {error}") from error
        code = _wait_with_signs_of_life(process)
        if code != 0:
            shown = " ".join(str(part) for part in [Path(command[0]).name, *command[1:]])
            reason = f"`{shown}` ended with {code}. Its last lines:\n{last_lines(log)}"
            raise StepFailed("\n".join(filter(None, [reason, hint])))


def _wait_with_signs_of_life(process: "subprocess.Popen[bytes]") -> int:
    start = time.monotonic()
    while True:
        try:
            return process.wait(timeout=SECONDS_BETWEEN_SIGNS_OF_LIFE)
        except subprocess.TimeoutExpired:
            print(f" {time.monotonic() - start:.0f} s ...", end="", flush=True)
        except BaseException:
            process.kill()
            process.wait()
            raise
