"""The worker of portfolio-api: keeps its read models up to date."""

from collections.abc import Sequence

from portfolio_api.clients.learners import LearnersClient
from portfolio_api.learners.read_model import learners_read_model
from portfolio_api.settings import PortfolioSettings
from service_common.db import Sessions
from service_common.feeds import FeedFollower
from service_common.worker import UpstreamOf, run_worker


def followers(sessions: Sessions, upstream: UpstreamOf) -> Sequence[FeedFollower]:
    learners = upstream("learners")
    return [FeedFollower("learners", learners, sessions, (learners_read_model(LearnersClient(learners)),))]


if __name__ == "__main__":
    run_worker(PortfolioSettings(), followers)
