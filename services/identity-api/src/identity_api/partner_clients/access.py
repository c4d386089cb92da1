"""Who may give other programs access."""

from typing import Annotated

from fastapi import Depends

from service_common.auth import Principal, Role, allow

CanManagePartnerClients = Annotated[Principal, Depends(allow(Role.ADMINISTRATOR))]
