"""The worker of learners-api: keeps its read models up to date."""

from collections.abc import Sequence

from learners_api.clients.placements import PlacementsClient
from learners_api.organisations.read_model import organisations_read_model
from learners_api.settings import LearnersSettings
from service_common.db import Sessions
from service_common.feeds import FeedFollower
from service_common.worker import UpstreamOf, run_worker


def followers(sessions: Sessions, upstream: UpstreamOf) -> Sequence[FeedFollower]:
    placements = upstream("placements")
    return [FeedFollower("placements", placements, sessions, (organisations_read_model(PlacementsClient(placements)),))]


if __name__ == "__main__":
    run_worker(LearnersSettings(), followers)
