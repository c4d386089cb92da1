"""Alembic's environment."""

from sample_api.models import metadata

from service_common.migrate import run_environment

run_environment(metadata)
