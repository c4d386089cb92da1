"""All tables of placements-api, for migrations and the worker."""

from placements_api.apprentices.models import Apprentice
from placements_api.calendars.models import CalendarAddress
from placements_api.car_journeys.models import CarJourneys
from placements_api.contacts.models import OrganisationContacts
from placements_api.disruptions.models import Disruption
from placements_api.exclusions.models import Exclusion
from placements_api.feedback.models import Feedback
from placements_api.host_settings.models import Setting, SettingCapacity, SettingClosure
from placements_api.organisations.models import Organisation
from placements_api.placements.models import Placement, PlacementStep
from placements_api.planning_settings.models import PlanningSettings
from placements_api.policies.models import Policies
from placements_api.programmes.models import Cohort, Programme
from placements_api.requirements.models import Requirement
from placements_api.rotas.models import RotaAdjustment
from placements_api.scenarios.models import CohortPlan, Scenario, ScenarioAssignment, ScenarioStep
from placements_api.tables import Base

metadata = Base.metadata

READ_MODEL_TABLES = tuple(model.__tablename__ for model in (Apprentice, Programme, Cohort, Requirement))
"""Copies of what other services own; emptied and filled again by `python -m placements_api.worker rebuild`."""

__all__ = [
    "READ_MODEL_TABLES",
    "Apprentice",
    "CalendarAddress",
    "CarJourneys",
    "Cohort",
    "CohortPlan",
    "Disruption",
    "Exclusion",
    "Feedback",
    "Organisation",
    "OrganisationContacts",
    "Placement",
    "PlacementStep",
    "PlanningSettings",
    "Policies",
    "Programme",
    "Requirement",
    "RotaAdjustment",
    "Scenario",
    "ScenarioAssignment",
    "ScenarioStep",
    "Setting",
    "SettingCapacity",
    "SettingClosure",
    "metadata",
]
