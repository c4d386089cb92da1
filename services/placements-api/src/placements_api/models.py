"""All tables of placements-api, for migrations and the worker."""

from placements_api.apprentices.models import Apprentice
from placements_api.host_settings.models import Setting, SettingCapacity, SettingClosure
from placements_api.organisations.models import Organisation
from placements_api.policies.models import Policies
from placements_api.tables import Base

metadata = Base.metadata

READ_MODEL_TABLES = (Apprentice.__tablename__,)
"""Copies of what other services own; emptied and filled again by `python -m placements_api.worker rebuild`."""

__all__ = [
    "READ_MODEL_TABLES",
    "Apprentice",
    "Organisation",
    "Policies",
    "Setting",
    "SettingCapacity",
    "SettingClosure",
    "metadata",
]
