"""First step of every make target: needs nothing but Python, gets the rest, and hands over to crossway_local.

This file must be understood by any Python 3, so that an old one can be told so.
"""

import os
import shutil
import sys

OLDEST = (3, 11)
NEWER = ["python3.14", "python3.13", "python3.12", "python3.11"]
TOO_OLD = (
    "Crossway needs Python 3.11 or newer; %s is %d.%d.\n"
    "Install a newer one, or name the one you have: make run PYTHON=/path/to/python3.12"
)


def main():  # type: () -> None
    if sys.version_info < OLDEST:
        for name in filter(shutil.which, NEWER):
            os.execvp(name, [name, *sys.argv])  # noqa: S606 - no shell is wanted
        sys.exit(TOO_OLD % (sys.executable, sys.version_info[0], sys.version_info[1]))
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path.insert(0, os.path.join(here, "src"))
    from crossway_local import handover  # noqa: PLC0415 - an old Python could not read it

    handover.main(sys.argv[1:])


if __name__ == "__main__":
    main()
