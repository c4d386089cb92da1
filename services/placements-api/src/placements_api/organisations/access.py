"""Who may read and change organisations."""

from typing import Annotated

from fastapi import Depends

from service_common.auth import Principal, Role, allow

CanReadOrganisations = Annotated[Principal, Depends(allow(*Role, scope="placements:read"))]
"""Everybody in a partnership may know who its members are."""

CanManageOrganisations = Annotated[
    Principal, Depends(allow(Role.COORDINATOR, Role.ADMINISTRATOR, scope="placements:write"))
]
