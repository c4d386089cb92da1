"""Every SELECT of policies."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.access import only_organisations
from placements_api.organisations.models import Organisation
from placements_api.policies.models import Policies
from placements_api.policies.rules import compare
from placements_api.policies.schemas import (
    ComparedOrganisation,
    ComparedStatement,
    ComparedTopic,
    PoliciesRead,
    PolicyComparison,
    PolicyStatements,
    PolicyTopic,
    Statement,
)
from service_common.auth import Principal
from service_common.problems import NotFound

_OF_ORGANISATION = and_(
    Policies.partnership_id == Organisation.partnership_id, Policies.organisation_id == Organisation.id
)


def visible_to(principal: Principal) -> ColumnElement[bool]:
    """The organisations whose policies a principal sees."""
    own = only_organisations(principal)
    here = Organisation.partnership_id == principal.partnership_id
    return here if own is None else and_(here, Organisation.id.in_(own))


async def get_policies(session: AsyncSession, principal: Principal, organisation_id: UUID) -> PoliciesRead:
    """Empty, at version 0, while nothing has been written. Raises NotFound."""
    row = (
        await session.execute(
            select(Organisation.name, Policies)
            .outerjoin(Policies, _OF_ORGANISATION)
            .where(visible_to(principal), Organisation.id == organisation_id)
        )
    ).one_or_none()
    if row is None:
        raise NotFound("Look the organisation up in the list of organisations.")
    policies: Policies | None = row.Policies
    return PoliciesRead(
        organisation_id=organisation_id,
        organisation_name=row.name,
        version=0 if policies is None else policies.version,
        **_statements(policies).model_dump(),
    )


async def find_policies_to_change(
    session: AsyncSession, principal: Principal, organisation_id: UUID
) -> Policies | None:
    """Locked; None while nothing has been written."""
    return await session.scalar(
        select(Policies)
        .where(Policies.partnership_id == principal.partnership_id, Policies.organisation_id == organisation_id)
        .with_for_update()
    )


async def compare_policies(
    session: AsyncSession, principal: Principal, organisation_ids: Sequence[UUID]
) -> PolicyComparison:
    rows = (
        await session.execute(
            select(Organisation.id, Organisation.name, Policies)
            .outerjoin(Policies, _OF_ORGANISATION)
            .where(visible_to(principal), Organisation.id.in_(organisation_ids))
            .order_by(Organisation.name, Organisation.id)
        )
    ).all()
    written = [_statements(policies) for _, _, policies in rows]
    return PolicyComparison(
        organisations=[ComparedOrganisation(id=id_, name=name) for id_, name, _ in rows],
        topics=[_compared(topic, [getattr(each, topic) for each in written]) for topic in PolicyTopic],
    )


def _statements(policies: Policies | None) -> PolicyStatements:
    return PolicyStatements.model_validate(policies.statements if policies else {})


def _compared(topic: PolicyTopic, statements: Sequence[Statement | None]) -> ComparedTopic:
    shown = [each and ComparedStatement.model_validate(each) for each in statements]
    return ComparedTopic(topic=topic, verdict=compare(statements), statements=shown)
