"""Recording planning facts."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.enrolments.rules import require_none
from learners_api.learners.queries import get_learner_with_facts
from learners_api.planning_facts.models import PlanningFacts
from learners_api.planning_facts.queries import get_facts_to_change
from learners_api.planning_facts.rules import hours_faults
from learners_api.planning_facts.schemas import (
    AdjustmentsUpdate,
    PlanningFactsUpdate,
    PreferencesUpdate,
    TravelAndHours,
)
from service_common import audit
from service_common.auth import Principal
from service_common.etags import check_version
from service_common.events import publish


async def change_planning_facts(
    session: AsyncSession,
    principal: Principal,
    learner_id: UUID,
    wanted: PlanningFactsUpdate,
    seen_version: int,
    today: date,
) -> PlanningFacts:
    """Bring travel and hours to what is wanted. Raises NotFound, VersionMismatch, InvalidInput."""
    learner = await get_learner_with_facts(session, principal, learner_id)
    facts = await _facts_seen(session, principal, learner_id, seen_version)
    require_none(hours_faults(wanted, learner.date_of_birth, today))
    return await record_facts(session, principal, facts, columns_of(wanted), "planning_facts.changed")


async def give_preferences(
    session: AsyncSession, principal: Principal, learner_id: UUID, wanted: PreferencesUpdate, seen_version: int
) -> PlanningFacts:
    """Write down what somebody would like. Raises NotFound, VersionMismatch."""
    await get_learner_with_facts(session, principal, learner_id)
    facts = await _facts_seen(session, principal, learner_id, seen_version)
    columns = {
        "preferred_setting_kinds": [kind.value for kind in wanted.preferences.setting_kinds],
        "preferences_note": wanted.preferences.note,
        "sector_before": wanted.sector_of_choice.before,
        "sector_now": wanted.sector_of_choice.now,
    }
    return await record_facts(session, principal, facts, columns, "preferences.given")


async def change_adjustments(
    session: AsyncSession, principal: Principal, learner_id: UUID, wanted: AdjustmentsUpdate, seen_version: int
) -> PlanningFacts:
    """Bring adjustments to what is wanted. Raises NotFound, VersionMismatch."""
    await get_learner_with_facts(session, principal, learner_id)
    facts = await _facts_seen(session, principal, learner_id, seen_version)
    columns = {"adjustments": [each.value for each in wanted.adjustments], "adjustments_note": wanted.note}
    return await record_facts(session, principal, facts, columns, "adjustments.changed")


def columns_of(wanted: TravelAndHours) -> dict[str, Any]:
    columns = wanted.model_dump(exclude={"home_position", "travel_means"})
    position = wanted.home_position.model_dump() if wanted.home_position else {"latitude": None, "longitude": None}
    return columns | position | {"travel_means": [means.value for means in wanted.travel_means]}


async def lock_facts(session: AsyncSession, principal: Principal, learner_id: UUID) -> PlanningFacts:
    """The row of a learner whom the caller has found visible, made when there was none."""
    ids = {"partnership_id": principal.partnership_id, "learner_id": learner_id}
    await session.execute(insert(PlanningFacts).values(**ids).on_conflict_do_nothing())
    return await get_facts_to_change(session, principal, learner_id)


async def _facts_seen(
    session: AsyncSession, principal: Principal, learner_id: UUID, seen_version: int
) -> PlanningFacts:
    facts = await lock_facts(session, principal, learner_id)
    check_version(facts, seen_version)
    return facts


async def record_facts(
    session: AsyncSession, principal: Principal, facts: PlanningFacts, columns: dict[str, Any], what: str
) -> PlanningFacts:
    """Write columns of a row that the caller has locked, with event and audit entry."""
    changed = {name: value for name, value in columns.items() if getattr(facts, name) != value}
    for name, value in changed.items():
        setattr(facts, name, value)
    facts.version += 1
    await session.flush()
    await publish(session, "learner.updated", facts.learner_id)
    await audit.record(session, principal, what, facts.learner_id, {"fields": sorted(changed)})
    return facts
