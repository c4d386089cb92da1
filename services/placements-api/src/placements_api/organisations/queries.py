"""Every SELECT of organisations."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import Response
from sqlalchemy import ARRAY, Select, Text, all_, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.organisations.models import Organisation
from placements_api.organisations.schemas import OrganisationRead
from service_common.auth import Principal
from service_common.db import Reader
from service_common.json_lists import JsonList
from service_common.pagination import Paging
from service_common.problems import NotFound


def visible_to(principal: Principal) -> Select[Organisation]:
    return select(Organisation).where(Organisation.partnership_id == principal.partnership_id)


_ORGANISATIONS = JsonList(
    OrganisationRead,
    {name: getattr(Organisation, name) for name in OrganisationRead.model_fields},
    source=Organisation.__table__,
    order_by=(Organisation.name, Organisation.id),
    filters={
        "partnership_id": Organisation.partnership_id == bindparam("partnership_id"),
        "patterns": Organisation.name.ilike(all_(bindparam("patterns", type_=ARRAY(Text)))),
    },
)
_MEANS_SOMETHING_IN_A_PATTERN = str.maketrans({character: f"\\{character}" for character in "\\%_"})


async def list_organisations(reader: Reader, principal: Principal, paging: Paging, *, q: str) -> Response:
    """Those with every word of `q` somewhere in the name."""
    patterns = [f"%{word.translate(_MEANS_SOMETHING_IN_A_PATTERN)}%" for word in q.split()]
    return await _ORGANISATIONS.page(reader, paging, partnership_id=principal.partnership_id, patterns=patterns or None)


async def get_organisation(
    session: AsyncSession, principal: Principal, organisation_id: UUID, *, for_update: bool = False
) -> Organisation:
    query = visible_to(principal).where(Organisation.id == organisation_id)
    organisation = await session.scalar(query.with_for_update() if for_update else query)
    if organisation is None:
        raise NotFound("Look it up in the list of organisations.")
    return organisation


async def find_organisations(
    session: AsyncSession, principal: Principal, ids: Sequence[UUID]
) -> Sequence[Organisation]:
    return (await session.scalars(visible_to(principal).where(Organisation.id.in_(ids)))).all()
