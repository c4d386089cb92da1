"""Reading partner clients."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from identity_api.one_time_tokens import hash_of
from identity_api.partner_clients.models import PartnerClient, PartnerClientSecret
from service_common.auth import Principal
from service_common.pagination import Paging, Rows, list_page
from service_common.problems import NotFound


def visible_to(principal: Principal) -> Select[PartnerClient]:
    """The clients of the principal's partnership, with their secrets."""
    return (
        select(PartnerClient)
        .where(PartnerClient.partnership_id == principal.partnership_id)
        .options(selectinload(PartnerClient.secrets))
    )


async def list_partner_clients(session: AsyncSession, principal: Principal, paging: Paging) -> Rows[PartnerClient]:
    """By name."""
    rows: Rows[PartnerClient] = await list_page(
        session, visible_to(principal), order_by=(PartnerClient.name, PartnerClient.id), paging=paging
    )
    return rows


async def get_partner_client(session: AsyncSession, principal: Principal, client_id: UUID) -> PartnerClient:
    """Locked for a change. Raises NotFound."""
    query = visible_to(principal).where(PartnerClient.id == client_id).with_for_update()
    client = (await session.execute(query)).scalar_one_or_none()
    if client is None:
        raise NotFound("There is no such client in your partnership.")
    return client


async def find_client_by_secret(
    session: AsyncSession, client_id: str, secret: str
) -> tuple[PartnerClient, PartnerClientSecret] | None:
    """The client of any partnership whose live secret this is. At the desk only.

    Compared by hash in the database: what a stranger can learn from its timing says nothing of a secret.
    """
    try:
        id_ = UUID(client_id)
    except ValueError:
        return None
    query = (
        select(PartnerClient, PartnerClientSecret)
        .join(
            PartnerClientSecret,
            (PartnerClientSecret.partnership_id == PartnerClient.partnership_id)
            & (PartnerClientSecret.client_id == PartnerClient.id),
        )
        .where(PartnerClient.id == id_, PartnerClientSecret.secret_hash == hash_of(secret))
    )
    found = (await session.execute(query)).one_or_none()
    return (found[0], found[1]) if found else None
