"""HTTP for learners. They come into being with their first enrolment."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from learners_api.enrolments.states import EnrolmentState
from learners_api.learners import queries, service
from learners_api.learners.access import CanCorrectLearners, CanLookUpLearners, CanReadLearners
from learners_api.learners.problems import UlnTaken
from learners_api.learners.schemas import (
    LearnerLookup,
    LearnerRead,
    LearnerSnapshots,
    LearnerSummary,
    LearnerUpdate,
)
from learners_api.planning_facts.queries import find_planning
from service_common.db import ReaderDep, SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems
from service_common.types import SearchText

router = APIRouter(prefix="/learners", tags=["learners"])


@router.get("", summary="List learners", response_model=Page[LearnerSummary])
async def list_learners(
    principal: CanReadLearners,
    reader: ReaderDep,
    paging: PagingDep,
    q: Annotated[SearchText, Query(description="Words of the name, or the ULN; beginnings of words will do.")] = "",
    cohort_id: Annotated[UUID | None, Query(description="Only those who have an enrolment in this cohort.")] = None,
    state: Annotated[EnrolmentState | None, Query(description="Only those who have an enrolment so.")] = None,
    uln_is_temporary: Annotated[bool | None, Query(description="Only with the temporary ULN, or without.")] = None,
) -> Response:
    """By family name, then given names."""
    return await queries.list_learners(
        reader, principal, paging, q=q, cohort_id=cohort_id, state=state, uln_is_temporary=uln_is_temporary
    )


@router.post("/lookup", summary="Look up learners by id", response_model=LearnerSnapshots)
async def look_up_learners(wanted: LearnerLookup, principal: CanLookUpLearners, session: SessionDep) -> Any:
    """For the read models of other services. Ids that do not exist are missing from the answer."""
    learners = await queries.find_snapshots(session, principal, wanted.ids)
    planning = await find_planning(session, principal, [learner.id for learner in learners])
    return {
        "items": [
            {**learner._mapping, "planning": planning[learner.id] | {"home_postcode": learner.home_postcode}}
            for learner in learners
        ]
    }


@router.get("/{learner_id:uuid}", summary="Read one learner", response_model=LearnerRead, responses=problems(NotFound))
async def get_learner(learner_id: UUID, principal: CanReadLearners, session: SessionDep, response: Response) -> Any:
    learner = await queries.get_learner(session, principal, learner_id)
    set_etag(response, learner)
    return learner


@router.patch(
    "/{learner_id:uuid}",
    summary="Correct a learner's record",
    response_model=LearnerRead,
    responses=problems(NotFound, UlnTaken, VersionMismatch, PreconditionRequired),
)
async def correct_learner(
    learner_id: UUID,
    wanted: LearnerUpdate,
    principal: CanCorrectLearners,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    await service.correct_learner(session, principal, learner_id, wanted, seen_version)
    learner = await queries.get_learner(session, principal, learner_id)
    set_etag(response, learner)
    return learner
