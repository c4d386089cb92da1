"""The desk: identity acting for itself, before anybody is known or across partnerships.

Signing in, verifying a session and issuing tokens look at accounts of all partnerships; nothing else may. Row-level
security opens identity's tables to the actor `identity:desk`, a name that no principal can have (theirs begin with
`person:`, `client:` or `service:`); everybody else sees their own partnership and their own account.
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from service_common import audit
from service_common.auth import Principal
from service_common.db import DataScope, Sessions, enter_scope, transaction

ACTOR = "identity:desk"
INSTALLATION = UUID(int=0)
"""Stands for the partnership in the audit chain of what belongs to none, such as a failed sign-in by nobody."""


def desk_scope(partnership_id: UUID | None = None) -> DataScope:
    return DataScope(partnership_id=partnership_id, actor=ACTOR)


class Desk:
    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def transaction(self, partnership_id: UUID | None = None) -> AbstractAsyncContextManager[AsyncSession]:
        """One transaction at the desk; commits at the end of the block."""
        return transaction(self._sessions, desk_scope(partnership_id))


def _desk(request: Request) -> Desk:
    return Desk(request.app.state.sessions)


DeskDep = Annotated[Desk, Depends(_desk)]


@asynccontextmanager
async def at_the_desk(session: AsyncSession, principal: Principal) -> AsyncIterator[None]:
    """Within the block, the principal's transaction acts for identity; afterwards for the principal again."""
    await enter_scope(session, desk_scope(principal.partnership_id))
    yield
    await enter_scope(session, DataScope.of(principal))


async def record_at_desk(
    session: AsyncSession, who: Principal, action: str, subject: object, detail: dict[str, Any] | None = None
) -> None:
    """An audit entry from a transaction of the desk, in the chain of `who`'s partnership or of the installation."""
    partnership_id = who.partnership_id or INSTALLATION
    await enter_scope(session, desk_scope(partnership_id))
    in_chain = Principal(kind=who.kind, subject=who.subject, partnership_id=partnership_id)
    await audit.record(session, in_chain, action, subject, detail)
