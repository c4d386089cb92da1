"""The commands behind the make targets: `python -m crossway_local <command>`."""

import argparse
import sys

from crossway_local.run import run


def main() -> int:
    parser = argparse.ArgumentParser(prog="crossway_local", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="start everything and keep it running")
    arguments = parser.parse_args()
    match arguments.command:
        case "run":
            return run()
    return 2


if __name__ == "__main__":
    sys.exit(main())
