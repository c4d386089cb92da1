"""Inviting people and their joining."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.accounts.models import Account
from identity_api.desk import desk_scope, record_at_desk
from identity_api.invitations.models import Invitation
from identity_api.invitations.queries import get_invitation, get_open_invitation
from identity_api.invitations.rules import VALID_FOR
from identity_api.invitations.schemas import InvitationCreate
from identity_api.memberships.models import Membership
from identity_api.memberships.problems import AlreadyMember
from identity_api.memberships.queries import is_member
from identity_api.memberships.rules import faults, may_grant
from identity_api.one_time_tokens import new_token
from identity_api.passwords.service import ProvedAccount, set_password_hash
from service_common import audit
from service_common.auth import Principal
from service_common.db import enter_scope, violations
from service_common.events import publish
from service_common.problems import Forbidden, InvalidInput, NotFound

_ACCOUNT_MEANWHILE = {
    "accounts_email_unique": InvalidInput([("/password", "There is an account with this address now: use its own.")])
}
_JOINED_MEANWHILE = {"memberships_once_in_a_partnership": AlreadyMember("Sign in: you are a member of it already.")}


async def invite(
    session: AsyncSession, principal: Principal, wanted: InvitationCreate, now: datetime
) -> tuple[Invitation, str]:
    """An invitation and the token of its link. An earlier open one for the same address is void: inviting again
    sends a new link. Raises Forbidden, InvalidInput, AlreadyMember."""
    if not may_grant(principal, wanted.roles):
        raise Forbidden("Only an administrator can make somebody an administrator.")
    wrong = list(faults(wanted.roles, wanted.organisation_ids, wanted.learner_id))
    if wrong:
        raise InvalidInput([(f"/{field}", message) for field, message in wrong])
    if await is_member(session, principal, wanted.email):
        raise AlreadyMember("Change their roles among the members instead.")
    await session.execute(
        delete(Invitation).where(
            Invitation.partnership_id == principal.partnership_id,
            Invitation.email == wanted.email,
            Invitation.accepted_at.is_(None),
        )
    )
    token, token_hash = new_token()
    invitation = Invitation(
        partnership_id=principal.partnership_id,
        email=wanted.email,
        roles=[str(role) for role in wanted.roles],
        organisation_ids=wanted.organisation_ids,
        learner_id=wanted.learner_id,
        token_hash=token_hash,
        created_at=now,
        expires_at=now + VALID_FOR,
    )
    session.add(invitation)
    await session.flush()
    await audit.record(session, principal, "invitation.sent", invitation.id, {"roles": invitation.roles})
    return invitation, token


async def withdraw_invitation(session: AsyncSession, principal: Principal, invitation_id: UUID) -> None:
    """Its link works no more. Raises NotFound, also for one that was accepted: that is a member now."""
    invitation = await get_invitation(session, principal, invitation_id)
    if invitation.accepted_at is not None:
        raise NotFound("It has been accepted. Remove the member instead.")
    await session.delete(invitation)
    await session.flush()
    await audit.record(session, principal, "invitation.withdrawn", invitation.id)


@dataclass(frozen=True, slots=True)
class NewAccount:
    display_name: str
    hashed_password: str


async def join(session: AsyncSession, token: str, joining: ProvedAccount | NewAccount, now: datetime) -> Membership:
    """Accept the invitation of a link with a proved account or a new one. At the desk only.

    Raises LinkNotValid when it was used meanwhile, AlreadyMember, and InvalidInput when a new account is one too many.
    """
    invitation, _partnership = await get_open_invitation(session, token, now)
    account_id = (
        joining.account_id
        if isinstance(joining, ProvedAccount)
        else await _open_account(session, invitation.email, joining)
    )
    membership = Membership(
        partnership_id=invitation.partnership_id,
        account_id=account_id,
        roles=invitation.roles,
        organisation_ids=invitation.organisation_ids,
        learner_id=invitation.learner_id,
        last_used_at=now,
    )
    session.add(membership)
    invitation.accepted_at = now
    with violations(_JOINED_MEANWHILE):
        await session.flush()
    await enter_scope(session, desk_scope(invitation.partnership_id))
    await publish(session, "membership.created", membership.id)
    who = Principal("person", str(account_id), invitation.partnership_id)
    await record_at_desk(session, who, "invitation.accepted", invitation.id, {"membership": str(membership.id)})
    return membership


async def _open_account(session: AsyncSession, email: str, wanted: NewAccount) -> UUID:
    account = Account(email=email, display_name=wanted.display_name)
    session.add(account)
    with violations(_ACCOUNT_MEANWHILE):
        await session.flush()
    await set_password_hash(session, account.id, wanted.hashed_password)
    return account.id
