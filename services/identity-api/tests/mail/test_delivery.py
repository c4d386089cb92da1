"""Handing mails over."""

import asyncio
from collections.abc import AsyncIterator
from email import message_from_bytes, policy
from pathlib import Path
from uuid import uuid4

import pytest
import pytest_asyncio
from pydantic import SecretStr

from identity_api.mail.delivery import Courier
from identity_api.mail.texts import Mail
from identity_api.settings import EXAMPLE, IdentitySettings

MAIL = Mail("someone@crossway.example.org", "Grüße", "A link:\n\nhttps://crossway.example.org/#token=abc\n")


def settings(**change: object) -> IdentitySettings:
    return EXAMPLE.model_copy(update=change)


async def test_into_a_folder_go_whole_mails_only(tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    mail_id = uuid4()
    courier = Courier(settings(mail_folder=folder))
    await courier.deliver(mail_id, MAIL)
    await courier.deliver(mail_id, MAIL)
    (file,) = folder.iterdir()
    assert file.name == f"{mail_id}.eml"
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (message["to"], message["subject"]) == (MAIL.recipient, MAIL.subject)
    assert message["message-id"] == f"<{mail_id}@crossway.example.org>"
    assert message["auto-submitted"] == "auto-generated"
    assert message.get_content().splitlines() == MAIL.text.splitlines()


class SmtpServer:
    """Takes mails as RFC 5321 says; refuses them all when told to."""

    def __init__(self) -> None:
        self.received: list[bytes] = []
        self.refusing = False
        self.port = 0

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 ready\r\n")
        while line := await reader.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                writer.write(b"354 go on\r\n")
                self.received.append(await reader.readuntil(b"\r\n.\r\n"))
                writer.write(b"250 taken\r\n")
            elif verb == b"MAIL" and self.refusing:
                writer.write(b"451 not now\r\n")
            elif verb == b"QUIT":
                writer.write(b"221 bye\r\n")
                break
            else:
                writer.write(b"250 fine\r\n")
        writer.close()
        await writer.wait_closed()


@pytest_asyncio.fixture
async def smtp() -> AsyncIterator[SmtpServer]:
    server = SmtpServer()
    listening = await asyncio.start_server(server.talk, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    async with listening:
        yield server


async def test_a_mail_server_is_preferred_to_the_folder(smtp: SmtpServer, tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    url = SecretStr(f"smtp://127.0.0.1:{smtp.port}")
    await Courier(settings(smtp_url=url, mail_folder=folder)).deliver(uuid4(), MAIL)
    assert b"To: someone@crossway.example.org" in smtp.received[0]
    assert not folder.exists()


async def test_what_the_server_does_not_take_is_an_error_to_be_tried_again(smtp: SmtpServer) -> None:
    smtp.refusing = True
    with pytest.raises(OSError, match="not now"):
        await Courier(settings(smtp_url=SecretStr(f"smtp://127.0.0.1:{smtp.port}"))).deliver(uuid4(), MAIL)


def test_without_a_way_there_is_no_courier() -> None:
    with pytest.raises(ValueError, match="CROSSWAY_SMTP_URL"):
        Courier(settings())
