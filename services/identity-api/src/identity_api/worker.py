"""The worker of identity-api: mails, also about placements; key rotation, forgetting."""

from collections.abc import Sequence

from identity_api.jobs import IdentityJobs
from identity_api.mail.delivery import Courier
from identity_api.placement_news.follower import placement_mails
from identity_api.settings import IdentitySettings
from service_common.db import Sessions, make_engine, make_sessions
from service_common.feeds import FeedFollower
from service_common.worker import UpstreamOf, run_worker


def main() -> None:
    settings = IdentitySettings()
    Courier(settings)  # without a way to send mail there is no point in starting
    engine = make_engine(settings.service_database_url.get_secret_value(), connections=4)
    jobs = IdentityJobs(settings, make_sessions(engine))

    def followers(sessions: Sessions, upstream: UpstreamOf) -> Sequence[FeedFollower]:
        return [FeedFollower("placements", upstream("placements"), sessions, (), (placement_mails(jobs),))]

    run_worker(settings, followers, jobs.app)


if __name__ == "__main__":
    main()
