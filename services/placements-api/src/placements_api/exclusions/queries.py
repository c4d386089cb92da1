"""Every SELECT of exclusions."""

from uuid import UUID

from fastapi import Response
from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.exclusions.models import Exclusion
from placements_api.exclusions.schemas import ExclusionRead
from service_common.auth import Principal
from service_common.db import Reader
from service_common.json_lists import JsonList
from service_common.pagination import Paging
from service_common.problems import NotFound

_EXCLUSIONS = JsonList(
    ExclusionRead,
    {name: getattr(Exclusion, name) for name in ExclusionRead.model_fields},
    source=Exclusion.__table__,
    order_by=(Exclusion.id,),
    filters={
        "partnership_id": Exclusion.partnership_id == bindparam("partnership_id"),
        "learner_id": Exclusion.learner_id == bindparam("learner_id"),
    },
)


async def list_exclusions(reader: Reader, principal: Principal, paging: Paging, *, learner_id: UUID | None) -> Response:
    """In the order in which they were added."""
    return await _EXCLUSIONS.page(reader, paging, partnership_id=principal.partnership_id, learner_id=learner_id)


async def get_exclusion(session: AsyncSession, principal: Principal, exclusion_id: UUID) -> Exclusion:
    """Raises NotFound."""
    query = select(Exclusion).where(Exclusion.partnership_id == principal.partnership_id, Exclusion.id == exclusion_id)
    exclusion = await session.scalar(query)
    if exclusion is None:
        raise NotFound("Look it up in the list of exclusions.")
    return exclusion
