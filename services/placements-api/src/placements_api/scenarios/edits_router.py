"""HTTP for changing a scenario by hand."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.programmes.queries import get_cohort
from placements_api.scenarios import editing, judging, queries
from placements_api.scenarios.access import CanPlan
from placements_api.scenarios.bench import Bench, open_bench
from placements_api.scenarios.problems import CohortNotPlannable, MoveBreaksRules, NothingToUndo
from placements_api.scenarios.router import CHANGE_PROBLEMS
from placements_api.scenarios.schemas import (
    AssumptionsRequest,
    CheckRequest,
    EditRead,
    MovesRequest,
    OptionsRead,
    PinsRequest,
    VerdictRead,
)
from placements_api.scenarios.shelf import Shelf, ShelfDep
from service_common.auth import Principal
from service_common.db import SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.problems import NotFound, problems

router = APIRouter(prefix="/scenarios/{scenario_id}", tags=["scenarios"])


@router.post(
    "/check",
    summary="Check moves before they are made",
    response_model=VerdictRead,
    responses=problems(NotFound, CohortNotPlannable),
)
async def check_moves(
    scenario_id: UUID, wanted: CheckRequest, principal: CanPlan, session: SessionDep, shelf: ShelfDep
) -> Any:
    """Changes nothing."""
    return judging.judge_moves(await _bench(scenario_id, principal, session, shelf), wanted.moves)


@router.get(
    "/options",
    summary="List the places that somebody could have in a block",
    response_model=OptionsRead,
    responses=problems(NotFound, CohortNotPlannable),
)
async def list_options(
    scenario_id: UUID,
    principal: CanPlan,
    session: SessionDep,
    enrolment_id: UUID,
    shelf: ShelfDep,
    block: Annotated[int, Query(ge=0, le=99)],
) -> Any:
    """Those that are allowed first, then the nearest."""
    return judging.options_for(await _bench(scenario_id, principal, session, shelf), enrolment_id, block)


async def _bench(scenario_id: UUID, principal: Principal, session: AsyncSession, shelf: Shelf) -> Bench:
    scenario = await queries.get_scenario(session, principal.partnership_id, scenario_id)

    async def open_it() -> Bench:
        return await open_bench(session, scenario, await get_cohort(session, principal, scenario.cohort_id))

    return await shelf.bench(scenario, open_it)


@router.post(
    "/moves",
    summary="Move people",
    response_model=EditRead,
    responses=problems(*CHANGE_PROBLEMS, MoveBreaksRules),
)
async def move_people(
    scenario_id: UUID,
    wanted: MovesRequest,
    principal: CanPlan,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """All of the moves or none. Refused with the verdict when they break rules, unless that is accepted."""
    edit = await editing.make_moves(session, principal, scenario_id, wanted, seen_version)
    set_etag(response, edit)
    return edit


@router.post("/pins", summary="Pin and unpin", response_model=EditRead, responses=problems(*CHANGE_PROBLEMS))
async def set_pins(
    scenario_id: UUID,
    wanted: PinsRequest,
    principal: CanPlan,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """What is pinned stays where it is when the plan is computed."""
    edit = await editing.set_pins(session, principal, scenario_id, wanted, seen_version)
    set_etag(response, edit)
    return edit


@router.post(
    "/undo",
    summary="Take the last change back",
    response_model=EditRead,
    responses=problems(*CHANGE_PROBLEMS, NothingToUndo),
)
async def undo_change(
    scenario_id: UUID, principal: CanPlan, session: SessionDep, seen_version: SeenVersion, response: Response
) -> Any:
    """Again and again, back to the beginning; a computation counts as one change."""
    edit = await editing.undo(session, principal, scenario_id, seen_version)
    set_etag(response, edit)
    return edit


@router.post("/assumptions", summary="Apply a remedy", response_model=EditRead, responses=problems(*CHANGE_PROBLEMS))
async def add_assumptions(
    scenario_id: UUID,
    wanted: AssumptionsRequest,
    principal: CanPlan,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """Changes that somebody has to agree to are taken for granted in this scenario, and stand on its checklist."""
    edit = await editing.apply_assumptions(session, principal, scenario_id, wanted, seen_version)
    set_etag(response, edit)
    return edit


@router.delete(
    "/assumptions/{assumption_id}",
    summary="No longer take something for granted",
    response_model=EditRead,
    responses=problems(*CHANGE_PROBLEMS),
)
async def delete_assumption(
    scenario_id: UUID,
    assumption_id: UUID,
    principal: CanPlan,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    edit = await editing.drop_assumption(session, principal, scenario_id, assumption_id, seen_version)
    set_etag(response, edit)
    return edit
