"""Alembic's environment; run by `python -m service_common.migrate portfolio_api ...`."""

from portfolio_api.models import metadata
from service_common.migrate import run_environment

run_environment(metadata)
