"""What a membership may consist of, and who may give it."""

from collections.abc import Collection, Iterator
from uuid import UUID

from service_common.auth import Principal, Role


def faults(
    roles: Collection[str], organisation_ids: Collection[UUID], learner_id: UUID | None
) -> Iterator[tuple[str, str]]:
    """(field, what is wrong): an apprentice sees their own record and an employer their own organisations' only, so
    without knowing which they would see nothing."""
    if (Role.APPRENTICE in roles) != (learner_id is not None):
        yield "learner_id", "State the learner's record for an apprentice, and for nobody else."
    if Role.EMPLOYER in roles and not organisation_ids:
        yield "organisation_ids", "State at least one organisation that the employer speaks for."


def may_grant(principal: Principal, roles: Collection[str]) -> bool:
    """Only an administrator makes administrators."""
    return Role.ADMINISTRATOR not in roles or principal.has_role(Role.ADMINISTRATOR)
