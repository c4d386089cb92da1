"""The worker process of a service: follows feeds and runs jobs until told to stop.

python -m placements_api.worker            # for ever
python -m placements_api.worker rebuild    # empty the read models and build them anew from the feeds, then end
"""

import argparse
import asyncio
import signal
from collections.abc import Callable, Sequence

import structlog
from procrastinate import App

from service_common.db import DATABASE_FAULTS, Sessions, make_engine, make_sessions
from service_common.feeds import FeedFollower, pause
from service_common.http_client import ServiceTokens, Upstream, make_http_client
from service_common.idempotency import forget_old_answers
from service_common.logging import configure_logging
from service_common.settings import ServiceName, ServiceSettings

UpstreamOf = Callable[[ServiceName], Upstream]
TIDY_SECONDS = 3600.0

Followers = Callable[[Sessions, UpstreamOf], Sequence[FeedFollower]]


async def _run(settings: ServiceSettings, followers: Followers, jobs: App | None, rebuild: bool) -> None:
    log = structlog.get_logger()
    engine = make_engine(settings.service_database_url.get_secret_value(), connections=4)
    async with make_http_client() as http:
        tokens = ServiceTokens(http, settings)
        sessions = make_sessions(engine)
        following = followers(sessions, lambda service: Upstream(http, tokens, settings, service))
        try:
            if rebuild:
                for follower in following:
                    log.info("rebuilt", events=await follower.rebuild())
                return
            stopping = asyncio.Event()
            loop = asyncio.get_running_loop()
            for signal_number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(signal_number, stopping.set)
            tasks = [asyncio.create_task(follower.follow(stopping)) for follower in following]
            tasks.append(asyncio.create_task(_tidy(sessions, stopping)))
            if jobs is not None:
                tasks.append(asyncio.create_task(_work(jobs)))
            tasks.append(asyncio.create_task(_until(stopping)))
            log.info("worker started", feeds=len(following))
            # Whatever ends first ends the worker: told to stop, or broken, and then the supervisor starts it anew.
            done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in pending:
                task.cancel()
            await asyncio.gather(*pending, return_exceptions=True)
            for task in done:
                task.result()
        finally:
            await engine.dispose()


async def _until(stopping: asyncio.Event) -> None:
    await stopping.wait()


async def _tidy(sessions: Sessions, stopping: asyncio.Event) -> None:
    while not stopping.is_set():
        try:
            await forget_old_answers(sessions)
        except DATABASE_FAULTS as error:
            structlog.get_logger().warning("tidying put off", error=str(error)[:200])
        await pause(stopping, TIDY_SECONDS)


async def _work(jobs: App) -> None:
    async with jobs.open_async():
        await jobs.run_worker_async(
            concurrency=4, install_signal_handlers=False, listen_notify=True, delete_jobs="successful"
        )


def run_worker(settings: ServiceSettings, followers: Followers, jobs: App | None = None) -> None:
    """The `main` of each service's `worker.py`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", nargs="?", choices=["run", "rebuild"], default="run")
    arguments = parser.parse_args()
    configure_logging(settings)
    asyncio.run(_run(settings, followers, jobs, rebuild=arguments.command == "rebuild"))
