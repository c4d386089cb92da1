"""Who sees and moves which placements.

| Who                          | sees                                                        | does              |
|------------------------------|-------------------------------------------------------------|-------------------|
| coordinator, administrator   | all                                                         | every step        |
| employer                     | what was offered to their organisations; whom they employ   | the host's steps  |
| line manager                 | the same                                                    | nothing           |
| mentor                       | what was offered to their organisations                     | nothing           |
| apprentice                   | their own                                                   | nothing           |
| partner system, our services | all                                                         | with the scope    |
"""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from placements_api.placements.models import Placement
from service_common.auth import Principal, Role, allow
from service_common.problems import Forbidden

_MANAGES_ALL = (Role.COORDINATOR, Role.ADMINISTRATOR)
_HOSTS = (Role.EMPLOYER, Role.LINE_MANAGER, Role.MENTOR)
_EMPLOYS = (Role.EMPLOYER, Role.LINE_MANAGER)

CanReadPlacements = Annotated[
    Principal, Depends(allow(*_MANAGES_ALL, *_HOSTS, Role.APPRENTICE, scope="placements:read"))
]
CanMovePlacements = Annotated[Principal, Depends(allow(*_MANAGES_ALL, Role.EMPLOYER, scope="placements:write"))]
CanSeeNeeds = Annotated[Principal, Depends(allow(*_MANAGES_ALL, *_EMPLOYS, scope="placements:read"))]
CanPlan = Annotated[Principal, Depends(allow(*_MANAGES_ALL, scope="placements:read"))]
IsApprentice = Annotated[Principal, Depends(allow(Role.APPRENTICE))]


def manages_all(principal: Principal) -> bool:
    """Programs have been let in by their scope; among people, the role decides."""
    return principal.kind != "person" or principal.has_role(*_MANAGES_ALL)


def hosts_at(principal: Principal) -> list[UUID]:
    """The organisations at which the principal sees who is hosted."""
    return list(principal.organisation_ids) if principal.has_role(*_HOSTS) else []


def employs_at(principal: Principal) -> list[UUID]:
    """The organisations whose own apprentices the principal sees, wherever they are."""
    return list(principal.organisation_ids) if principal.has_role(*_EMPLOYS) else []


def is_host_of(principal: Principal, placement: Placement) -> bool:
    return principal.has_role(Role.EMPLOYER) and placement.organisation_id in principal.organisation_ids


def check_acts_for_host(principal: Principal, placement: Placement) -> None:
    """For what the principal may see. Raises Forbidden."""
    if not (manages_all(principal) or is_host_of(principal, placement)):
        raise Forbidden("Only the host and the coordinator change this. Ask one of them.")
