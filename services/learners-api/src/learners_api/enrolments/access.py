"""Who may read enrolments, and who may change them."""

from typing import Annotated

from fastapi import Depends

from learners_api.access import READ, SEES_LEARNERS, WRITE
from service_common.auth import Principal, Role, allow

CanReadEnrolments = Annotated[Principal, Depends(allow(*SEES_LEARNERS, scope=READ))]
CanManageEnrolments = Annotated[Principal, Depends(allow(Role.COORDINATOR, scope=WRITE))]
