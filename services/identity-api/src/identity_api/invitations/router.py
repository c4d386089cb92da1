"""HTTP for inviting people."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter

from identity_api.desk import at_the_desk
from identity_api.invitations import queries, service
from identity_api.invitations.access import CanInvite
from identity_api.invitations.schemas import InvitationCreate, InvitationRead, InvitationSent
from identity_api.jobs import JobsDep
from identity_api.mail.texts import invitation_link, invitation_mail
from identity_api.memberships.problems import AlreadyMember
from identity_api.partnerships.queries import get_partnership
from service_common.db import SessionDep
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, problems

router = APIRouter(prefix="/invitations", tags=["members"])


@router.get("", summary="List invitations", response_model=Page[InvitationRead])
async def list_invitations(principal: CanInvite, session: SessionDep, paging: PagingDep) -> Any:
    """Newest first; also those that were accepted or have expired, for ninety days."""
    return await queries.list_invitations(session, principal, paging)


@router.post("", summary="Invite somebody", status_code=201, responses=problems(AlreadyMember))
async def invite(wanted: InvitationCreate, principal: CanInvite, session: SessionDep, jobs: JobsDep) -> InvitationSent:
    """The link is mailed and answered, once: it is kept only as a hash, so this takes no Idempotency-Key. Sending it
    again makes the link before void."""
    invitation, token = await service.invite(session, principal, wanted, datetime.now(UTC))
    partnership = await get_partnership(session, principal)
    link = invitation_link(jobs.settings, token)
    async with at_the_desk(session, principal):
        await jobs.post(session, invitation_mail(invitation.email, partnership.name, link), partnership.id)
    return InvitationSent(**InvitationRead.model_validate(invitation).model_dump(exclude={"state"}), link=link)


@router.delete("/{invitation_id:uuid}", summary="Withdraw an invitation", status_code=204, responses=problems(NotFound))
async def withdraw_invitation(invitation_id: UUID, principal: CanInvite, session: SessionDep) -> None:
    await service.withdraw_invitation(session, principal, invitation_id)
