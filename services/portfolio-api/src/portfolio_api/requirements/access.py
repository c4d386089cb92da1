"""Who reads requirements, and who sets them."""

from typing import Annotated

from fastapi import Depends

from portfolio_api.learners.access import SEES_LEARNERS
from portfolio_api.qualifications.access import READ, WRITE
from service_common.auth import Principal, Role, allow

CanReadProgrammeRequirements = Annotated[Principal, Depends(allow(*Role, scope=READ))]
CanSetProgrammeRequirements = Annotated[Principal, Depends(allow(Role.COORDINATOR, Role.ADMINISTRATOR, scope=WRITE))]
CanReadLearnerRequirements = Annotated[Principal, Depends(allow(*SEES_LEARNERS, scope=READ))]
CanLookUpRequirements = Annotated[Principal, Depends(allow(scope=READ))]
"""Programs only: our own services for their read models, and partner systems."""
