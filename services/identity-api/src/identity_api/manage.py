"""Operators' commands; they act on the database of the service's own settings.

python -m identity_api.manage provision --file document.json     # prints the ids of what it names
python -m identity_api.manage create-partnership --key west-sussex --name "Coastal West Sussex"
python -m identity_api.manage invite-administrator --partnership west-sussex --email someone@example.org
python -m identity_api.manage rotate-keys
"""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from identity_api.desk import Desk
from identity_api.invitations.schemas import InvitationCreate
from identity_api.invitations.service import invite
from identity_api.jobs import IdentityJobs
from identity_api.keys.sealing import Seal
from identity_api.keys.service import rotate_keys
from identity_api.mail.texts import invitation_link, invitation_mail
from identity_api.partnerships.queries import get_partnership_by_key
from identity_api.passwords.hashing import PasswordHashing
from identity_api.provisioning.schemas import ProvisionDocument, ProvisionedPartnership
from identity_api.provisioning.service import provision
from identity_api.settings import IdentitySettings
from service_common.auth import Principal, Role
from service_common.db import Sessions, make_engine, make_sessions
from service_common.problems import Problem


@asynccontextmanager
async def _database(settings: IdentitySettings) -> AsyncIterator[Sessions]:
    engine = make_engine(settings.service_database_url.get_secret_value(), connections=1)
    try:
        yield make_sessions(engine)
    finally:
        await engine.dispose()


async def _provision(settings: IdentitySettings, arguments: argparse.Namespace) -> str:
    source = sys.stdin.read() if str(arguments.file) == "-" else arguments.file.read_text(encoding="utf-8")
    return await _apply(settings, ProvisionDocument.model_validate_json(source))


async def _create_partnership(settings: IdentitySettings, arguments: argparse.Namespace) -> str:
    partnership = ProvisionedPartnership(key=arguments.key, name=arguments.name)
    return await _apply(settings, ProvisionDocument(partnerships=[partnership]))


async def _apply(settings: IdentitySettings, document: ProvisionDocument) -> str:
    async with _database(settings) as sessions:
        done = await provision(
            Desk(sessions), PasswordHashing(settings), document, demonstration=settings.demonstration
        )
    return done.model_dump_json(indent=2)


async def _invite_administrator(settings: IdentitySettings, arguments: argparse.Namespace) -> str:
    wanted = InvitationCreate(email=arguments.email, roles=[Role.ADMINISTRATOR])
    async with _database(settings) as sessions:
        desk, jobs = Desk(sessions), IdentityJobs(settings, sessions)
        async with desk.transaction() as session:
            partnership = await get_partnership_by_key(session, arguments.partnership)
        async with desk.transaction(partnership.id) as session:
            operator = Principal("service", "operator", partnership.id, roles=frozenset({Role.ADMINISTRATOR}))
            _invitation, token = await invite(session, operator, wanted, datetime.now(UTC))
            link = invitation_link(settings, token)
            await jobs.post(session, invitation_mail(wanted.email, partnership.name, link), partnership.id)
    return link


async def _rotate_keys(settings: IdentitySettings, _arguments: argparse.Namespace) -> str:
    async with _database(settings) as sessions, Desk(sessions).transaction() as session:
        await rotate_keys(session, Seal(settings), datetime.now(UTC))
    return "The next key signs now; what the one before signed still verifies."


Command = Callable[[IdentitySettings, argparse.Namespace], Awaitable[str]]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    provisioning = commands.add_parser("provision", help="bring partnerships and accounts to the state of a document")
    provisioning.add_argument("--file", type=Path, required=True, help="a JSON document; - for standard input")
    provisioning.set_defaults(command=_provision)
    founding = commands.add_parser("create-partnership", help="found a partnership, or rename it")
    founding.add_argument("--key", required=True, help="small letters, digits and hyphens")
    founding.add_argument("--name", required=True)
    founding.set_defaults(command=_create_partnership)
    inviting = commands.add_parser("invite-administrator", help="mail and print a link that makes an administrator")
    inviting.add_argument("--partnership", required=True, help="its key")
    inviting.add_argument("--email", required=True)
    inviting.set_defaults(command=_invite_administrator)
    rotation = commands.add_parser("rotate-keys", help="sign with the next key from now on")
    rotation.set_defaults(command=_rotate_keys)
    return parser


async def _answer(command: Command, arguments: argparse.Namespace) -> str:
    return await command(IdentitySettings(), arguments)


def main() -> None:
    arguments = _parser().parse_args()
    try:
        sys.stdout.write(asyncio.run(_answer(arguments.command, arguments)) + "\n")
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        sys.exit("\n".join(faults))
    except (Problem, LookupError, OSError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
