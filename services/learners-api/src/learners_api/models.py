"""All tables of learners-api, for migrations and the worker."""

from learners_api.caseloads.models import Caseload
from learners_api.clearances.models import Clearance
from learners_api.cohorts.models import Cohort
from learners_api.enrolments.models import Enrolment, EnrolmentChange
from learners_api.learners.models import Learner, LearnerWord
from learners_api.organisations.models import Organisation
from learners_api.planning_facts.models import PlanningFacts
from learners_api.programmes.models import Programme
from learners_api.tables import Base

metadata = Base.metadata

READ_MODEL_TABLES = (Organisation.__tablename__,)
"""Copies of what other services own; emptied and filled again by `python -m learners_api.worker rebuild`."""

__all__ = [
    "READ_MODEL_TABLES",
    "Caseload",
    "Clearance",
    "Cohort",
    "Enrolment",
    "EnrolmentChange",
    "Learner",
    "LearnerWord",
    "Organisation",
    "PlanningFacts",
    "Programme",
    "metadata",
]
