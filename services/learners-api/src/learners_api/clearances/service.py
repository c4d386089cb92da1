"""Recording clearances. What they said before is in the audit log."""

from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.clearances.models import Clearance
from learners_api.clearances.problems import ClearanceOverlaps
from learners_api.clearances.queries import get_clearance_to_change
from learners_api.clearances.schemas import ClearanceCreate, ClearanceRemoval, ClearanceUpdate
from learners_api.learners.queries import get_learner_with_facts
from service_common import audit
from service_common.auth import Principal
from service_common.db import violations
from service_common.etags import check_version
from service_common.events import publish

VIOLATIONS = {
    "clearances_overlap": ClearanceOverlaps(
        "Let one end on the day before the next begins, or correct the one that is there."
    ),
}


async def add_clearance(
    session: AsyncSession, principal: Principal, learner_id: UUID, new: ClearanceCreate
) -> Clearance:
    """Record what was checked or given. Raises NotFound, ClearanceOverlaps."""
    await get_learner_with_facts(session, principal, learner_id)
    clearance = Clearance(
        partnership_id=principal.partnership_id,
        learner_id=learner_id,
        recorded_by=principal.actor,
        **new.model_dump(),
    )
    session.add(clearance)
    await _tell(session, principal, clearance, "clearance.added", after=_dates(clearance))
    return clearance


async def correct_clearance(
    session: AsyncSession,
    principal: Principal,
    learner_id: UUID,
    clearance_id: UUID,
    wanted: ClearanceUpdate,
    seen_version: int,
) -> Clearance:
    """Bring a clearance to what is wanted. Raises NotFound, VersionMismatch, ClearanceOverlaps."""
    clearance = await get_clearance_to_change(session, principal, learner_id, clearance_id)
    check_version(clearance, seen_version)
    before = _dates(clearance)
    for field, value in wanted.model_dump().items():
        setattr(clearance, field, value)
    clearance.recorded_by = principal.actor
    clearance.recorded_at = func.now()
    clearance.version += 1
    await _tell(session, principal, clearance, "clearance.corrected", before=before, after=_dates(clearance))
    return clearance


async def remove_clearance(
    session: AsyncSession,
    principal: Principal,
    learner_id: UUID,
    clearance_id: UUID,
    removal: ClearanceRemoval,
    seen_version: int,
) -> None:
    """Take a clearance away. Raises NotFound, VersionMismatch."""
    clearance = await get_clearance_to_change(session, principal, learner_id, clearance_id)
    check_version(clearance, seen_version)
    await session.delete(clearance)
    await _tell(session, principal, clearance, "clearance.removed", before=_dates(clearance), reason=removal.reason)


def _dates(clearance: Clearance) -> dict[str, Any]:
    expires_on = clearance.expires_on and clearance.expires_on.isoformat()
    return {"valid_from": clearance.valid_from.isoformat(), "expires_on": expires_on}


async def _tell(session: AsyncSession, principal: Principal, clearance: Clearance, what: str, **detail: Any) -> None:
    with violations(VIOLATIONS):
        await session.flush()
    if what != "clearance.removed":
        await session.refresh(clearance)
    await publish(session, "learner.updated", clearance.learner_id)
    detail |= {"clearance_id": str(clearance.id), "code": clearance.code}
    await audit.record(session, principal, what, clearance.learner_id, detail)
