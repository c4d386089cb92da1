"""All tables of portfolio-api, for migrations and the worker."""

from portfolio_api.learners.models import Learner
from portfolio_api.qualifications.models import Qualification, QualificationVersion
from portfolio_api.requirements.models import LearnerRequirement, ProgrammeRequirements, RequiredVersion
from portfolio_api.tables import Base

metadata = Base.metadata

READ_MODEL_TABLES = (Learner.__tablename__,)
"""Copies of what other services own; emptied and filled again by `python -m portfolio_api.worker rebuild`."""

__all__ = [
    "READ_MODEL_TABLES",
    "Learner",
    "LearnerRequirement",
    "ProgrammeRequirements",
    "Qualification",
    "QualificationVersion",
    "RequiredVersion",
    "metadata",
]
