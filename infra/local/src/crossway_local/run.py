"""`make run`: everything, until Ctrl-C."""

import asyncio
import importlib.util
import os
import signal
import sys
import webbrowser

from crossway_local import web_client
from crossway_local.checkout import LOCAL, State, StateInUse
from crossway_local.handover import ALREADY_RUNNING
from crossway_local.ports import PortTaken, gateway_port
from crossway_local.secret_store import SERVICES
from crossway_local.stack import Stack, Wanted
from crossway_local.steps import StepFailed
from crossway_local.welcome import welcome


def run() -> int:
    """Run from the checkout's own state until asked to stop. Gives the exit code."""
    try:
        state = State(LOCAL)
        lock = state.hold()
        gateway_port(os.environ.get("CROSSWAY_PORT"))  # before the long part, not after it
        web_client.build()
        wanted = Wanted(
            services=tuple(name for name in SERVICES if importlib.util.find_spec(f"{name}_api.main")),
            demonstration=importlib.util.find_spec("crossway_demo.__main__") is not None,
            port=os.environ.get("CROSSWAY_PORT"),
            database=os.environ.get("CROSSWAY_DATABASE_URL"),
        )
        with lock:
            return asyncio.run(_serve(state, wanted))
    except StateInUse:
        print(ALREADY_RUNNING, file=sys.stderr)
    except (StepFailed, PortTaken) as failure:
        print(failure, file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
    return 1


async def _serve(state: State, wanted: Wanted) -> int:
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
        print(f"ready: {stack.surroundings.address}", flush=True)
        print(await welcome(stack.surroundings), flush=True)
        _open_browser(stack.surroundings.address)
        await asked_to_stop.wait()
    except asyncio.CancelledError:
        if not asked_to_stop.is_set():
            raise
    finally:
        if asked_to_stop.is_set():
            print("\n  Stopping ...", flush=True)
        await stack.stop()
    print("  Stopped. The data is kept; `make run` starts again.", flush=True)
    return 0


def _open_browser(address: str) -> None:
    """Only for a person at a desktop; CROSSWAY_BROWSER=0 turns it off."""
    has_desktop = sys.platform == "darwin" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if has_desktop and sys.stdout.isatty() and not os.environ.get("CI") and os.environ.get("CROSSWAY_BROWSER") != "0":
        webbrowser.open(address)
