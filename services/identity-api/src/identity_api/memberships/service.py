"""Changing memberships."""

from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.desk import at_the_desk
from identity_api.memberships.models import Membership
from identity_api.memberships.problems import LastAdministrator
from identity_api.memberships.queries import get_member
from identity_api.memberships.rules import faults
from identity_api.memberships.schemas import MemberUpdate
from identity_api.sessions.service import end_sessions_of_membership
from service_common import audit
from service_common.auth import Principal, Role
from service_common.etags import check_version
from service_common.events import publish
from service_common.problems import InvalidInput

POWERS = ("roles", "organisation_ids", "learner_id")

_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")


async def change_member(
    session: AsyncSession, principal: Principal, membership_id: UUID, wanted: MemberUpdate, seen_version: int
) -> Membership:
    """Change what is stated. Whoever gains or loses powers signs in anew.

    Raises NotFound, VersionMismatch, InvalidInput, LastAdministrator.
    """
    await _one_change_at_a_time(session, principal)
    membership = await get_member(session, principal, membership_id, for_update=True)
    check_version(membership, seen_version)
    before = _powers(membership)
    for field, value in wanted.model_dump(exclude_unset=True).items():
        setattr(membership, field, [str(role) for role in value] if field == "roles" else value)
    wrong = list(faults(membership.roles, membership.organisation_ids, membership.learner_id))
    if wrong:
        raise InvalidInput([(f"/{field}", message) for field, message in wrong])
    if Role.ADMINISTRATOR in before["roles"] and Role.ADMINISTRATOR not in membership.roles:
        await _refuse_without_another_administrator(session, membership)
    membership.version += 1
    await session.flush()
    if _powers(membership) != before:
        async with at_the_desk(session, principal):
            await end_sessions_of_membership(session, membership.id)
    await publish(session, "membership.changed", membership.id)
    await audit.record(
        session,
        principal,
        "membership.changed",
        membership.id,
        {"roles": membership.roles, "roles_before": before["roles"]},
    )
    return membership


async def remove_member(session: AsyncSession, principal: Principal, membership_id: UUID) -> None:
    """End the membership and what goes on in it; the account stays. Raises NotFound, LastAdministrator."""
    await _one_change_at_a_time(session, principal)
    membership = await get_member(session, principal, membership_id, for_update=True)
    if Role.ADMINISTRATOR in membership.roles:
        await _refuse_without_another_administrator(session, membership)
    await session.delete(membership)
    await session.flush()
    await publish(session, "membership.removed", membership.id)
    detail = {"account": str(membership.account_id), "roles": membership.roles}
    await audit.record(session, principal, "membership.removed", membership.id, detail)


async def _one_change_at_a_time(session: AsyncSession, principal: Principal) -> None:
    """Of two administrators who remove each other at once, the second must find themselves the last."""
    await session.execute(_LOCK, {"name": f"members/{principal.partnership_id}"})


def _powers(membership: Membership) -> dict[str, Any]:
    return {name: getattr(membership, name) for name in POWERS}


async def _refuse_without_another_administrator(session: AsyncSession, membership: Membership) -> None:
    another = select(Membership.id).where(
        Membership.partnership_id == membership.partnership_id,
        Membership.id != membership.id,
        Membership.roles.contains([str(Role.ADMINISTRATOR)]),
    )
    if (await session.execute(another.limit(1))).scalar_one_or_none() is None:
        raise LastAdministrator("Make somebody else an administrator first.")
