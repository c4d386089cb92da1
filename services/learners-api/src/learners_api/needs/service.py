"""Putting together what needs somebody."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.access import SEES_LEARNERS
from learners_api.caseloads.queries import find_supporters
from learners_api.cohorts.schemas import CohortAttention
from learners_api.enrolments.schemas import EnrolmentAttention, EnrolmentRead
from learners_api.needs import queries
from learners_api.needs.schemas import CohortNeed, EnrolmentNeed, NeedKind, NeedsRead, OwnEnrolment, Severity
from service_common.auth import Principal, Role

_SEVERITIES: dict[NeedKind, Severity] = {
    EnrolmentAttention.RETURN_OVERDUE: "urgent",
    EnrolmentAttention.PAST_PLANNED_END: "urgent",
    EnrolmentAttention.CLEARANCE_MISSING: "urgent",
    EnrolmentAttention.CLEARANCE_EXPIRING: "warning",
    EnrolmentAttention.TEMPORARY_ULN: "warning",
    CohortAttention.STARTING_WITH_FREE_PLACES: "warning",
    EnrolmentAttention.TURNING_18_SOON: "info",
}
"""In the order in which needs are shown."""

_STAFF = tuple(role for role in SEES_LEARNERS if role is not Role.APPRENTICE)


async def gather_needs(session: AsyncSession, principal: Principal, today: date) -> NeedsRead:
    """Apprentices see where they are; the others what waits in what they see; coordinators also empty places."""
    counts: dict[NeedKind, int] = {}
    open_enrolments = None
    if principal.has_role(*_STAFF):
        open_enrolments = await queries.count_open_enrolments(session, principal)
        counts |= await queries.count_enrolments(session, principal, today)
    if principal.has_role(Role.COORDINATOR):
        counts |= await queries.count_cohorts(session, principal, today)
    return NeedsRead(
        items=[_need(kind, counts[kind]) for kind in _SEVERITIES if counts.get(kind)],
        open_enrolments=open_enrolments,
        own_enrolment=await _own_enrolment(session, principal, today),
    )


def _need(kind: NeedKind, count: int) -> EnrolmentNeed | CohortNeed:
    if isinstance(kind, CohortAttention):
        return CohortNeed(kind=kind, count=count, severity=_SEVERITIES[kind])
    return EnrolmentNeed(kind=kind, count=count, severity=_SEVERITIES[kind])


async def _own_enrolment(session: AsyncSession, principal: Principal, today: date) -> OwnEnrolment | None:
    if not principal.has_role(Role.APPRENTICE):
        return None
    row = await queries.find_own_enrolment(session, principal)
    if row is None:
        return None
    enrolment = EnrolmentRead.model_validate(row)
    supporters = await find_supporters(session, principal, enrolment.id)
    planned = (enrolment.planned_end_on - enrolment.started_on).days
    done = (min(today, enrolment.ended_on or today) - enrolment.started_on).days
    return OwnEnrolment(
        enrolment=enrolment, days_done=min(max(done, 0), planned), days_planned=planned, supporters=supporters
    )
