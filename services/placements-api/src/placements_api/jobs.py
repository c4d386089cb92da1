"""The jobs of placements-api: what a worker computes after a commit."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from procrastinate import JobContext, RetryStrategy

from placements_api.car_journeys.learning import learn_car_journeys
from placements_api.car_journeys.queries import Asked
from placements_api.disruptions.mending import mend_plan
from placements_api.scenarios.engine import Engine
from placements_api.scenarios.solving import learn_the_ways, solve_scenario
from placements_api.travel.routing import RoutingService
from service_common.db import Sessions
from service_common.jobs import make_jobs
from service_common.settings import ServiceSettings

PLANNING = "planning"
"""Queue of what the engine computes."""
_AGAIN = RetryStrategy(max_attempts=3, wait=5)
_WHEN_IT_IS_BACK = RetryStrategy(max_attempts=100, wait=300)
"""A routing service that is away is asked every five minutes, for eight hours: those who wait behind go on soon."""


class PlacementsJobs:
    """`app` for a worker to run; the tasks for the API to enqueue. Only a worker's `engine` ever starts, and only a
    worker asks the `routing` service, where there is one."""

    def __init__(
        self, settings: ServiceSettings, sessions: Sessions, engine: Engine, routing: RoutingService | None = None
    ) -> None:
        self.app = make_jobs(settings)

        @self.app.task(name="solve_scenario", queue=PLANNING, retry=_AGAIN, pass_context=True)
        async def solve(context: JobContext, partnership_id: str, scenario_id: str, seconds: int) -> None:
            begun = context.job.attempts
            if routing is not None:
                await learn_the_ways(sessions, routing, UUID(partnership_id), UUID(scenario_id))
            await solve_scenario(sessions, engine, UUID(partnership_id), UUID(scenario_id), seconds, begun)

        @self.app.task(name="mend_plan", queue=PLANNING, retry=_AGAIN, pass_context=True)
        async def mend(context: JobContext, partnership_id: str, disruption_id: str) -> None:
            await mend_plan(sessions, engine, UUID(partnership_id), UUID(disruption_id), context.job.attempts)

        @self.app.task(name="learn_car_journeys", retry=_WHEN_IT_IS_BACK)
        async def learn(partnership_id: str, learner_ids: list[str] | None) -> None:
            if routing is not None:
                ids = None if learner_ids is None else frozenset(map(UUID, learner_ids))
                await learn_car_journeys(sessions, routing, UUID(partnership_id), Asked(learner_ids=ids))

        self.learn_car_journeys = learn
        self.solve_scenario = solve
        self.mend_plan = mend


def _jobs(request: Request) -> PlacementsJobs:
    jobs: PlacementsJobs = request.app.state.jobs
    return jobs


JobsDep = Annotated[PlacementsJobs, Depends(_jobs)]
