"""placements-api: organisations, settings, rotation plans and placements."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from placements_api.apprentices.router import router as apprentices
from placements_api.calendars.router import public_router as calendars
from placements_api.calendars.router import router as calendar_addresses
from placements_api.contacts.router import router as contacts
from placements_api.costs.router import router as costs
from placements_api.disruptions.router import router as disruptions
from placements_api.exclusions.router import router as exclusions
from placements_api.feedback.router import router as feedback
from placements_api.host_settings.router import router as host_settings
from placements_api.imports.router import router as imports
from placements_api.jobs import PlacementsJobs
from placements_api.organisations.router import router as organisations
from placements_api.own_placements.router import router as own_placements
from placements_api.placements.router import router as placements
from placements_api.planning_settings.router import router as planning_settings
from placements_api.policies.router import router as policies
from placements_api.programmes.router import router as cohorts
from placements_api.rotas.router import router as rotas
from placements_api.scenarios.edits_router import router as scenario_edits
from placements_api.scenarios.engine import EngineProcess
from placements_api.scenarios.router import router as scenarios
from placements_api.scenarios.shelf import Shelf
from placements_api.settings import PlacementsSettings
from service_common.app import create_service_app
from service_common.settings import ServiceSettings


def create_app(settings: ServiceSettings | None = None) -> FastAPI:
    settings = settings or PlacementsSettings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.shelf = Shelf()
        app.state.jobs = PlacementsJobs(settings, app.state.sessions, EngineProcess())
        yield

    return create_service_app(
        settings,
        title="Crossway placements",
        description="Organisations of a partnership, their settings and policies, and the apprentices whose rotations "
        "are planned.",
        routers=[
            organisations,
            host_settings,
            imports,
            policies,
            apprentices,
            cohorts,
            planning_settings,
            exclusions,
            scenarios,
            scenario_edits,
            disruptions,
            placements,
            rotas,
            calendar_addresses,
            feedback,
            costs,
            contacts,
            own_placements,
        ],
        public_routers=[calendars],
        lifespan=lifespan,
    )
