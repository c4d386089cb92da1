"""Reading partner clients."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.one_time_tokens import hash_of
from identity_api.partner_clients.models import PartnerClient, PartnerClientSecret


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
