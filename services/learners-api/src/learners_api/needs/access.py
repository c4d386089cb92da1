"""Who has needs."""

from typing import Annotated

from fastapi import Depends

from service_common.auth import Principal, Role, allow

CanReadNeeds = Annotated[Principal, Depends(allow(*Role))]
"""People; programs read the lists."""
