"""HTTP for one's own account."""

from datetime import UTC, datetime

from fastapi import APIRouter, Request, Response

from identity_api.accounts import service
from identity_api.accounts.schemas import AccountRead, AccountUpdate, PasswordChange
from identity_api.attempts.limits import TooManyAttempts
from identity_api.caller import CallerDep
from identity_api.desk import DeskDep
from identity_api.jobs import JobsDep
from identity_api.mail.texts import password_changed_mail
from identity_api.passwords.service import PasswordHashingDep, prove_account
from identity_api.same_origin import RequestFromElsewhere
from identity_api.sessions.access import OwnSessionDep, SignedInDep
from identity_api.sessions.cookies import give_session_cookie
from service_common.problems import InvalidInput, Unauthenticated, problems

router = APIRouter(prefix="/account", tags=["account"])


@router.put("", summary="Change one's own account", responses=problems(Unauthenticated, RequestFromElsewhere))
async def update_account(wanted: AccountUpdate, signed_in: SignedInDep, session: OwnSessionDep) -> AccountRead:
    account = await service.rename_account(session, signed_in, wanted.display_name)
    return AccountRead.model_validate(account)


@router.put(
    "/password",
    summary="Change one's own password",
    status_code=204,
    responses=problems(Unauthenticated, RequestFromElsewhere, TooManyAttempts),
)
async def change_password(
    change: PasswordChange,
    request: Request,
    signed_in: SignedInDep,
    desk: DeskDep,
    jobs: JobsDep,
    hashing: PasswordHashingDep,
    caller: CallerDep,
) -> Response:
    """Ends all other sessions of the account, and sets a new cookie for this one."""
    proved = await prove_account(desk, hashing, signed_in.account.email, change.current_password, caller)
    if proved is None:
        raise InvalidInput([("/current_password", "This is not your present password.")])
    hashed = await hashing.hash(change.new_password)
    async with desk.transaction() as session:
        await proved.settle(session)
        token = await service.change_password(session, signed_in, hashed, datetime.now(UTC))
        await jobs.post(session, password_changed_mail(signed_in.account.email, jobs.settings))
    response = Response(status_code=204)
    give_session_cookie(response, request.app.state.settings, token)
    return response
