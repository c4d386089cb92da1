"""Agreeing on exclusions and lifting them."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.exclusions.models import Exclusion
from placements_api.exclusions.problems import AlreadyExcluded
from placements_api.exclusions.queries import get_exclusion
from placements_api.exclusions.schemas import ExclusionCreate
from service_common import audit
from service_common.auth import Principal
from service_common.db import violations
from service_common.problems import InvalidInput

_VIOLATIONS = {
    "exclusions_once": AlreadyExcluded("It is on the list already."),
    "exclusions_organisation_fkey": InvalidInput([("/organisation_id", "Choose one of the partnership's.")]),
    "exclusions_setting_fkey": InvalidInput([("/setting_id", "Choose one of the partnership's.")]),
}


async def exclude(session: AsyncSession, principal: Principal, new: ExclusionCreate) -> Exclusion:
    """Raises AlreadyExcluded, InvalidInput."""
    known = select(Apprentice.enrolment_id).where(
        Apprentice.partnership_id == principal.partnership_id, Apprentice.learner_id == new.learner_id
    )
    if (await session.execute(known.limit(1))).first() is None:
        raise InvalidInput([("/learner_id", "Choose one of the apprentices.")])
    exclusion = Exclusion(partnership_id=principal.partnership_id, **new.model_dump())
    session.add(exclusion)
    with violations(_VIOLATIONS):
        await session.flush()
    await session.refresh(exclusion)
    await audit.record(session, principal, "exclusion.agreed", exclusion.id, {"learner_id": str(new.learner_id)})
    return exclusion


async def lift(session: AsyncSession, principal: Principal, exclusion_id: UUID) -> None:
    """Raises NotFound."""
    exclusion = await get_exclusion(session, principal, exclusion_id)
    await session.delete(exclusion)
    await session.flush()
    await audit.record(session, principal, "exclusion.lifted", exclusion_id, {"learner_id": str(exclusion.learner_id)})
