"""Putting people on a learner's side."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.caseloads.models import Caseload
from learners_api.caseloads.queries import find_supporters, visible_to
from learners_api.caseloads.schemas import CaseloadUpdate
from learners_api.enrolments.queries import get_enrolment_to_change
from service_common import audit
from service_common.auth import Principal
from service_common.etags import check_version
from service_common.events import publish


async def assign_caseload(
    session: AsyncSession, principal: Principal, enrolment_id: UUID, wanted: CaseloadUpdate, seen_version: int
) -> dict[str, Any]:
    """Make the wanted people, and nobody else, the learner's supporters. Raises NotFound, VersionMismatch."""
    enrolment = await get_enrolment_to_change(session, principal, enrolment_id)
    check_version(enrolment, seen_version)
    await session.execute(delete(Caseload).where(visible_to(principal, enrolment_id)))
    session.add_all(
        Caseload(
            partnership_id=enrolment.partnership_id,
            enrolment_id=enrolment.id,
            **supporter.model_dump(mode="json"),
        )
        for supporter in wanted.supporters
    )
    enrolment.version += 1
    await session.flush()
    ids = {"learner_id": enrolment.learner_id, "cohort_id": enrolment.cohort_id}
    await publish(session, "enrolment.changed", enrolment.id, **ids)
    accounts = [f"{supporter.role}:{supporter.account_id}" for supporter in wanted.supporters]
    await audit.record(session, principal, "caseload.assigned", enrolment.id, {"accounts": accounts})
    supporters = await find_supporters(session, principal, enrolment_id)
    return {"enrolment_id": enrolment.id, "supporters": supporters, "version": enrolment.version}
