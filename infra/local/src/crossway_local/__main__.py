"""The commands behind the make targets: `python -m crossway_local <command>`."""

import argparse
import subprocess
import sys
from pathlib import Path

from crossway_local import generated
from crossway_local.checkout import CHECKOUT
from crossway_local.checks import GROUPS, run_checks
from crossway_local.ports import free_ports
from crossway_local.run import run, serve_trial
from crossway_local.secret_store import SERVICES
from crossway_local.stack import Wanted
from crossway_local.steps import StepFailed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="crossway_local", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="start everything and keep it running")
    test = commands.add_parser("test", help="run the checks and tests")
    test.add_argument("groups", nargs="*", metavar="|".join(GROUPS), help="which; all when none is named")
    stack = commands.add_parser("stack", help="run a stack of its own on free ports until it is told to end")
    stack.add_argument("folder", type=Path, help="where its state lies")
    stack.add_argument("--services", nargs="*", choices=SERVICES, default=SERVICES)
    stack.add_argument("--gateway", action=argparse.BooleanOptionalAction, default=True)
    stack.add_argument("--demonstration", action=argparse.BooleanOptionalAction, default=True)
    commands.add_parser("openapi", help="write the OpenAPI files and the web client's types anew")
    bench = commands.add_parser("bench", help="run a benchmark")
    files = (CHECKOUT / "bench").glob("*.py")
    bench.add_argument("name", choices=sorted(path.stem for path in files if "_" not in path.stem))  # others are parts
    return parser


def main() -> int:
    parser = _parser()
    arguments = parser.parse_args()
    unknown = set(getattr(arguments, "groups", ())) - set(GROUPS)
    if unknown:
        parser.error(f"no such group: {', '.join(sorted(unknown))}")
    match arguments.command:
        case "run":
            return run()
        case "test":
            return run_checks(arguments.groups or list(GROUPS))
        case "stack":
            port = str(free_ports(1)[0])  # 8080 is for people
            wanted = Wanted(tuple(arguments.services), arguments.gateway, arguments.demonstration, port)
            return serve_trial(arguments.folder, wanted)
        case "openapi":
            return _generate()
        case _:
            bench = CHECKOUT / "bench" / f"{arguments.name}.py"
            return subprocess.run([sys.executable, bench], cwd=CHECKOUT, check=False).returncode


def _generate() -> int:
    try:
        generated.generate()
    except StepFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
