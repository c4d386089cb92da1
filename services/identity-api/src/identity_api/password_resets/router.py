"""HTTP for password resets."""

from datetime import UTC, datetime

from fastapi import APIRouter, Response

from identity_api.attempts.limits import TooManyAttempts
from identity_api.caller import CallerDep
from identity_api.desk import DeskDep
from identity_api.jobs import JobsDep
from identity_api.mail.texts import password_changed_mail
from identity_api.one_time_tokens import LinkNotValid
from identity_api.password_resets import service
from identity_api.password_resets.schemas import PasswordResetCreate, PasswordResetUse
from identity_api.passwords.service import PasswordHashingDep
from identity_api.same_origin import FromOurPages, RequestFromElsewhere
from service_common.problems import problems

router = APIRouter(prefix="/password-resets", tags=["sign-in"])


@router.post(
    "",
    summary="Ask for a new password",
    status_code=202,
    response_class=Response,
    responses=problems(TooManyAttempts, RequestFromElsewhere),
)
async def ask_for_password_reset(
    wanted: PasswordResetCreate, desk: DeskDep, jobs: JobsDep, caller: CallerDep, _guard: FromOurPages
) -> Response:
    """Always accepted: who has an account is nobody's business. The link comes by mail."""
    async with desk.transaction() as session:
        await service.ask_for_reset(session, jobs.prepare_password_reset, wanted.email, caller, datetime.now(UTC))
    return Response(status_code=202)


@router.put(
    "",
    summary="Set a new password by a mailed link",
    status_code=204,
    responses=problems(LinkNotValid, RequestFromElsewhere),
)
async def reset_password(
    use: PasswordResetUse, desk: DeskDep, jobs: JobsDep, hashing: PasswordHashingDep, _guard: FromOurPages
) -> Response:
    """The link is used up, and the account is signed out everywhere."""
    async with desk.transaction() as session:
        await service.check_link(session, use.token, datetime.now(UTC))
    hashed = await hashing.hash(use.new_password)
    async with desk.transaction() as session:
        account = await service.reset_password(session, use.token, hashed, datetime.now(UTC))
        await jobs.post(session, password_changed_mail(account.email, jobs.settings))
    return Response(status_code=204)
