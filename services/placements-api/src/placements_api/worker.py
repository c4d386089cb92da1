"""The worker of placements-api: keeps its read models up to date."""

from collections.abc import Sequence

from placements_api.apprentices.read_model import apprentices_read_model
from placements_api.clients.learners import LearnersClient
from placements_api.settings import PlacementsSettings
from service_common.db import Sessions
from service_common.feeds import FeedFollower
from service_common.worker import UpstreamOf, run_worker


def followers(sessions: Sessions, upstream: UpstreamOf) -> Sequence[FeedFollower]:
    learners = upstream("learners")
    return [FeedFollower("learners", learners, sessions, (apprentices_read_model(LearnersClient(learners)),))]


if __name__ == "__main__":
    run_worker(PlacementsSettings(), followers)
