"""Which roles see what of the hosts of a partnership; settings and policies build on it.

| Who                                      | sees of settings and policies                            |
|------------------------------------------|----------------------------------------------------------|
| coordinator, administrator               | everything, and changes it                               |
| employer                                 | everything of their own organisations, and changes it    |
| line manager                             | everything of their own organisations                    |
| mentor, apprentice, tutor, assessor, IQA, EQA | the facts of all, without the names of people       |
| partner system, our own services         | everything; changes need the scope                       |
"""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from service_common.auth import Principal, Role, allow
from service_common.problems import Forbidden

_MANAGES_ALL = (Role.COORDINATOR, Role.ADMINISTRATOR)
_SEES_OWN = (Role.EMPLOYER, Role.LINE_MANAGER)
_SEES_FACTS = (Role.MENTOR, Role.APPRENTICE, Role.TUTOR, Role.ASSESSOR, Role.IQA, Role.EQA)

CanReadHosts = Annotated[Principal, Depends(allow(*_MANAGES_ALL, *_SEES_OWN, *_SEES_FACTS, scope="placements:read"))]
CanChangeHosts = Annotated[Principal, Depends(allow(*_MANAGES_ALL, Role.EMPLOYER, scope="placements:write"))]


def _manages_all(principal: Principal) -> bool:
    """Programs have been let in by their scope; among people, the role decides."""
    return principal.kind != "person" or principal.has_role(*_MANAGES_ALL)


def only_organisations(principal: Principal) -> list[UUID] | None:
    """The organisations to which the principal's view of hosts is limited; None when it is not."""
    if _manages_all(principal) or principal.has_role(*_SEES_FACTS):
        return None
    return list(principal.organisation_ids)


def sees_people(principal: Principal, organisation_id: UUID) -> bool:
    """Whether mentors and contacts of the organisation's settings are theirs to see."""
    return _manages_all(principal) or (principal.has_role(*_SEES_OWN) and organisation_id in principal.organisation_ids)


def may_change(principal: Principal, organisation_id: UUID) -> bool:
    return _manages_all(principal) or (
        principal.has_role(Role.EMPLOYER) and organisation_id in principal.organisation_ids
    )


def check_may_change(principal: Principal, organisation_id: UUID) -> None:
    """For what the principal may see. Raises Forbidden."""
    if not may_change(principal, organisation_id):
        raise Forbidden("Only the organisation itself and the coordinator change this. Ask one of them.")
