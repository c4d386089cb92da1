"""HTTP for placements."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from placements_api.clock import Today
from placements_api.placements import moving, queries
from placements_api.placements.access import CanMovePlacements, CanReadPlacements, CanSeeNeeds
from placements_api.placements.describing import Described, describe_placement
from placements_api.placements.life import State
from placements_api.placements.problems import ClearancesMissing, StepNotPossible
from placements_api.placements.schemas import (
    PlacementNeed,
    PlacementRead,
    PlacementsRead,
    PlacementSummary,
    StepCreate,
    StepsCreate,
    When,
)
from service_common.db import ReaderDep, SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems

router = APIRouter(prefix="/placements", tags=["placements"])

_STEP_PROBLEMS = (NotFound, StepNotPossible, ClearancesMissing, VersionMismatch, *ONCE_PROBLEMS)


@router.get("", summary="List placements", response_model=Page[PlacementSummary])
async def list_placements(
    principal: CanReadPlacements,
    reader: ReaderDep,
    paging: PagingDep,
    today: Today,
    when: Annotated[
        When | None, Query(description="Those that stand and are under way, to come or past today.")
    ] = None,
    state: Annotated[State | None, Query(description="Only in this state.")] = None,
    cohort_id: Annotated[UUID | None, Query(description="Only this cohort's.")] = None,
    organisation_id: Annotated[UUID | None, Query(description="Only hosted by this organisation.")] = None,
    setting_id: Annotated[UUID | None, Query(description="Only in this setting.")] = None,
    learner_id: Annotated[UUID | None, Query(description="Only this learner's.")] = None,
) -> Response:
    """By their first day. Hosts see those offered to them, employers those whom they employ, apprentices their own."""
    return await queries.list_placements(
        reader,
        principal,
        paging,
        today=today,
        when=when,
        state=state,
        cohort_id=cohort_id,
        organisation_id=organisation_id,
        setting_id=setting_id,
        learner_id=learner_id,
    )


@router.get("/needs", summary="List placements that wait for something", response_model=Page[PlacementNeed])
async def list_placement_needs(
    principal: CanSeeNeeds,
    reader: ReaderDep,
    paging: PagingDep,
    today: Today,
    cohort_id: Annotated[UUID | None, Query(description="Only this cohort's.")] = None,
) -> Response:
    """By their first day: offers and answers due or late, inductions and rotas due, and what should have started or
    ended by today. Nothing changes by itself: somebody takes the step."""
    return await queries.list_needs(reader, principal, paging, today=today, cohort_id=cohort_id)


@router.post(
    "/steps",
    summary="Take the same step of several placements",
    status_code=201,
    response_model=PlacementsRead,
    responses=problems(*_STEP_PROBLEMS),
)
async def create_placement_steps(
    wanted: StepsCreate, principal: CanMovePlacements, session: SessionDep, once: Once, today: Today
) -> Response:
    """All of them or, when one cannot take it, none."""

    async def effect() -> Described:
        return Described(list(await moving.take_steps(session, principal, wanted, today)))

    return await once.answer(session, PlacementsRead, effect)


@router.get(
    "/{placement_id:uuid}", summary="Read one placement", response_model=PlacementRead, responses=problems(NotFound)
)
async def get_placement(
    placement_id: UUID, principal: CanReadPlacements, session: SessionDep, response: Response
) -> Any:
    placement = await queries.get_placement(session, principal, placement_id)
    set_etag(response, placement)
    return await describe_placement(session, principal, placement)


@router.post(
    "/{placement_id:uuid}/steps",
    summary="Take a step of a placement",
    status_code=201,
    response_model=PlacementRead,
    responses=problems(*_STEP_PROBLEMS, PreconditionRequired),
)
async def create_placement_step(
    placement_id: UUID,
    wanted: StepCreate,
    principal: CanMovePlacements,
    session: SessionDep,
    once: Once,
    seen_version: SeenVersion,
    today: Today,
) -> Response:
    """The host accepts, declines, inducts, starts, suspends, resumes and completes; the coordinator also offers,
    confirms and withdraws."""
    return await once.answer(
        session,
        PlacementRead,
        lambda: moving.take_step(session, principal, placement_id, wanted, seen_version, today),
    )
