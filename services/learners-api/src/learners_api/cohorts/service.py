"""Changing cohorts."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.cohorts.models import Cohort
from learners_api.cohorts.problems import CohortHoldsMore, CohortNameTaken
from learners_api.cohorts.queries import count_places_taken, count_starts_cut_off, find_cohort_to_fill, get_cohort
from learners_api.cohorts.schemas import CohortCreate, CohortUpdate
from service_common import audit
from service_common.auth import Principal
from service_common.db import violations
from service_common.etags import check_version
from service_common.events import publish
from service_common.problems import InvalidInput, NotFound

_VIOLATIONS = {
    "cohorts_name_unique": CohortNameTaken("Use another name, or change the cohort that has it."),
    "cohorts_programme_fkey": InvalidInput([("/programme_id", "Choose one of the partnership's programmes.")]),
}


async def create_cohort(
    session: AsyncSession, principal: Principal, new: CohortCreate, today: date
) -> Row[*tuple[Any, ...]]:
    """Open a cohort. Raises CohortNameTaken, InvalidInput."""
    cohort = Cohort(partnership_id=principal.partnership_id, **new.model_dump())
    session.add(cohort)
    with violations(_VIOLATIONS):
        await session.flush()
    await publish(session, "cohort.created", cohort.id, programme_id=cohort.programme_id)
    await audit.record(session, principal, "cohort.created", cohort.id)
    return await get_cohort(session, principal, cohort.id, today)


async def update_cohort(
    session: AsyncSession,
    principal: Principal,
    cohort_id: UUID,
    wanted: CohortUpdate,
    seen_version: int,
    today: date,
) -> Row[*tuple[Any, ...]]:
    """Bring a cohort to what is wanted. Raises NotFound, VersionMismatch, CohortNameTaken, CohortHoldsMore."""
    cohort = await find_cohort_to_fill(session, principal, cohort_id)
    if cohort is None:
        raise NotFound("Look it up in the list of cohorts.")
    check_version(cohort, seen_version)
    taken = await count_places_taken(session, cohort)
    if wanted.places < taken:
        raise CohortHoldsMore(f"{taken} places are taken: give at least as many, or move learners first.")
    cut_off = await count_starts_cut_off(session, cohort, wanted.starts_on, wanted.ends_on)
    if cut_off:
        raise CohortHoldsMore(f"The start of learners ({cut_off}) is outside of these dates: choose wider ones.")
    for field, value in wanted.model_dump().items():
        setattr(cohort, field, value)
    cohort.version += 1
    with violations(_VIOLATIONS):
        await session.flush()
    await publish(session, "cohort.updated", cohort.id, programme_id=cohort.programme_id)
    await audit.record(session, principal, "cohort.updated", cohort.id)
    return await get_cohort(session, principal, cohort.id, today)
