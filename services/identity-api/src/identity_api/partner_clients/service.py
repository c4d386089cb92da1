"""Changing partner clients."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.one_time_tokens import new_token
from identity_api.partner_clients.models import PartnerClient, PartnerClientSecret
from identity_api.partner_clients.problems import ClientNameTaken, TwoSecretsAlready
from identity_api.partner_clients.queries import get_partner_client
from identity_api.partner_clients.schemas import (
    PartnerClientCreate,
    PartnerClientSecretCreated,
)
from service_common import audit
from service_common.auth import Principal
from service_common.db import violations
from service_common.problems import NotFound

LIVE_SECRETS = 2
"""The one in use, and the one that replaces it while the partner's program is being changed over."""

_NAME_TAKEN = {"partner_clients_partnership_id_name_unique": ClientNameTaken("Use another name.")}


async def add_partner_client(session: AsyncSession, principal: Principal, wanted: PartnerClientCreate) -> PartnerClient:
    """A client without a secret yet. Raises ClientNameTaken."""
    client = PartnerClient(
        partnership_id=principal.partnership_id, name=wanted.name, scopes=list(wanted.scopes), secrets=[]
    )
    session.add(client)
    with violations(_NAME_TAKEN):
        await session.flush()
    await session.refresh(client, ["created_at"])
    await audit.record(session, principal, "partner-client.added", client.id, {"scopes": client.scopes})
    return client


async def add_secret(session: AsyncSession, principal: Principal, client_id: UUID) -> PartnerClientSecretCreated:
    """Raises NotFound, TwoSecretsAlready."""
    client = await get_partner_client(session, principal, client_id)
    if len(client.secrets) >= LIVE_SECRETS:
        raise TwoSecretsAlready("Withdraw the one that is not used any more, then make a new one.")
    text, secret_hash = new_token()
    secret = PartnerClientSecret(partnership_id=client.partnership_id, client_id=client.id, secret_hash=secret_hash)
    session.add(secret)
    await session.flush()
    await audit.record(session, principal, "partner-client.secret-added", client.id, {"secret": str(secret.id)})
    return PartnerClientSecretCreated(id=secret.id, client_id=client.id, secret=text)


async def withdraw_secret(session: AsyncSession, principal: Principal, client_id: UUID, secret_id: UUID) -> None:
    """No token is given for it any more; one that was given lives for ten minutes at most. Raises NotFound."""
    client = await get_partner_client(session, principal, client_id)
    secret = next((secret for secret in client.secrets if secret.id == secret_id), None)
    if secret is None:
        raise NotFound("The client has no such secret.")
    await session.delete(secret)
    await session.flush()
    await audit.record(session, principal, "partner-client.secret-withdrawn", client.id, {"secret": str(secret_id)})


async def remove_partner_client(session: AsyncSession, principal: Principal, client_id: UUID) -> None:
    """With all its secrets. Raises NotFound."""
    client = await get_partner_client(session, principal, client_id)
    await session.delete(client)
    await session.flush()
    await audit.record(session, principal, "partner-client.removed", client_id)


def note_used(secret: PartnerClientSecret, now: datetime) -> None:
    """So that an administrator sees which secret can go."""
    secret.last_used_at = now
