"""Work that follows a commit: a job row is written in the transaction of the change, a worker runs it afterwards.

jobs = make_jobs(settings)

@jobs.task(name="send_mail", retry=RETRY)
async def send_mail(mail_id: str) -> None: ...

await enqueue(session, send_mail, mail_id=str(mail.id))   # in the change's own transaction
"""

import json
from typing import Any

from procrastinate import App, PsycopgConnector, RetryStrategy
from procrastinate.tasks import Task
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from service_common.settings import ServiceSettings

RETRY = RetryStrategy(max_attempts=10, exponential_wait=4)
"""About an hour of tries; a job that still fails stays in the table, marked failed."""

_ENQUEUE = text(
    "INSERT INTO jobs.procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)"
    " VALUES (:queue, :task, 0, :lock, NULL, CAST(:arguments AS jsonb), NULL)"
)


def make_jobs(settings: ServiceSettings) -> App:
    """The jobs of a service, in the schema `jobs` of its database; opened by the worker.

    What a worker that died had begun is begun again by another, within two minutes: `context.job.attempts` counts.
    """
    connector = PsycopgConnector(
        conninfo=settings.service_database_url.get_secret_value(),
        kwargs={"options": "-c search_path=jobs,public"},
        min_size=1,
        max_size=4,
    )
    app = App(connector=connector)

    @app.periodic(cron="* * * * *")
    @app.task(name="carry_on", queueing_lock="carry_on")
    async def carry_on(timestamp: int) -> None:
        for job in await app.job_manager.get_stalled_jobs():
            await app.job_manager.retry_job(job)

    return app


async def enqueue(
    session: AsyncSession, task: Task[Any, Any, Any], *, lock: str | None = None, **arguments: Any
) -> None:
    """Have a worker run `task` once this transaction has committed. Jobs with the same `lock` run one after another.

    `arguments` are ids and codes: they stay in the jobs table, which row-level security does not divide.
    """
    await session.execute(
        _ENQUEUE,
        {"queue": task.queue, "task": task.name, "lock": lock, "arguments": json.dumps(arguments)},
    )
