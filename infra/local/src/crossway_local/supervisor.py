"""Keeps programs running: starts again what ends, stops everything together, leaves nothing behind."""

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crossway_local.checkout import CHECKOUT

FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 5.0
STEADY_AFTER_SECONDS = 10.0
STOP_SECONDS = 5.0
LEASH = Path(__file__).with_name("leash.py")


@dataclass(frozen=True)
class Program:
    """One command that is to be running."""

    name: str
    command: Sequence[str | Path]
    environment: Mapping[str, str]
    account: str = ""
    """Whom to run as, when we are root; empty: as ourselves."""
    stop_signal: signal.Signals = signal.SIGTERM
    orphan_signal: signal.Signals = signal.SIGKILL
    """What the kernel sends it when the supervisor itself is killed."""
    layer: int = 1
    """Lower layers are stopped after the higher ones that stand on them."""


@dataclass
class _Kept:
    program: Program
    crashes: int = 0
    process: asyncio.subprocess.Process | None = None
    unwanted: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None


class Supervisor:
    """Runs programs, each with its output in `<logs>/<name>.log` (the run before in `<name>.previous.log`)."""

    def __init__(self, logs: Path, *, notify: Callable[[str], None] = lambda _words: None) -> None:
        self._logs = logs
        self._notify = notify
        self._kept: dict[str, _Kept] = {}
        logs.mkdir(mode=0o700, parents=True, exist_ok=True)

    def log_of(self, name: str) -> Path:
        return self._logs / f"{name}.log"

    @property
    def pids(self) -> dict[str, int]:
        """Of the programs that run at this moment."""
        return {name: kept.process.pid for name, kept in self._kept.items() if kept.process is not None}

    @property
    def crashes(self) -> dict[str, int]:
        """How often each program has ended without being asked to."""
        return {name: kept.crashes for name, kept in self._kept.items()}

    def keep(self, program: Program) -> None:
        """Start the program and from now on start it again whenever it ends."""
        kept = self._kept[program.name] = _Kept(program)
        self._turn_log(program.name)
        kept.task = asyncio.create_task(self._keep(kept), name=f"keep {program.name}")

    async def run_once(self, program: Program) -> int:
        """Run the program to its end and give its exit code; it is ended when the caller is cancelled."""
        self._turn_log(program.name)
        process = await self._spawn(program)
        try:
            return await process.wait()
        except BaseException:
            _signal_group(process.pid, signal.SIGKILL)
            await process.wait()
            raise

    async def stop(self) -> None:
        """End everything, higher layers first; what does not end by itself in time is killed."""
        for layer in sorted({kept.program.layer for kept in self._kept.values()}, reverse=True):
            await asyncio.gather(*(self._end(kept) for kept in self._kept.values() if kept.program.layer == layer))
        self._kept.clear()

    async def _end(self, kept: _Kept) -> None:
        kept.unwanted.set()
        if kept.process is not None:
            with contextlib.suppress(ProcessLookupError):
                kept.process.send_signal(kept.program.stop_signal)
        if kept.task is not None:
            _done, running = await asyncio.wait([kept.task], timeout=STOP_SECONDS)
            if running and kept.process is not None:
                _signal_group(kept.process.pid, signal.SIGKILL)
            await kept.task

    async def _keep(self, kept: _Kept) -> None:
        pause = FIRST_PAUSE_SECONDS
        while not kept.unwanted.is_set():
            started = time.monotonic()
            kept.process = process = await self._spawn(kept.program)
            self._notify("")
            if kept.unwanted.is_set():  # asked to end while it was being started
                process.send_signal(kept.program.stop_signal)
            code = await process.wait()
            kept.process = None
            _signal_group(process.pid, signal.SIGKILL)  # whatever it started and left behind
            if kept.unwanted.is_set():
                return
            kept.crashes += 1
            if time.monotonic() - started > STEADY_AFTER_SECONDS:
                pause = FIRST_PAUSE_SECONDS
            self._notify(f"{kept.program.name} ended ({ending(code)}); starting it again in {pause:.1f} s")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(kept.unwanted.wait(), pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    async def _spawn(self, program: Program) -> asyncio.subprocess.Process:
        with self.log_of(program.name).open("ab") as log:
            return await asyncio.create_subprocess_exec(
                *leashed(program.command, orphan_signal=program.orphan_signal, account=program.account),
                cwd=CHECKOUT,
                env=dict(program.environment),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=asyncio.subprocess.STDOUT,
                process_group=0,  # Ctrl-C in the terminal reaches us alone: we decide the order
            )

    def _turn_log(self, name: str) -> None:
        log = self.log_of(name)
        if log.exists():
            log.replace(log.with_suffix(".previous.log"))


def leashed(
    command: Sequence[str | Path], *, orphan_signal: signal.Signals = signal.SIGKILL, account: str = ""
) -> list[str | Path]:
    """The command, run as `account` (empty: as ourselves), so that it gets the signal when this process dies."""
    return [sys.executable, "-I", "-S", LEASH, str(os.getpid()), str(int(orphan_signal)), account, *command]


def ending(code: int) -> str:
    """How a process ended, in words."""
    return f"exit code {code}" if code >= 0 else f"killed by {signal.Signals(-code).name}"


def _signal_group(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, number)
