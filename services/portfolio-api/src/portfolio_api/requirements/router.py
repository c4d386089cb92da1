"""HTTP for requirements."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from portfolio_api.clients.learners import Learners
from portfolio_api.requirements import queries, service
from portfolio_api.requirements.access import (
    CanLookUpRequirements,
    CanReadLearnerRequirements,
    CanReadProgrammeRequirements,
    CanSetProgrammeRequirements,
)
from portfolio_api.requirements.schemas import (
    LearnerRequirementsRead,
    ProgrammeRequirementsRead,
    ProgrammeRequirementsUpdate,
    RequirementsLookup,
    RequirementsSnapshots,
)
from service_common.db import ReaderDep, SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems

router = APIRouter(tags=["requirements"])


@router.get(
    "/programme-requirements",
    summary="List what programmes ask for",
    response_model=Page[ProgrammeRequirementsRead],
)
async def list_programme_requirements(
    principal: CanReadProgrammeRequirements, reader: ReaderDep, paging: PagingDep
) -> Response:
    """Of the programmes for which something has been set."""
    return await queries.list_programme_requirements(reader, principal, paging)


@router.get(
    "/programme-requirements/{programme_id}",
    summary="Read what a programme asks for",
    response_model=ProgrammeRequirementsRead,
)
async def get_programme_requirements(
    programme_id: UUID, principal: CanReadProgrammeRequirements, session: SessionDep, response: Response
) -> Any:
    """Nothing, at version 0, while nothing has been set."""
    requirements = await queries.get_programme_requirements(session, principal, programme_id)
    set_etag(response, requirements)
    return requirements


@router.put(
    "/programme-requirements/{programme_id}",
    summary="Set what a programme asks for",
    response_model=ProgrammeRequirementsRead,
    responses=problems(NotFound, VersionMismatch, PreconditionRequired),
)
async def set_programme_requirements(
    programme_id: UUID,
    wanted: ProgrammeRequirementsUpdate,
    principal: CanSetProgrammeRequirements,
    session: SessionDep,
    learners: Learners,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """All qualifications at once. What its learners have to evidence follows."""
    requirements = await service.set_programme_requirements(
        session, principal, learners, programme_id, wanted, seen_version
    )
    set_etag(response, requirements)
    return requirements


@router.post(
    "/requirements/lookup",
    summary="Look up what learners have still to evidence in placements",
    response_model=RequirementsSnapshots,
)
async def look_up_requirements(
    wanted: RequirementsLookup, principal: CanLookUpRequirements, session: SessionDep
) -> Any:
    """For the read models of other services, which hear of changes by `requirements.changed`, whose subject is the
    learner. Learners who are not known are missing from the answer."""
    return {"items": await queries.find_missing(session, principal, wanted.ids)}


@router.get(
    "/requirements/{learner_id:uuid}",
    summary="Read what a learner has to evidence",
    response_model=LearnerRequirementsRead,
    responses=problems(NotFound),
)
async def get_learner_requirements(learner_id: UUID, principal: CanReadLearnerRequirements, session: SessionDep) -> Any:
    """By unit, with what is met and what is missing."""
    return await queries.get_learner_requirements(session, principal, learner_id)
