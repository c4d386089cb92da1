"""portfolio-api: qualifications, evidence and assessment."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from portfolio_api.catalogue.router import router as catalogue
from portfolio_api.clients.learners import LearnersClient
from portfolio_api.learners.router import router as learners
from portfolio_api.qualifications.router import router as qualifications
from portfolio_api.requirements.router import router as requirements
from portfolio_api.settings import PortfolioSettings
from service_common.app import create_service_app
from service_common.http_client import Upstream
from service_common.settings import ServiceSettings


def create_app(settings: ServiceSettings | None = None) -> FastAPI:
    return create_service_app(
        settings or PortfolioSettings(),
        title="Crossway portfolio",
        description="Qualifications, what programmes ask for, and what their learners have to evidence.",
        routers=[catalogue, qualifications, requirements, learners],
        lifespan=_clients,
    )


@asynccontextmanager
async def _clients(app: FastAPI) -> AsyncIterator[None]:
    state = app.state
    state.learners = LearnersClient(Upstream(state.http, state.service_tokens, state.settings, "learners"))
    yield
