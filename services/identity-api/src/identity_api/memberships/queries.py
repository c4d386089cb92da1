"""Reading memberships."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.memberships.models import Membership
from identity_api.partnerships.models import Partnership


async def usual_membership(session: AsyncSession, account_id: UUID) -> Membership | None:
    """The one that a sign-in begins with: used last, else first by the partnership's name. At the desk only."""
    return (await session.execute(_of_account(account_id).limit(1))).scalar_one_or_none()


async def memberships_of(session: AsyncSession, account_id: UUID) -> list[tuple[Membership, Partnership]]:
    """All of an account with their partnerships, by the partnership's name. At the desk only."""
    rows = [(membership, partnership) for membership, partnership in await session.execute(_of_account(account_id))]
    return sorted(rows, key=lambda row: (row[1].name, row[0].id))


def _of_account(account_id: UUID) -> Select[Membership, Partnership]:
    return (
        select(Membership, Partnership)
        .join(Partnership, Partnership.id == Membership.partnership_id)
        .where(Membership.account_id == account_id)
        .order_by(Membership.last_used_at.desc().nulls_last(), Partnership.name, Membership.id)
    )
