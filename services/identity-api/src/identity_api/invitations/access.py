"""Who may invite people."""

from typing import Annotated

from fastapi import Depends

from service_common.auth import Principal, Role, allow

CanInvite = Annotated[Principal, Depends(allow(Role.ADMINISTRATOR, Role.COORDINATOR))]
