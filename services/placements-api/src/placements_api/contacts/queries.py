"""Every SELECT of contacts."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.contacts.models import OrganisationContacts
from placements_api.contacts.schemas import ContactForTopic, ContactsRead, PlacementContacts
from placements_api.contacts.topics import Asked, Source, Topic, whom_to_ask
from placements_api.host_settings.models import Setting
from placements_api.host_settings.schemas import Contact
from placements_api.organisations.kinds import OrganisationKind
from placements_api.organisations.models import Organisation
from placements_api.organisations.queries import get_organisation
from placements_api.placements.models import Placement
from service_common.auth import Principal

_CONTACTS = TypeAdapter(dict[Topic, Contact])


async def get_contacts(session: AsyncSession, principal: Principal, organisation_id: UUID) -> ContactsRead:
    """Raises NotFound."""
    await get_organisation(session, principal, organisation_id)
    row = await find_contacts(session, principal, organisation_id)
    return ContactsRead(
        organisation_id=organisation_id,
        contacts=_CONTACTS.validate_python(row.contacts if row else {}),
        version=row.version if row else 0,
    )


async def find_contacts(
    session: AsyncSession, principal: Principal, organisation_id: UUID, *, for_update: bool = False
) -> OrganisationContacts | None:
    """None while nobody is named."""
    query = select(OrganisationContacts).where(
        OrganisationContacts.partnership_id == principal.partnership_id,
        OrganisationContacts.organisation_id == organisation_id,
    )
    found: OrganisationContacts | None = await session.scalar(query.with_for_update() if for_update else query)
    return found


async def contacts_at(session: AsyncSession, placement: Placement) -> PlacementContacts:
    sources = await _sources(session, placement)
    items = []
    for topic in Topic:
        found = whom_to_ask(topic, sources)
        source, contact = found or (None, None)
        items.append(
            ContactForTopic(
                topic=topic,
                contact=contact,
                asked=source and source.asked,
                organisation_name=source and source.organisation_name,
            )
        )
    return PlacementContacts(placement_id=placement.id, mentor_name=placement.mentor_name, items=items)


async def _sources(session: AsyncSession, placement: Placement) -> Sequence[Source[Contact]]:
    """Host, employer of record and training providers, with whom they name."""
    employer_id = await session.scalar(
        select(Apprentice.employer_organisation_id).where(
            Apprentice.partnership_id == placement.partnership_id, Apprentice.enrolment_id == placement.enrolment_id
        )
    )
    query = (
        select(Organisation.id, Organisation.name, Organisation.kind, OrganisationContacts.contacts)
        .outerjoin(
            OrganisationContacts,
            and_(
                OrganisationContacts.partnership_id == Organisation.partnership_id,
                OrganisationContacts.organisation_id == Organisation.id,
            ),
        )
        .where(
            Organisation.partnership_id == placement.partnership_id,
            or_(
                Organisation.id.in_([placement.organisation_id, employer_id]),
                Organisation.kind == OrganisationKind.TRAINING_PROVIDER,
            ),
        )
        .order_by(Organisation.name, Organisation.id)
    )
    of_setting = await session.scalar(
        select(Setting.contact).where(
            Setting.partnership_id == placement.partnership_id, Setting.id == placement.setting_id
        )
    )
    default = Contact.model_validate(of_setting) if of_setting else None
    sources: list[Source[Contact]] = []
    for row in await session.execute(query):
        named = _CONTACTS.validate_python(row.contacts or {})
        if row.id == placement.organisation_id and placement.setting_id is not None:
            sources.append(Source(Asked.HOST, row.name, named, default))
        if row.id == employer_id:
            sources.append(Source(Asked.EMPLOYER, row.name, named))
        if row.kind == OrganisationKind.TRAINING_PROVIDER:
            sources.append(Source(Asked.PROVIDER, row.name, named))
    return sources
