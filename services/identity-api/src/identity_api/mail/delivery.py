"""Handing mails over: to an SMTP server when one is set, else as files to a folder."""

import asyncio
import os
import smtplib
import ssl
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit
from uuid import UUID

from identity_api.mail.texts import Mail
from identity_api.settings import LOOPBACK_HOSTS, IdentitySettings

TIMEOUT_SECONDS = 30


class Courier:
    def __init__(self, settings: IdentitySettings) -> None:
        if settings.smtp_url is None and settings.mail_folder is None:
            raise ValueError("set CROSSWAY_SMTP_URL, or CROSSWAY_MAIL_FOLDER to have mails written to a folder")
        self._settings = settings

    async def deliver(self, mail_id: UUID, mail: Mail) -> None:
        """Raises OSError or smtplib.SMTPException when it was not taken."""
        message = self._message(mail_id, mail)
        if self._settings.smtp_url is not None:
            await asyncio.to_thread(_send, self._settings.smtp_url.get_secret_value(), message)
        elif self._settings.mail_folder is not None:
            await asyncio.to_thread(_write, self._settings.mail_folder, mail_id, message)

    def _message(self, mail_id: UUID, mail: Mail) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        message["From"] = self._settings.mail_from
        message["To"] = mail.recipient
        message["Subject"] = mail.subject
        message["Date"] = format_datetime(datetime.now(UTC))
        message["Message-ID"] = f"<{mail_id}@{parseaddr(self._settings.mail_from)[1].rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(mail.text)
        return message


def _send(url: str, message: EmailMessage) -> None:
    parts = urlsplit(url)
    host = parts.hostname or "localhost"
    tls = ssl.create_default_context()
    if parts.scheme == "smtps":
        connection: smtplib.SMTP = smtplib.SMTP_SSL(host, parts.port or 465, timeout=TIMEOUT_SECONDS, context=tls)
    else:
        connection = smtplib.SMTP(host, parts.port or 587, timeout=TIMEOUT_SECONDS)
    with connection:
        if parts.scheme != "smtps" and host not in LOOPBACK_HOSTS:
            connection.starttls(context=tls)
        if parts.username is not None:
            connection.login(unquote(parts.username), unquote(parts.password or ""))
        connection.send_message(message)


def _write(folder: Path, mail_id: UUID, message: EmailMessage) -> None:
    """Whoever looks into the folder finds whole mails only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = folder / f".{mail_id}.part"
    with unfinished.open("wb") as file:
        file.write(message.as_bytes())
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(folder / f"{mail_id}.eml")
