"""Operators' commands; they act on the database of the service's own settings.

python -m identity_api.manage provision --file document.json     # prints the ids of what it names
python -m identity_api.manage rotate-keys
"""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from identity_api.desk import Desk
from identity_api.keys.sealing import Seal
from identity_api.keys.service import rotate_keys
from identity_api.passwords.hashing import PasswordHashing
from identity_api.provisioning.schemas import ProvisionDocument
from identity_api.provisioning.service import provision
from identity_api.settings import IdentitySettings
from service_common.db import make_engine, make_sessions


@asynccontextmanager
async def _open_desk(settings: IdentitySettings) -> AsyncIterator[Desk]:
    engine = make_engine(settings.service_database_url.get_secret_value(), connections=1)
    try:
        yield Desk(make_sessions(engine))
    finally:
        await engine.dispose()


async def _provision(settings: IdentitySettings, arguments: argparse.Namespace) -> str:
    source = sys.stdin.read() if str(arguments.file) == "-" else arguments.file.read_text(encoding="utf-8")
    document = ProvisionDocument.model_validate_json(source)
    async with _open_desk(settings) as desk:
        hashing = PasswordHashing(settings)
        done = await provision(desk, hashing, document, demonstration=settings.demonstration)
    return done.model_dump_json(indent=2)


async def _rotate_keys(settings: IdentitySettings, _arguments: argparse.Namespace) -> str:
    async with _open_desk(settings) as desk, desk.transaction() as session:
        await rotate_keys(session, Seal(settings), datetime.now(UTC))
    return "The next key signs now; what the one before signed still verifies."


Command = Callable[[IdentitySettings, argparse.Namespace], Awaitable[str]]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    provisioning = commands.add_parser("provision", help="bring partnerships and accounts to the state of a document")
    provisioning.add_argument("--file", type=Path, required=True, help="a JSON document; - for standard input")
    provisioning.set_defaults(command=_provision)
    rotation = commands.add_parser("rotate-keys", help="sign with the next key from now on")
    rotation.set_defaults(command=_rotate_keys)
    return parser


def main() -> None:
    arguments = _parser().parse_args()
    command: Command = arguments.command
    sys.stdout.write(asyncio.run(_answer(command, arguments)) + "\n")


async def _answer(command: Command, arguments: argparse.Namespace) -> str:
    return await command(IdentitySettings(), arguments)


if __name__ == "__main__":
    main()
