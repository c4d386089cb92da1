"""Changing policies."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.access import check_may_change
from placements_api.policies.models import Policies
from placements_api.policies.queries import find_policies_to_change, get_policies
from placements_api.policies.schemas import PoliciesRead, PoliciesUpdate
from service_common import audit
from service_common.auth import Principal
from service_common.db import violations
from service_common.etags import check_version
from service_common.events import publish
from service_common.problems import VersionMismatch

_WRITTEN_MEANWHILE = {
    "policies_organisation_unique": VersionMismatch(
        "Somebody else wrote the first policies meanwhile. Look at them, then make your change again.",
        current_version=1,
    )
}


async def change_policies(
    session: AsyncSession, principal: Principal, organisation_id: UUID, wanted: PoliciesUpdate, seen_version: int
) -> PoliciesRead:
    """Bring an organisation's policies to what is wanted. Raises NotFound, Forbidden, VersionMismatch."""
    present = await get_policies(session, principal, organisation_id)
    check_may_change(principal, organisation_id)
    policies = await find_policies_to_change(session, principal, organisation_id)
    check_version(policies or present, seen_version)
    if policies is None:
        policies = Policies(partnership_id=principal.partnership_id, organisation_id=organisation_id, version=0)
        session.add(policies)
    policies.statements = wanted.model_dump(mode="json")
    policies.version += 1
    with violations(_WRITTEN_MEANWHILE):
        await session.flush()
    await publish(session, "policies.updated", organisation_id)
    await audit.record(session, principal, "policies.updated", organisation_id)
    return await get_policies(session, principal, organisation_id)
