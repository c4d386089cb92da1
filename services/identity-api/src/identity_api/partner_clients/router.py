"""HTTP for partner clients."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from identity_api.partner_clients import queries, service
from identity_api.partner_clients.access import CanManagePartnerClients
from identity_api.partner_clients.problems import ClientNameTaken, TwoSecretsAlready
from identity_api.partner_clients.schemas import (
    PartnerClientCreate,
    PartnerClientRead,
    PartnerClientSecretCreated,
)
from service_common.db import SessionDep
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, problems

router = APIRouter(prefix="/partner-clients", tags=["partner clients"])


@router.get("", summary="List partner clients", response_model=Page[PartnerClientRead])
async def list_partner_clients(principal: CanManagePartnerClients, session: SessionDep, paging: PagingDep) -> Any:
    """By name."""
    return await queries.list_partner_clients(session, principal, paging)


@router.post(
    "",
    summary="Add a partner client",
    status_code=201,
    response_model=PartnerClientRead,
    responses=problems(ClientNameTaken, *ONCE_PROBLEMS),
)
async def add_partner_client(
    wanted: PartnerClientCreate, principal: CanManagePartnerClients, session: SessionDep, once: Once
) -> Response:
    """Make a secret for it next."""
    return await once.answer(session, PartnerClientRead, lambda: service.add_partner_client(session, principal, wanted))


@router.delete("/{client_id}", summary="Remove a partner client", status_code=204, responses=problems(NotFound))
async def remove_partner_client(client_id: UUID, principal: CanManagePartnerClients, session: SessionDep) -> None:
    """It gets no token any more; one that it has lives for ten minutes at most."""
    await service.remove_partner_client(session, principal, client_id)


@router.post(
    "/{client_id}/secrets",
    summary="Make a secret for a partner client",
    status_code=201,
    responses=problems(NotFound, TwoSecretsAlready),
)
async def add_partner_client_secret(
    client_id: UUID, principal: CanManagePartnerClients, session: SessionDep
) -> PartnerClientSecretCreated:
    """Answered once and kept only as a hash, so this takes no Idempotency-Key: withdraw one whose answer was lost.
    Two can be good at a time, to change over from one to the other."""
    return await service.add_secret(session, principal, client_id)


@router.delete(
    "/{client_id}/secrets/{secret_id}",
    summary="Withdraw a secret of a partner client",
    status_code=204,
    responses=problems(NotFound),
)
async def withdraw_partner_client_secret(
    client_id: UUID, secret_id: UUID, principal: CanManagePartnerClients, session: SessionDep
) -> None:
    await service.withdraw_secret(session, principal, client_id, secret_id)
