"""Keeps the table of organisations equal to what placements-api says."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.clients.placements import OrganisationSummary, PlacementsClient
from learners_api.organisations.models import Organisation
from service_common.events import Event
from service_common.feeds import ReadModel


def organisations_read_model(placements: PlacementsClient) -> ReadModel[OrganisationSummary]:
    return ReadModel(
        tables=(Organisation.__tablename__,),
        key=_organisation,
        fetch=placements.look_up_organisations,
        store=store_organisations,
    )


def _organisation(event: Event) -> UUID | None:
    return event.subject if event.type.startswith("organisation.") else None


async def store_organisations(
    session: AsyncSession, partnership_id: UUID, ids: list[UUID], found: Mapping[UUID, OrganisationSummary]
) -> None:
    """Write what was found of `ids`, and delete the others of them."""
    gone = [id_ for id_ in ids if id_ not in found]
    if gone:
        await session.execute(
            delete(Organisation).where(Organisation.partnership_id == partnership_id, Organisation.id.in_(gone))
        )
    if found:
        rows = [{"partnership_id": partnership_id, **summary.model_dump(mode="json")} for summary in found.values()]
        put = insert(Organisation).values(rows)
        present = {column: put.excluded[column] for column in ("name", "kind", "sector")}
        await session.execute(put.on_conflict_do_update(index_elements=["partnership_id", "id"], set_=present))
