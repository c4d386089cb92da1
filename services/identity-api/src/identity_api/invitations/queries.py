"""Reading invitations."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.accounts.models import Account
from identity_api.invitations.models import Invitation
from identity_api.one_time_tokens import LinkNotValid, hash_of
from identity_api.partnerships.models import Partnership
from service_common.auth import Principal
from service_common.pagination import Paging, Rows, list_page
from service_common.problems import NotFound


def visible_to(principal: Principal) -> Select[Invitation]:
    return select(Invitation).where(Invitation.partnership_id == principal.partnership_id)


async def list_invitations(session: AsyncSession, principal: Principal, paging: Paging) -> Rows[Invitation]:
    """Newest first."""
    rows: Rows[Invitation] = await list_page(
        session, visible_to(principal), order_by=(Invitation.id,), paging=paging, descending=True
    )
    return rows


async def get_invitation(session: AsyncSession, principal: Principal, invitation_id: UUID) -> Invitation:
    query = visible_to(principal).where(Invitation.id == invitation_id)
    invitation = (await session.execute(query.with_for_update())).scalar_one_or_none()
    if invitation is None:
        raise NotFound("There is no such invitation in your partnership.")
    return invitation


async def get_open_invitation(session: AsyncSession, token: str, now: datetime) -> tuple[Invitation, Partnership]:
    """The invitation of a link, locked, with its partnership. Raises LinkNotValid. At the desk only."""
    query = (
        select(Invitation, Partnership)
        .join(Partnership, Partnership.id == Invitation.partnership_id)
        .where(Invitation.token_hash == hash_of(token), Invitation.accepted_at.is_(None), Invitation.expires_at > now)
        .with_for_update(of=Invitation)
    )
    found = (await session.execute(query)).one_or_none()
    if found is None:
        raise LinkNotValid("Ask whoever invited you for a new one: this has been used, withdrawn, or is too old.")
    return found[0], found[1]


async def find_account_id(session: AsyncSession, email: str) -> UUID | None:
    """At the desk only."""
    return (await session.execute(select(Account.id).where(Account.email == email))).scalar_one_or_none()
