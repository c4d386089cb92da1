"""The worker of placements-api: keeps its read models up to date, computes plans, asks for journeys."""

from collections.abc import Sequence

from placements_api.apprentices.read_model import apprentices_read_model
from placements_api.car_journeys.follower import journeys_wanted
from placements_api.clients.learners import LearnersClient
from placements_api.clients.portfolio import PortfolioClient
from placements_api.jobs import PlacementsJobs
from placements_api.programmes.read_model import cohorts_read_model, programmes_read_model
from placements_api.requirements.read_model import requirements_read_model
from placements_api.scenarios.engine import EngineProcess
from placements_api.settings import PlacementsSettings
from placements_api.travel.routing import RoutingService
from service_common.db import Sessions, make_engine, make_sessions
from service_common.feeds import FeedFollower, React
from service_common.worker import UpstreamOf, run_worker


def followers(sessions: Sessions, upstream: UpstreamOf, reactions: Sequence[React] = ()) -> Sequence[FeedFollower]:
    learners, portfolio = LearnersClient(upstream("learners")), PortfolioClient(upstream("portfolio"))
    return [
        FeedFollower(
            "learners",
            upstream("learners"),
            sessions,
            (programmes_read_model(learners), cohorts_read_model(learners), apprentices_read_model(learners)),
            reactions,
        ),
        FeedFollower("portfolio", upstream("portfolio"), sessions, (requirements_read_model(portfolio),)),
    ]


def main() -> None:
    settings = PlacementsSettings()
    sessions = make_sessions(make_engine(settings.service_database_url.get_secret_value(), connections=4))
    engine = EngineProcess()
    routing = RoutingService(settings.routing_url) if settings.routing_url else None
    jobs = PlacementsJobs(settings, sessions, engine, routing)

    def following(sessions: Sessions, upstream: UpstreamOf) -> Sequence[FeedFollower]:
        """With a routing service, our own feed, too: it tells when a setting has moved."""
        if routing is None:
            return followers(sessions, upstream)
        reactions = (journeys_wanted(jobs),)
        own = FeedFollower("placements", upstream("placements"), sessions, (), reactions)
        return [*followers(sessions, upstream, reactions), own]

    try:
        run_worker(settings, following, jobs.app)
    finally:
        engine.close()


if __name__ == "__main__":
    main()
