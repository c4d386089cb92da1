"""What the gateway asks before it lets a browser's request through. Never routed from outside."""

from datetime import UTC, datetime

from fastapi import APIRouter, Request, Response

from identity_api.desk import DeskDep
from identity_api.gateway.rules import audience_of
from identity_api.same_origin import RequestFromElsewhere, refusal
from identity_api.sessions.cookies import sent_session_token
from identity_api.sessions.queries import find_signed_in
from identity_api.sessions.service import note_seen
from service_common.problems import NotFound, Unauthenticated

router = APIRouter(include_in_schema=False)


@router.get("/internal/forward-auth", status_code=204)
async def forward_auth(request: Request, desk: DeskDep) -> Response:
    """204 with the bearer token that the request goes on with, or the problem that the browser is answered.

    The session is looked up each time: one that has ended is refused at once.
    """
    settings = request.app.state.settings
    method = request.headers.get("x-forwarded-method", "")
    audience = audience_of(request.headers.get("x-forwarded-uri", ""))
    if audience is None:
        raise NotFound("Check the address.")
    reason = refusal(method, request.headers, settings.public_origin)
    if reason is not None:
        raise RequestFromElsewhere(reason)
    cookie = sent_session_token(request)
    if cookie is None:
        raise Unauthenticated("Sign in.")
    now = datetime.now(UTC)
    async with desk.transaction() as session:
        signed_in = await find_signed_in(session, cookie, now)
        if signed_in is None:
            raise Unauthenticated("Your sign-in has ended. Sign in again.")
        await note_seen(session, signed_in, now)
    token = await request.app.state.browser_tokens.token(
        desk, signed_in.session.token_hash, signed_in.principal, audience
    )
    return Response(status_code=204, headers={"Authorization": f"Bearer {token}"})
