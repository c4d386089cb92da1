"""Who may read apprentices here."""

from typing import Annotated

from fastapi import Depends

from service_common.auth import Principal, Role, allow

SEES_ALL = (Role.COORDINATOR, Role.ADMINISTRATOR)
SEES_OWN_EMPLOYEES = (Role.EMPLOYER, Role.LINE_MANAGER)

CanReadApprentices = Annotated[
    Principal, Depends(allow(*SEES_ALL, *SEES_OWN_EMPLOYEES, Role.APPRENTICE, scope="placements:read"))
]
