"""The worker of identity-api: mails, key rotation, forgetting."""

from identity_api.jobs import IdentityJobs
from identity_api.mail.delivery import Courier
from identity_api.settings import IdentitySettings
from service_common.db import make_engine, make_sessions
from service_common.worker import run_worker


def main() -> None:
    settings = IdentitySettings()
    Courier(settings)  # without a way to send mail there is no point in starting
    engine = make_engine(settings.service_database_url.get_secret_value(), connections=4)
    run_worker(settings, lambda _sessions, _upstream: (), IdentityJobs(settings, make_sessions(engine)).app)


if __name__ == "__main__":
    main()
