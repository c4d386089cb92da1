"""HTTP for planning facts."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from learners_api.clock import Today
from learners_api.planning_facts import queries, service
from learners_api.planning_facts.access import (
    CanChangeAdjustments,
    CanChangePlanningFacts,
    CanGivePreferences,
    CanReadAdjustments,
    CanReadPlanningFacts,
)
from learners_api.planning_facts.schemas import (
    AdjustmentsRead,
    AdjustmentsUpdate,
    GivenPreferencesRead,
    PlanningFactsRead,
    PlanningFactsUpdate,
    PreferencesUpdate,
)
from service_common import audit
from service_common.db import SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems

router = APIRouter(prefix="/learners/{learner_id:uuid}", tags=["planning facts"])
_CHANGE_PROBLEMS = problems(NotFound, VersionMismatch, PreconditionRequired)


@router.get(
    "/planning-facts",
    summary="Read what the planner knows of a learner",
    response_model=PlanningFactsRead,
    responses=problems(NotFound),
)
async def get_planning_facts(
    learner_id: UUID, principal: CanReadPlanningFacts, session: SessionDep, response: Response
) -> Any:
    """For those who plan or employ, and for the apprentice. Version 0: nothing has been recorded yet."""
    facts = await queries.get_planning_facts(session, principal, learner_id)
    set_etag(response, facts)
    return facts


@router.put(
    "/planning-facts",
    summary="Change a learner's travel and hours",
    response_model=PlanningFactsRead,
    responses=_CHANGE_PROBLEMS,
)
async def update_planning_facts(
    learner_id: UUID,
    wanted: PlanningFactsUpdate,
    principal: CanChangePlanningFacts,
    session: SessionDep,
    seen_version: SeenVersion,
    today: Today,
    response: Response,
) -> Any:
    facts = await service.change_planning_facts(session, principal, learner_id, wanted, seen_version, today)
    set_etag(response, facts)
    return facts


@router.get(
    "/preferences",
    summary="Read a learner's preferences",
    response_model=GivenPreferencesRead,
    responses=problems(NotFound),
)
async def get_preferences(
    learner_id: UUID, principal: CanReadPlanningFacts, session: SessionDep, response: Response
) -> Any:
    facts = await queries.get_planning_facts(session, principal, learner_id)
    set_etag(response, facts)
    return facts


@router.put(
    "/preferences",
    summary="Give a learner's preferences",
    response_model=GivenPreferencesRead,
    responses=_CHANGE_PROBLEMS,
)
async def give_preferences(
    learner_id: UUID,
    wanted: PreferencesUpdate,
    principal: CanGivePreferences,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """Apprentices give their own. `If-Match` is the planning facts' version."""
    facts = await service.give_preferences(session, principal, learner_id, wanted, seen_version)
    set_etag(response, facts)
    return facts


@router.get(
    "/adjustments",
    summary="Read a learner's reasonable adjustments",
    response_model=AdjustmentsRead,
    responses=problems(NotFound),
)
async def get_adjustments(
    learner_id: UUID, principal: CanReadAdjustments, session: SessionDep, response: Response
) -> Any:
    """For those who arrange them, and for the apprentice. Whoever else reads them is in the audit log."""
    facts = await queries.get_adjustments(session, principal, learner_id)
    if principal.learner_id != learner_id:
        await audit.record(session, principal, "adjustments.read", learner_id)
    set_etag(response, facts)
    return facts


@router.put(
    "/adjustments",
    summary="Change a learner's reasonable adjustments",
    response_model=AdjustmentsRead,
    responses=_CHANGE_PROBLEMS,
)
async def update_adjustments(
    learner_id: UUID,
    wanted: AdjustmentsUpdate,
    principal: CanChangeAdjustments,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """`If-Match` is the planning facts' version."""
    facts = await service.change_adjustments(session, principal, learner_id, wanted, seen_version)
    set_etag(response, facts)
    return facts
