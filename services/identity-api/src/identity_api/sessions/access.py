"""Who is signed in at this browser.

Operations on one's own sign-in and account take the cookie itself, not a bearer token: they concern the session,
and no partner system or other service may use them.
"""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.desk import DeskDep
from identity_api.same_origin import FromOurPages
from identity_api.sessions.cookies import sent_session_token
from identity_api.sessions.queries import SignedIn, find_signed_in
from service_common.db import DataScope, transaction
from service_common.problems import Unauthenticated


async def _signed_in(request: Request, desk: DeskDep, _guard: FromOurPages) -> SignedIn:
    token = sent_session_token(request)
    if token is not None:
        async with desk.transaction() as session:
            signed_in = await find_signed_in(session, token, datetime.now(UTC))
        if signed_in is not None:
            return signed_in
    raise Unauthenticated("You are not signed in, or it has been a long time. Sign in.")


SignedInDep = Annotated[SignedIn, Depends(_signed_in)]


async def _own_session(request: Request, signed_in: SignedInDep) -> AsyncIterator[AsyncSession]:
    async with transaction(request.app.state.sessions, DataScope.of(signed_in.principal)) as session:
        yield session


OwnSessionDep = Annotated[AsyncSession, Depends(_own_session, scope="function")]
"""A transaction that sees what belongs to the signed-in account; commits before the answer."""
