"""Alembic's environment; run by `python -m service_common.migrate learners_api ...`."""

from learners_api.models import metadata
from service_common.migrate import run_environment

run_environment(metadata)
