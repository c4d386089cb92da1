"""Who may plan: the coordinator, the administrator, and partner systems that were given the scope."""

from typing import Annotated

from fastapi import Depends

from service_common.auth import Principal, Role, allow

CanReadPlans = Annotated[Principal, Depends(allow(Role.COORDINATOR, Role.ADMINISTRATOR, scope="placements:read"))]
CanPlan = Annotated[Principal, Depends(allow(Role.COORDINATOR, Role.ADMINISTRATOR, scope="placements:write"))]
