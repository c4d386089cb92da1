"""HTTP for tokens."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from identity_api.attempts.limits import TooManyAttempts
from identity_api.caller import CallerDep
from identity_api.desk import DeskDep
from identity_api.tokens import service
from identity_api.tokens.problems import ClientNotRecognised, ScopeNotGranted
from identity_api.tokens.schemas import TokenRead
from service_common.problems import problems
from service_common.settings import ServiceName

router = APIRouter(tags=["tokens"])

PRINTABLE = r"^[!-~]*$"


@router.post(
    "/token",
    summary="Get a token for a program",
    responses=problems(ClientNotRecognised, ScopeNotGranted, TooManyAttempts),
)
async def create_token(
    request: Request,
    response: Response,
    desk: DeskDep,
    caller: CallerDep,
    grant_type: Annotated[Literal["client_credentials"], Form()],
    client_id: Annotated[str, Form(min_length=1, max_length=100, pattern=PRINTABLE)],
    client_secret: Annotated[str, Form(min_length=1, max_length=200, pattern=PRINTABLE)],
    audience: Annotated[ServiceName, Form(description="The service that the token is for.")],
    partnership_id: Annotated[
        UUID | None, Form(description="For our own services: the partnership to act in. A partner has its own.")
    ] = None,
    scope: Annotated[
        str,
        Form(max_length=1000, pattern=r"^[!-~ ]*$", description="Scopes separated by spaces; empty for all granted."),
    ] = "",
) -> TokenRead:
    """OAuth 2.0 client credentials. A token serves one service for ten minutes."""
    asked = service.TokenRequest(client_id, client_secret, audience, partnership_id, scopes=frozenset(scope.split()))
    token, scopes = await service.issue_token(
        desk, request.app.state.key_ring, request.app.state.settings, asked, caller
    )
    response.headers["Cache-Control"] = "no-store"
    return TokenRead(
        access_token=token,
        token_type="Bearer",  # noqa: S106 - a kind, not a secret
        expires_in=service.LIFETIME_SECONDS,
        scope=" ".join(sorted(scopes)),
    )
