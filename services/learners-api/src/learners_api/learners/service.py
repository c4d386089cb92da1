"""Registering learners and correcting their records."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.learners.models import Learner
from learners_api.learners.problems import UlnTaken
from learners_api.learners.queries import get_learner_to_correct
from learners_api.learners.schemas import LearnerCreate, LearnerUpdate
from service_common import audit
from service_common.auth import Principal
from service_common.db import violations
from service_common.etags import check_version
from service_common.events import publish

_VIOLATIONS = {
    "learners_uln_unique": UlnTaken("Search for the number: enrol the learner who has it, or correct the number."),
}


async def register_learner(session: AsyncSession, principal: Principal, new: LearnerCreate) -> Learner:
    """Make a record for somebody who is new to the partnership. Raises UlnTaken."""
    learner = Learner(partnership_id=principal.partnership_id, **new.model_dump(exclude={"kind"}))
    session.add(learner)
    with violations(_VIOLATIONS):
        await session.flush()
    await publish(session, "learner.created", learner.id)
    await audit.record(session, principal, "learner.created", learner.id)
    return learner


async def correct_learner(
    session: AsyncSession, principal: Principal, learner_id: UUID, wanted: LearnerUpdate, seen_version: int
) -> None:
    """Correct a record. Raises NotFound, VersionMismatch, UlnTaken."""
    learner = await get_learner_to_correct(session, principal, learner_id)
    check_version(learner, seen_version)
    corrected = {
        field: value
        for field, value in wanted.model_dump(exclude_unset=True).items()
        if value != getattr(learner, field)
    }
    if not corrected:
        return
    for field, value in corrected.items():
        setattr(learner, field, value)
    learner.version += 1
    with violations(_VIOLATIONS):
        await session.flush()
    await publish(session, "learner.updated", learner.id)
    await audit.record(session, principal, "learner.updated", learner.id, {"fields": sorted(corrected)})
