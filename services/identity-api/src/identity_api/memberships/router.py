"""HTTP for the members of a partnership."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from identity_api.memberships import queries, service
from identity_api.memberships.access import CanManageMembers, CanReadMembers
from identity_api.memberships.problems import LastAdministrator
from identity_api.memberships.schemas import MemberRead, MemberUpdate
from service_common.db import SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems

router = APIRouter(prefix="/members", tags=["members"])


@router.get("", summary="List the partnership's members", response_model=Page[MemberRead])
async def list_members(principal: CanReadMembers, session: SessionDep, paging: PagingDep) -> Any:
    """In the order of joining."""
    return await queries.list_members(session, principal, paging)


@router.get("/{member_id}", summary="Read one member", response_model=MemberRead, responses=problems(NotFound))
async def get_member(member_id: UUID, principal: CanReadMembers, session: SessionDep, response: Response) -> Any:
    member = await queries.get_member(session, principal, member_id)
    set_etag(response, member)
    return member


@router.patch(
    "/{member_id}",
    summary="Change what a member is",
    response_model=MemberRead,
    responses=problems(NotFound, LastAdministrator, VersionMismatch, PreconditionRequired),
)
async def update_member(
    member_id: UUID,
    wanted: MemberUpdate,
    principal: CanManageMembers,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """Only what is sent changes. A change of roles or of what they extend to ends the member's sessions here."""
    member = await service.change_member(session, principal, member_id, wanted, seen_version)
    set_etag(response, member)
    return member


@router.delete(
    "/{member_id}",
    summary="Remove a member",
    status_code=204,
    responses=problems(NotFound, LastAdministrator),
)
async def remove_member(member_id: UUID, principal: CanManageMembers, session: SessionDep) -> None:
    """The account stays, with its memberships elsewhere."""
    await service.remove_member(session, principal, member_id)
