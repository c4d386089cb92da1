"""HTTP for all of a person's sign-ins."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter

from identity_api.same_origin import RequestFromElsewhere
from identity_api.sessions.access import OwnSessionDep, SignedInDep
from identity_api.sessions.queries import list_sessions_of_account
from identity_api.sessions.schemas import SignInRead
from identity_api.sessions.service import end_session_of_account, end_sessions_of_account
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, Unauthenticated, problems

router = APIRouter(prefix="/sessions", tags=["account"])


@router.get(
    "", summary="List where one is signed in", response_model=Page[SignInRead], responses=problems(Unauthenticated)
)
async def list_sessions(signed_in: SignedInDep, session: OwnSessionDep, paging: PagingDep) -> Any:
    """Newest first."""
    page = await list_sessions_of_account(session, signed_in.account.id, paging, datetime.now(UTC))
    items = [
        SignInRead(
            id=row.id,
            created_at=row.created_at,
            last_seen_at=row.last_seen_at,
            user_agent=row.user_agent,
            current=row.id == signed_in.session.id,
        )
        for row in page.items
    ]
    return {"items": items, "next_cursor": page.next_cursor}


@router.delete(
    "",
    summary="Sign out everywhere else",
    status_code=204,
    responses=problems(Unauthenticated, RequestFromElsewhere),
)
async def end_other_sessions(signed_in: SignedInDep, session: OwnSessionDep) -> None:
    await end_sessions_of_account(session, signed_in.account.id, but=signed_in.session.id)


@router.delete(
    "/{session_id}",
    summary="Sign out somewhere",
    status_code=204,
    responses=problems(Unauthenticated, RequestFromElsewhere, NotFound),
)
async def end_session(session_id: UUID, signed_in: SignedInDep, session: OwnSessionDep) -> None:
    """What is signed in there is refused on its next request."""
    await end_session_of_account(session, signed_in.account.id, session_id)
