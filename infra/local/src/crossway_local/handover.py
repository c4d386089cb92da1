"""From the bare interpreter to the checkout's own: what comes before any package is there."""

import os
import shutil
import sys

from crossway_local.checkout import CHECKOUT, LOCAL, State, StateInUse
from crossway_local.container_secrets import write_container_secrets
from crossway_local.steps import StepFailed, step
from crossway_local.toolchain import VENV_PYTHON, lock_packages, sync, uv_environment

ALREADY_RUNNING = "Crossway already runs from this checkout; stop it first (Ctrl-C where it runs)."


def main(arguments: list[str]) -> None:
    """`reset`, `env` and `lock` are done here; `run` takes the lock first; all others only need the packages."""
    state = State(LOCAL)
    try:
        if arguments[:1] in (["run"], ["reset"]):
            state.hold()
        if arguments[:1] == ["reset"]:
            with step("Removing database, mails, secrets and logs"):
                state.remove()
                for folder in LOCAL.glob("e2e-*"):
                    shutil.rmtree(folder)
            print("  The next `make run` starts afresh.")
            return
        if arguments[:1] == ["env"]:
            print(write_container_secrets())
            return
        if arguments[:1] == ["lock"]:
            lock_packages()
            return
        sync()
    except StateInUse:
        sys.exit(ALREADY_RUNNING)
    except PermissionError as error:
        sys.exit(f"{error.filename} belongs to somebody else: run as that user, or remove .local and .venv as them.")
    except StepFailed as failure:
        sys.exit(str(failure))
    except KeyboardInterrupt:
        sys.exit("Stopped.")
    os.chdir(CHECKOUT)
    sys.stdout.flush()
    os.execve(VENV_PYTHON, [str(VENV_PYTHON), "-m", "crossway_local", *arguments], uv_environment())  # noqa: S606
