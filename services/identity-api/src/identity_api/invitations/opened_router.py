"""HTTP for somebody who opens the link of an invitation; nobody is signed in yet."""

from datetime import UTC, datetime

from fastapi import APIRouter, Request, Response

from identity_api.attempts.limits import TooManyAttempts
from identity_api.caller import Caller, CallerDep
from identity_api.desk import Desk, DeskDep
from identity_api.invitations.queries import find_account_id, get_open_invitation
from identity_api.invitations.schemas import InvitationAccept, InvitationLookup, InvitationOpened
from identity_api.invitations.service import NewAccount, join
from identity_api.memberships.problems import AlreadyMember
from identity_api.one_time_tokens import LinkNotValid
from identity_api.passwords.hashing import PasswordHashing
from identity_api.passwords.rules import check_new_password
from identity_api.passwords.service import PasswordHashingDep, ProvedAccount, prove_account
from identity_api.same_origin import FromOurPages, RequestFromElsewhere
from identity_api.sessions.cookies import give_session_cookie, sent_session_token
from identity_api.sessions.router import session_read
from identity_api.sessions.schemas import SessionRead
from identity_api.sessions.service import open_session
from service_common.auth import Role
from service_common.problems import InvalidInput, problems

router = APIRouter(prefix="/invitations", tags=["sign-in"])


@router.post(
    "/lookup",
    summary="Read the invitation of a link",
    responses=problems(LinkNotValid, RequestFromElsewhere),
)
async def look_up_invitation(opened: InvitationLookup, desk: DeskDep, _guard: FromOurPages) -> InvitationOpened:
    """Changes nothing. By POST, because the token must not stand in an address."""
    async with desk.transaction() as session:
        invitation, partnership = await get_open_invitation(session, opened.token, datetime.now(UTC))
        account_id = await find_account_id(session, invitation.email)
    return InvitationOpened(
        partnership_name=partnership.name,
        email=invitation.email,
        roles=[Role(role) for role in invitation.roles],
        account_exists=account_id is not None,
    )


@router.post(
    "/accepted",
    summary="Accept the invitation of a link",
    status_code=201,
    responses=problems(LinkNotValid, AlreadyMember, TooManyAttempts, RequestFromElsewhere),
)
async def accept_invitation(
    accepted: InvitationAccept,
    request: Request,
    response: Response,
    desk: DeskDep,
    hashing: PasswordHashingDep,
    caller: CallerDep,
    _guard: FromOurPages,
) -> SessionRead:
    """Joins with the account of the invited address, whose password is asked for, or with a new one; and signs in."""
    async with desk.transaction() as session:
        invitation, _partnership = await get_open_invitation(session, accepted.token, datetime.now(UTC))
        account_id = await find_account_id(session, invitation.email)
    joining = (
        await _prove(desk, hashing, invitation.email, accepted, caller)
        if account_id is not None
        else await _introduce(hashing, accepted)
    )
    now = datetime.now(UTC)
    async with desk.transaction() as session:
        if isinstance(joining, ProvedAccount):
            await joining.settle(session)
        membership = await join(session, accepted.token, joining, now)
        signed_in, token = await open_session(
            session,
            membership.account_id,
            membership=membership,
            methods=["password"],
            caller=caller,
            replaces=sent_session_token(request),
            now=now,
        )
    give_session_cookie(response, request.app.state.settings, token)
    return await session_read(desk, signed_in)


async def _prove(
    desk: Desk, hashing: PasswordHashing, email: str, accepted: InvitationAccept, caller: Caller
) -> ProvedAccount:
    proved = await prove_account(desk, hashing, email, accepted.password, caller)
    if proved is None:
        raise InvalidInput([("/password", "This is not the password of your account.")])
    return proved


async def _introduce(hashing: PasswordHashing, accepted: InvitationAccept) -> NewAccount:
    if accepted.display_name is None:
        raise InvalidInput([("/display_name", "Say how colleagues know you.")])
    check_new_password(accepted.password, "/password")
    return NewAccount(accepted.display_name, await hashing.hash(accepted.password))
