"""Who may read learners here."""

from typing import Annotated

from fastapi import Depends

from service_common.auth import Principal, Role, allow

SEES_ALL = (Role.COORDINATOR, Role.ADMINISTRATOR, Role.IQA)

CanReadLearners = Annotated[Principal, Depends(allow(*SEES_ALL, Role.APPRENTICE, scope="portfolio:read"))]
