"""What learners-api asks of placements-api: the present state of organisations."""

from collections.abc import Mapping, Sequence
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from pydantic import BaseModel

from learners_api.organisations.kinds import OrganisationKind, Sector
from service_common.http_client import Upstream


class OrganisationSummary(BaseModel):
    id: UUID
    name: str
    kind: OrganisationKind
    sector: Sector


class _OrganisationSummaries(BaseModel):
    items: list[OrganisationSummary]


class PlacementsClient:
    def __init__(self, upstream: Upstream) -> None:
        self._upstream = upstream

    async def look_up_organisations(
        self, partnership_id: UUID, ids: Sequence[UUID]
    ) -> Mapping[UUID, OrganisationSummary]:
        """Organisations by id; those that do not exist are missing. Raises Unavailable."""
        answer = await self._upstream.post(
            "/organisations/lookup", json={"ids": [str(id_) for id_ in ids]}, partnership_id=partnership_id
        )
        found = _OrganisationSummaries.model_validate_json(answer.content)
        return {organisation.id: organisation for organisation in found.items}


async def _placements(request: Request) -> PlacementsClient:
    client: PlacementsClient = request.app.state.placements
    return client


Placements = Annotated[PlacementsClient, Depends(_placements)]
