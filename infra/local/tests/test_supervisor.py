"""Programs come back when they end, end when told to, and leave nothing behind."""

import asyncio
import os
import pwd
import shutil
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from crossway_local.supervisor import Program, Supervisor, leashed

BACK_WITHIN_SECONDS = 2.0
SLEEPER = "import time; time.sleep(600)"


def program(name: str, code: str, *, layer: int = 1) -> Program:
    return Program(name, [sys.executable, "-c", code], dict(os.environ), layer=layer)


def is_running(pid: int) -> bool:
    """A zombie is not running."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


async def eventually(condition: Callable[[], bool], seconds: float = 10.0) -> float:
    """Wait until the condition holds; gives how long that took."""
    start = time.monotonic()
    while not condition():
        assert time.monotonic() - start < seconds, "it did not come true in time"
        await asyncio.sleep(0.02)
    return time.monotonic() - start


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
async def supervisor(tmp_path: Path, said: list[str]) -> AsyncIterator[Supervisor]:
    made = Supervisor(tmp_path, notify=said.append)
    yield made
    await made.stop()


async def test_a_killed_program_is_back_at_once(supervisor: Supervisor, said: list[str]) -> None:
    supervisor.keep(program("sleeper", SLEEPER))
    await eventually(lambda: "sleeper" in supervisor.pids)
    killed = supervisor.pids["sleeper"]
    os.kill(killed, signal.SIGKILL)
    took = await eventually(lambda: supervisor.pids.get("sleeper", killed) != killed)
    assert took < BACK_WITHIN_SECONDS
    assert supervisor.crashes == {"sleeper": 1}
    assert "sleeper ended (killed by SIGKILL); starting it again in 0.1 s" in said


async def test_a_program_that_cannot_run_is_tried_ever_more_slowly(supervisor: Supervisor, said: list[str]) -> None:
    supervisor.keep(program("broken", "raise SystemExit(3)"))
    await eventually(lambda: supervisor.crashes.get("broken", 0) >= 4)
    pauses = [words.split(" in ")[1] for words in said if words]
    assert pauses[:4] == ["0.1 s", "0.2 s", "0.4 s", "0.8 s"]
    assert "exit code 3" in said[-1]


async def test_output_is_logged_and_the_last_runs_log_is_kept(supervisor: Supervisor, tmp_path: Path) -> None:
    for words in ("first", "second"):
        assert await supervisor.run_once(program("speaker", f"print({words!r})")) == 0
    assert supervisor.log_of("speaker").read_text() == "second\n"
    assert (tmp_path / "speaker.previous.log").read_text() == "first\n"


async def test_run_once_gives_the_exit_code(supervisor: Supervisor) -> None:
    assert await supervisor.run_once(program("failing", "raise SystemExit(7)")) == 7


async def test_stop_ends_higher_layers_first(supervisor: Supervisor, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    code = (
        "import signal, sys, time\n"
        f"def end(*_): open({str(journal)!r}, 'a').write(sys.argv[1]); sys.exit()\n"
        "signal.signal(signal.SIGTERM, end)\n"
        "print('ready', flush=True)\n"
        "time.sleep(600)"
    )
    for layer, letter in enumerate("abc"):
        supervisor.keep(Program(letter, [sys.executable, "-c", code, letter], dict(os.environ), layer=layer))
    await eventually(
        lambda: all(supervisor.log_of(name).read_text() for name in supervisor.pids) and len(supervisor.pids) == 3
    )
    await supervisor.stop()
    assert journal.read_text() == "cba"


async def test_stop_kills_what_does_not_listen(supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crossway_local.supervisor.STOP_SECONDS", 0.3)
    deaf = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(600)"
    )
    supervisor.keep(program("deaf", deaf))
    await eventually(lambda: "deaf" in supervisor.pids and bool(supervisor.log_of("deaf").read_text()))
    pid = supervisor.pids["deaf"]
    await supervisor.stop()
    assert not is_running(pid)


async def test_stop_does_not_wait_for_a_pause_to_pass(supervisor: Supervisor) -> None:
    supervisor.keep(program("broken", "raise SystemExit(3)"))
    await eventually(lambda: supervisor.crashes.get("broken", 0) >= 4)
    start = time.monotonic()
    await supervisor.stop()
    assert time.monotonic() - start < 0.5


async def test_what_a_program_started_ends_with_it(supervisor: Supervisor) -> None:
    start = f"subprocess.Popen([sys.executable, '-c', {SLEEPER!r}])"
    parent = f"import subprocess, sys; child = {start}; print(child.pid, flush=True); {SLEEPER}"
    supervisor.keep(program("parent", parent))
    await eventually(lambda: "parent" in supervisor.pids and "\n" in supervisor.log_of("parent").read_text())
    child = int(supervisor.log_of("parent").read_text())
    assert is_running(child)
    os.kill(supervisor.pids["parent"], signal.SIGKILL)
    await eventually(lambda: not is_running(child))


if sys.platform == "linux":  # elsewhere nothing tells a process of its parent's death

    async def test_nothing_stays_when_the_supervisor_itself_is_killed(tmp_path: Path) -> None:
        code = (
            "import asyncio, os, sys\n"
            "from pathlib import Path\n"
            "from crossway_local.supervisor import Program, Supervisor\n"
            "async def main():\n"
            "    supervisor = Supervisor(Path(sys.argv[1]))\n"
            f"    supervisor.keep(Program('sleeper', [sys.executable, '-c', {SLEEPER!r}], dict(os.environ)))\n"
            "    while 'sleeper' not in supervisor.pids: await asyncio.sleep(0.01)\n"
            "    print(supervisor.pids['sleeper'], flush=True)\n"
            "    await asyncio.sleep(600)\n"
            "asyncio.run(main())"
        )
        parent = await asyncio.create_subprocess_exec(
            *leashed([sys.executable, "-c", code, tmp_path]), stdout=asyncio.subprocess.PIPE
        )
        assert parent.stdout is not None
        sleeper = int(await parent.stdout.readline())
        assert is_running(sleeper)
        parent.kill()
        await parent.wait()
        await eventually(lambda: not is_running(sleeper))


async def test_only_root_becomes_nobody_and_keeps_only_the_way_through_private_folders(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    shutil.copy("/bin/true", private)
    code = (
        f"import os, subprocess; subprocess.run([{str(private / 'true')!r}], check=True)\n"
        f"print(os.geteuid(), os.getuid(), os.getgroups(), os.access({str(private / 'true')!r}, os.X_OK))\n"
        "print([line.split()[1] for line in open('/proc/self/status') if line.startswith(('CapEff', 'CapPrm'))])"
    )
    nobody = Program("nobody", [sys.executable, "-I", "-c", code], {}, account="nobody")
    ended = await supervisor.run_once(nobody)
    if os.geteuid() != 0:
        assert ended != 0
        assert "only root" in supervisor.log_of("nobody").read_text()
        return
    assert ended == 0
    identity, rights = supervisor.log_of("nobody").read_text().splitlines()
    uid = pwd.getpwnam("nobody").pw_uid
    assert identity == f"{uid} {uid} [] True"
    assert rights == "['0000000000000002', '0000000000000002']"
