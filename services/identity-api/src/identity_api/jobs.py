"""The jobs of identity: what follows a commit, and what is due from time to time."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.desk import Desk
from identity_api.keys.sealing import Seal
from identity_api.keys.service import maintain_keys
from identity_api.mail.delivery import Courier
from identity_api.mail.outbox import hand_over, queue_mail
from identity_api.mail.texts import Mail
from identity_api.password_resets.service import prepare_reset
from identity_api.purge import purge
from identity_api.settings import IdentitySettings
from service_common.db import Sessions
from service_common.jobs import RETRY, make_jobs


class IdentityJobs:
    """`app` for a worker to run; the tasks for an API to enqueue."""

    def __init__(self, settings: IdentitySettings, sessions: Sessions) -> None:
        self.app = make_jobs(settings)
        self.settings = settings
        self._seal = seal = Seal(settings)
        desk = Desk(sessions)

        @self.app.task(name="send_mail", retry=RETRY)
        async def send_mail(mail_id: str) -> None:
            async with desk.transaction() as session:
                await hand_over(session, seal, Courier(settings), UUID(mail_id))

        @self.app.task(name="prepare_password_reset", retry=RETRY)
        async def prepare_password_reset(reset_id: str) -> None:
            async with desk.transaction() as session:
                mail = await prepare_reset(session, settings, UUID(reset_id), datetime.now(UTC))
                if mail is not None:
                    await queue_mail(session, seal, send_mail, mail)

        @self.app.periodic(cron="*/10 * * * *")
        @self.app.task(name="maintain_signing_keys", queueing_lock="maintain_signing_keys")
        async def maintain_signing_keys(timestamp: int) -> None:
            async with desk.transaction() as session:
                await maintain_keys(session, seal, datetime.fromtimestamp(timestamp, UTC))

        @self.app.periodic(cron="17 * * * *")
        @self.app.task(name="purge", queueing_lock="purge")
        async def purge_what_has_expired(timestamp: int) -> None:
            async with desk.transaction() as session:
                await purge(session, datetime.fromtimestamp(timestamp, UTC))

        self.send_mail = send_mail
        self.prepare_password_reset = prepare_password_reset

    async def post(self, session: AsyncSession, mail: Mail, partnership_id: UUID | None = None) -> None:
        """Have the mail sent once this transaction of the desk has committed."""
        await queue_mail(session, self._seal, self.send_mail, mail, partnership_id)


def _jobs(request: Request) -> IdentityJobs:
    jobs: IdentityJobs = request.app.state.jobs
    return jobs


JobsDep = Annotated[IdentityJobs, Depends(_jobs)]
