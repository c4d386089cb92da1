"""Who reads qualifications, and who writes them."""

from typing import Annotated

from fastapi import Depends

from service_common.auth import Principal, Role, allow

READ = "portfolio:read"
WRITE = "portfolio:write"
WRITES = (Role.COORDINATOR, Role.ADMINISTRATOR)

CanReadQualifications = Annotated[Principal, Depends(allow(*Role, scope=READ))]
CanWriteQualifications = Annotated[Principal, Depends(allow(*WRITES, scope=WRITE))]


def sees_drafts(principal: Principal) -> bool:
    """Whether versions that are still being written are theirs to see."""
    return principal.kind != "person" or principal.has_role(*WRITES)
