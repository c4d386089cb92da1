"""python -m crossway_demo load

Loads the demonstration into the services that `CROSSWAY_*` names, in identity-api's own environment.
"""

import argparse
import asyncio
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from crossway_demo.loader import load
from crossway_demo.services import Addresses, LoadFailed

ENGLAND = ZoneInfo("Europe/London")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_subparsers(required=True).add_parser("load", help="load what is missing; changes nothing else")
    parser.parse_args()
    try:
        asyncio.run(load(Addresses.from_environment(), datetime.now(ENGLAND).date(), _say))
    except LoadFailed as failure:
        print(f"The demonstration could not be loaded. {failure}", file=sys.stderr)
        return 1
    return 0


def _say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main())
