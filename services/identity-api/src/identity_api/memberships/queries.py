"""Reading memberships."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from identity_api.accounts.models import Account
from identity_api.memberships.models import Membership
from identity_api.partnerships.models import Partnership
from service_common.auth import Principal
from service_common.pagination import Paging, Rows, list_page
from service_common.problems import NotFound


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


def visible_to(principal: Principal) -> Select[Membership]:
    """The members of the principal's partnership, with their accounts."""
    return (
        select(Membership)
        .where(Membership.partnership_id == principal.partnership_id)
        .options(joinedload(Membership.account, innerjoin=True))
    )


async def list_members(session: AsyncSession, principal: Principal, paging: Paging) -> Rows[Membership]:
    """In the order of joining."""
    rows: Rows[Membership] = await list_page(session, visible_to(principal), order_by=(Membership.id,), paging=paging)
    return rows


async def get_member(
    session: AsyncSession, principal: Principal, membership_id: UUID, *, for_update: bool = False
) -> Membership:
    """Raises NotFound for one that is not, or not in the principal's partnership."""
    query = visible_to(principal).where(Membership.id == membership_id)
    if for_update:
        query = query.with_for_update(of=Membership)
    membership = (await session.execute(query)).scalar_one_or_none()
    if membership is None:
        raise NotFound("There is no such member in your partnership.")
    return membership


async def is_member(session: AsyncSession, principal: Principal, email: str) -> bool:
    """Whether the account with this address belongs to the principal's partnership."""
    query = (
        select(Membership.id)
        .join(Account, Account.id == Membership.account_id)
        .where(Membership.partnership_id == principal.partnership_id, Account.email == email)
    )
    return (await session.execute(query)).scalar_one_or_none() is not None
