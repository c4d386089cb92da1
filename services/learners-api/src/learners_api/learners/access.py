"""Who may read and correct learners' records."""

from typing import Annotated

from fastapi import Depends

from learners_api.access import READ, SEES_LEARNERS, WRITE
from service_common.auth import Principal, Role, allow

CanReadLearners = Annotated[Principal, Depends(allow(*SEES_LEARNERS, scope=READ))]
CanCorrectLearners = Annotated[Principal, Depends(allow(Role.COORDINATOR, scope=WRITE))]
CanLookUpLearners = Annotated[Principal, Depends(allow(scope=READ))]
"""Programs only: our own services for their read models, and partner systems."""
