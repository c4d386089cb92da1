"""Every SELECT of needs: counts over what `visible_to` of the listed things lets through."""

from datetime import date
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.cohorts import queries as cohorts
from learners_api.cohorts.schemas import CohortAttention
from learners_api.enrolments import queries as enrolments
from learners_api.enrolments.models import Enrolment
from learners_api.enrolments.schemas import ABOUT_CLEARANCES, EnrolmentAttention
from learners_api.enrolments.visibility import seen, sight, visible_to, ways_of, ways_to_facts_of
from learners_api.learners.models import Learner
from learners_api.needs.schemas import NeedKind
from service_common.auth import Principal


async def count_enrolments(session: AsyncSession, principal: Principal, today: date) -> dict[NeedKind, int]:
    """How many open enrolments need each kind of attention."""
    ways, ways_to_facts = ways_of(principal), ways_to_facts_of(principal)
    counts = select(
        *(
            select(func.count())
            .select_from(Enrolment)
            .join(Learner, enrolments.OF_LEARNER)
            .where(
                seen(ways_to_facts if kind in ABOUT_CLEARANCES else ways),
                enrolments.with_attention(kind, today),
            )
            .scalar_subquery()
            for kind in EnrolmentAttention
        )
    )
    found = (await session.execute(counts, sight(principal))).one()
    return dict(zip(EnrolmentAttention, found, strict=True))


async def count_cohorts(session: AsyncSession, principal: Principal, today: date) -> dict[NeedKind, int]:
    """How many cohorts need each kind of attention."""
    counts = select(
        *(
            select(func.count())
            .where(cohorts.visible_to(principal), cohorts.with_attention(kind, today))
            .scalar_subquery()
            for kind in CohortAttention
        )
    )
    found = (await session.execute(counts)).one()
    return dict(zip(CohortAttention, found, strict=True))


async def count_open_enrolments(session: AsyncSession, principal: Principal) -> int:
    query = select(func.count()).select_from(Enrolment).where(visible_to(principal), enrolments.IS_OPEN)
    return (await session.execute(query, sight(principal))).scalar_one()


async def find_own_enrolment(session: AsyncSession, principal: Principal) -> Row[*tuple[Any, ...]] | None:
    """The enrolment that the apprentice is in, or else was in last."""
    own = select(Enrolment.id).where(visible_to(principal), Enrolment.learner_id == principal.learner_id)
    latest = await session.scalar(own.order_by(Enrolment.started_on.desc()).limit(1), sight(principal))
    return None if latest is None else await enrolments.get_enrolment(session, principal, latest)
