"""Mails about placements, each event in one batch of them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.accounts.models import Account
from identity_api.desk import desk_scope
from identity_api.jobs import IdentityJobs
from identity_api.memberships.models import Membership
from identity_api.partnerships.models import Partnership
from identity_api.placement_news.letters import TYPES, Member, letter_to
from service_common.auth import Role
from service_common.db import enter_scope
from service_common.events import Event
from service_common.feeds import React

NEWS_FOR = timedelta(days=1)
"""What is older is no news: whoever starts to follow a feed with a history, or again, sends nobody that history."""


def placement_mails(jobs: IdentityJobs) -> React:
    """Queues the mails in the transaction that moves the feed's cursor."""

    async def react(partnership_id: UUID, events: Sequence[Event], session: AsyncSession) -> None:
        since = datetime.now(UTC) - NEWS_FOR
        news = [event for event in events if event.type in TYPES and event.time >= since]
        if not news:
            return
        await enter_scope(session, desk_scope(partnership_id))
        partnership = await session.get(Partnership, partnership_id)
        if partnership is None:
            return
        for member in await _concerned(session, partnership_id, news):
            mail = letter_to(member, news, partnership.name, jobs.settings)
            if mail is not None:
                await jobs.post(session, mail, partnership_id)

    return react


async def _concerned(session: AsyncSession, partnership_id: UUID, news: Sequence[Event]) -> list[Member]:
    """Everybody whom it may concern; `letter_to` says whom it does. At the desk only."""
    query = (
        select(Account.email, Membership.roles, Membership.organisation_ids, Membership.learner_id)
        .join(Account, Account.id == Membership.account_id)
        .where(
            Membership.partnership_id == partnership_id,
            or_(
                Membership.organisation_ids.overlap(_ids(news, "organisation_id")),
                Membership.learner_id.in_(_ids(news, "learner_id")),
                Membership.roles.contains([Role.COORDINATOR.value]),
            ),
        )
        .order_by(Membership.id)
    )
    return [Member(*row) for row in await session.execute(query)]


def _ids(news: Sequence[Event], name: str) -> list[UUID]:
    return [UUID(id_) for id_ in {event.data.get(name) for event in news} if id_]
