"""learners-api: programmes, cohorts, learners and enrolments."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from learners_api.caseloads.router import router as caseloads
from learners_api.clearances.router import router as clearances
from learners_api.clients.placements import PlacementsClient
from learners_api.cohorts.router import router as cohorts
from learners_api.enrolments.router import router as enrolments
from learners_api.enrolments.transitions import router as transitions
from learners_api.fact_imports.router import router as fact_imports
from learners_api.learners.router import router as learners
from learners_api.needs.router import router as needs
from learners_api.planning_facts.router import router as planning_facts
from learners_api.programmes.router import router as programmes
from learners_api.settings import LearnersSettings
from service_common.app import create_service_app
from service_common.http_client import Upstream
from service_common.settings import ServiceSettings


def create_app(settings: ServiceSettings | None = None) -> FastAPI:
    return create_service_app(
        settings or LearnersSettings(),
        title="Crossway learners",
        description="Programmes, their cohorts, learners and their enrolments.",
        routers=[
            programmes,
            cohorts,
            learners,
            clearances,
            planning_facts,
            fact_imports,
            enrolments,
            transitions,
            caseloads,
            needs,
        ],
        lifespan=_clients,
    )


@asynccontextmanager
async def _clients(app: FastAPI) -> AsyncIterator[None]:
    state = app.state
    state.placements = PlacementsClient(Upstream(state.http, state.service_tokens, state.settings, "placements"))
    yield
