"""A placement as a reader sees it: its facts, its life, what can be done next and what stands in the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.facts import PlanningFacts
from placements_api.placements import queries
from placements_api.placements.access import is_host_of, manages_all
from placements_api.placements.life import ENDED, MissingClearance, State, missing_clearances, steps_from
from placements_api.placements.models import Placement
from placements_api.placements.schemas import PlacementRead
from service_common.auth import Principal


@dataclass(frozen=True, slots=True)
class Described:
    """Placements in the order in which they were given."""

    items: list[PlacementRead]


async def find_missing_clearances(
    session: AsyncSession, placements: Sequence[Placement]
) -> dict[UUID, list[MissingClearance]]:
    """Of each placement, what its setting demands and the apprentice does not have for all of it."""
    demands = await queries.find_demands(session, placements)
    facts = await queries.find_planning_facts(session, placements)
    return {
        each.id: missing_clearances(
            demands.get(each.id, ()),
            PlanningFacts.model_validate(facts.get(each.enrolment_id) or {}).clearances,
            each.starts_on,
            each.ends_on,
        )
        for each in placements
    }


async def describe_placements(
    session: AsyncSession, principal: Principal, placements: Sequence[Placement]
) -> list[PlacementRead]:
    """In the order in which they were given."""
    facts = await queries.summaries(session, placements)
    steps = await queries.list_steps(session, placements)
    missing = await find_missing_clearances(session, [each for each in placements if State(each.state) not in ENDED])
    return [
        PlacementRead.model_validate(
            facts[each.id]
            | {
                "next_steps": _next_steps(principal, each),
                "clearances_missing": missing.get(each.id, []),
                "steps": steps[each.id],
            }
        )
        for each in placements
    ]


async def describe_placement(session: AsyncSession, principal: Principal, placement: Placement) -> Any:
    [described] = await describe_placements(session, principal, [placement])
    return described


def _next_steps(principal: Principal, placement: Placement) -> list[str]:
    as_host = is_host_of(principal, placement)
    if not (as_host or manages_all(principal)):
        return []
    steps = steps_from(
        State(placement.state), hosted=placement.setting_id is not None, as_host=not manages_all(principal)
    )
    return [step.value for step in steps]
