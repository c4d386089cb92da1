"""Every SELECT of apprentices."""

from uuid import UUID

from sqlalchemy import Select, false, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.access import SEES_ALL, SEES_OWN_EMPLOYEES
from placements_api.apprentices.models import Apprentice
from service_common.auth import Principal
from service_common.pagination import Paging, Rows, list_page


def visible_to(principal: Principal) -> Select[Apprentice]:
    query = select(Apprentice).where(Apprentice.partnership_id == principal.partnership_id)
    if principal.kind != "person" or principal.has_role(*SEES_ALL):
        return query
    own = Apprentice.learner_id == principal.learner_id if principal.learner_id else false()
    employed = (
        Apprentice.employer_organisation_id.in_(principal.organisation_ids)
        if principal.has_role(*SEES_OWN_EMPLOYEES)
        else false()
    )
    return query.where(or_(own, employed))


async def list_apprentices(
    session: AsyncSession, principal: Principal, paging: Paging, *, cohort_id: UUID | None
) -> Rows[Apprentice]:
    query = visible_to(principal)
    if cohort_id is not None:
        query = query.where(Apprentice.cohort_id == cohort_id)
    order = (Apprentice.family_name, Apprentice.given_names, Apprentice.enrolment_id)
    return await list_page(session, query, order_by=order, paging=paging)
