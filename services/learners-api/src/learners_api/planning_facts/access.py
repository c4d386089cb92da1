"""Who may read and change planning facts."""

from typing import Annotated

from fastapi import Depends

from learners_api.access import READ, SEES_ALL_FACTS, SEES_FACTS, WRITE
from service_common.auth import Principal, Role, allow

CanReadPlanningFacts = Annotated[Principal, Depends(allow(*SEES_FACTS, scope=READ))]
CanChangePlanningFacts = Annotated[Principal, Depends(allow(Role.COORDINATOR, scope=WRITE))]
CanGivePreferences = Annotated[Principal, Depends(allow(Role.APPRENTICE, Role.COORDINATOR, scope=WRITE))]
"""They are the apprentice's own; coordinators write down what somebody tells them."""
CanReadAdjustments = Annotated[Principal, Depends(allow(*SEES_ALL_FACTS, Role.EMPLOYER, Role.APPRENTICE))]
"""No line managers and no programs: adjustments tell of somebody's health. Source: UK GDPR, Article 9."""
CanChangeAdjustments = Annotated[Principal, Depends(allow(Role.COORDINATOR, scope=WRITE))]
