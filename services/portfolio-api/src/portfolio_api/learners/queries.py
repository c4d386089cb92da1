"""Every SELECT of learners."""

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from portfolio_api.learners.access import SEES_ALL
from portfolio_api.learners.models import Learner
from service_common.auth import Principal
from service_common.pagination import Paging, Rows, list_page


def visible_to(principal: Principal) -> Select[Learner]:
    query = select(Learner).where(Learner.partnership_id == principal.partnership_id)
    if principal.kind != "person" or principal.has_role(*SEES_ALL):
        return query
    return query.where(Learner.id == principal.learner_id)


async def list_learners(session: AsyncSession, principal: Principal, paging: Paging) -> Rows[Learner]:
    order = (Learner.family_name, Learner.given_names, Learner.id)
    return await list_page(session, visible_to(principal), order_by=order, paging=paging)
