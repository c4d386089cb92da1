"""Runs a stack until it is asked to stop: `make run` for people, and trials for tests."""

import asyncio
import os
import signal
import sys
import webbrowser
from collections.abc import Awaitable, Callable
from pathlib import Path

from crossway_local import web_client
from crossway_local.checkout import LOCAL, State, StateInUse
from crossway_local.handover import ALREADY_RUNNING
from crossway_local.ports import PortTaken, gateway_port
from crossway_local.stack import Stack, Wanted
from crossway_local.steps import StepFailed
from crossway_local.welcome import welcome


def run() -> int:
    """Run from the checkout's own state until Ctrl-C. Gives the exit code."""
    port = os.environ.get("CROSSWAY_PORT")
    state = State(LOCAL)
    try:
        state.hold()
        gateway_port(port)  # before the long part, not after it
        web_client.build()
        wanted = Wanted(port=port, database=os.environ.get("CROSSWAY_DATABASE_URL"))
        asyncio.run(_serve(state, wanted, _greet))
    except StateInUse:
        print(ALREADY_RUNNING, file=sys.stderr)
    except (StepFailed, PortTaken) as failure:
        print(failure, file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
    else:
        print("  Stopped. The data is kept; `make run` starts again.", flush=True)
        return 0
    return 1


def serve_trial(folder: Path, wanted: Wanted) -> int:
    """Run a stack of its own from `folder` until SIGTERM. Gives the exit code."""

    async def say_ready(stack: Stack) -> None:
        print(f"ready: {stack.state.description}", flush=True)

    state = State(folder.resolve())
    try:
        state.hold()
        asyncio.run(_serve(state, wanted, say_ready))
    except (StateInUse, StepFailed, PortTaken) as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


async def _serve(state: State, wanted: Wanted, when_ready: Callable[[Stack], Awaitable[None]]) -> None:
    stack = Stack(state, wanted, notify=lambda words: print(f"  {words}", flush=True))
    asked_to_stop = asyncio.Event()
    starting = asyncio.create_task(stack.start())

    def ask() -> None:
        asked_to_stop.set()
        starting.cancel()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, ask)
    try:
        await starting
        await when_ready(stack)
        await asked_to_stop.wait()
    except asyncio.CancelledError:
        if not asked_to_stop.is_set():
            raise
    finally:
        if asked_to_stop.is_set():
            print("\n  Stopping ...", flush=True)
        await stack.stop()


async def _greet(stack: Stack) -> None:
    print(f"ready: {stack.surroundings.address}", flush=True)
    print(await welcome(stack.surroundings), flush=True)
    # Only for a person at a desktop; CROSSWAY_BROWSER=0 turns it off.
    has_desktop = sys.platform == "darwin" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if has_desktop and sys.stdout.isatty() and not os.environ.get("CI") and os.environ.get("CROSSWAY_BROWSER") != "0":
        webbrowser.open(stack.surroundings.address)
