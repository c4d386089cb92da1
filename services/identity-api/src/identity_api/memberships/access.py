"""Who may look at members and who may change them."""

from typing import Annotated

from fastapi import Depends

from service_common.auth import Principal, Role, allow

CanReadMembers = Annotated[Principal, Depends(allow(Role.ADMINISTRATOR, Role.COORDINATOR))]
CanManageMembers = Annotated[Principal, Depends(allow(Role.ADMINISTRATOR))]
