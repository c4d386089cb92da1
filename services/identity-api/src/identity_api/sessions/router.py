"""HTTP for the sign-in of this browser."""

from datetime import UTC, datetime

from fastapi import APIRouter, Request, Response

from identity_api.accounts.schemas import AccountRead
from identity_api.attempts.limits import TooManyAttempts
from identity_api.caller import CallerDep
from identity_api.desk import Desk, DeskDep
from identity_api.memberships.models import Membership
from identity_api.memberships.queries import memberships_of
from identity_api.partnerships.models import Partnership
from identity_api.passwords.service import PasswordHashingDep, prove_account
from identity_api.same_origin import FromOurPages, RequestFromElsewhere
from identity_api.sessions import service
from identity_api.sessions.access import SignedInDep
from identity_api.sessions.cookies import give_session_cookie, sent_session_token, take_session_cookie
from identity_api.sessions.problems import SignInFailed
from identity_api.sessions.queries import SignedIn
from identity_api.sessions.schemas import (
    MembershipChoice,
    OwnMembershipRead,
    PartnershipRead,
    SessionCreate,
    SessionRead,
)
from service_common.problems import NotFound, Unauthenticated, problems

router = APIRouter(prefix="/session", tags=["sign-in"])


@router.get("", summary="Read who is signed in", responses=problems(Unauthenticated))
async def get_session(signed_in: SignedInDep, desk: DeskDep) -> SessionRead:
    """Looking does not count as being active: `expires_at` stays."""
    return await session_read(desk, signed_in)


@router.post(
    "",
    summary="Sign in",
    status_code=201,
    responses=problems(SignInFailed, TooManyAttempts, RequestFromElsewhere),
)
async def sign_in(
    attempt: SessionCreate,
    request: Request,
    response: Response,
    desk: DeskDep,
    hashing: PasswordHashingDep,
    caller: CallerDep,
    _guard: FromOurPages,
) -> SessionRead:
    """The answer sets the cookie. A wrong password and an unknown address cannot be told apart."""
    proved = await prove_account(desk, hashing, attempt.email, attempt.password, caller)
    if proved is None:
        raise SignInFailed("Check both, or ask for a new password.")
    async with desk.transaction() as session:
        await proved.settle(session)
        signed_in, token = await service.sign_in(
            session,
            proved.account_id,
            caller=caller,
            replaces=sent_session_token(request),
            now=datetime.now(UTC),
        )
    give_session_cookie(response, request.app.state.settings, token)
    return await session_read(desk, signed_in)


@router.delete("", summary="Sign out", status_code=204, responses=problems(RequestFromElsewhere))
async def sign_out(request: Request, desk: DeskDep, _guard: FromOurPages) -> Response:
    """Also when nobody is signed in any more. The browser forgets what it kept of us."""
    token = sent_session_token(request)
    if token is not None:
        async with desk.transaction() as session:
            await service.sign_out(session, token, datetime.now(UTC))
    response = Response(status_code=204, headers={"Clear-Site-Data": '"cache", "cookies", "storage"'})
    take_session_cookie(response, request.app.state.settings)
    return response


@router.put(
    "/membership",
    summary="Act in another partnership",
    responses=problems(Unauthenticated, RequestFromElsewhere, NotFound),
)
async def choose_membership(
    choice: MembershipChoice, request: Request, response: Response, signed_in: SignedInDep, desk: DeskDep
) -> SessionRead:
    """The answer sets a new cookie; the one before is void."""
    async with desk.transaction() as session:
        now_signed_in, token = await service.choose_membership(
            session, signed_in, choice.membership_id, datetime.now(UTC)
        )
    give_session_cookie(response, request.app.state.settings, token)
    return await session_read(desk, now_signed_in)


async def session_read(desk: Desk, signed_in: SignedIn) -> SessionRead:
    async with desk.transaction() as session:
        rows = await memberships_of(session, signed_in.account.id)
    memberships = [_own_membership(membership, partnership) for membership, partnership in rows]
    current_id = signed_in.membership.id if signed_in.membership else None
    return SessionRead(
        account=AccountRead.model_validate(signed_in.account),
        membership=next((membership for membership in memberships if membership.id == current_id), None),
        memberships=memberships,
        expires_at=signed_in.expires_at,
        methods=signed_in.session.methods,
    )


def _own_membership(membership: Membership, partnership: Partnership) -> OwnMembershipRead:
    return OwnMembershipRead(
        id=membership.id,
        partnership=PartnershipRead.model_validate(partnership),
        roles=sorted(membership.roles),
        organisation_ids=membership.organisation_ids,
        learner_id=membership.learner_id,
    )
