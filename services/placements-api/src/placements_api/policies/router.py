"""HTTP for policies."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from placements_api.access import CanChangeHosts, CanReadHosts
from placements_api.policies import queries, service
from placements_api.policies.schemas import PoliciesRead, PoliciesUpdate, PolicyComparison
from service_common.db import SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems

router = APIRouter(tags=["policies"])


@router.get(
    "/organisations/{organisation_id}/policies",
    summary="Read an organisation's policies",
    response_model=PoliciesRead,
    responses=problems(NotFound),
)
async def get_policies(organisation_id: UUID, principal: CanReadHosts, session: SessionDep, response: Response) -> Any:
    """Empty, at version 0, while nothing has been written."""
    policies = await queries.get_policies(session, principal, organisation_id)
    set_etag(response, policies)
    return policies


@router.put(
    "/organisations/{organisation_id}/policies",
    summary="Change an organisation's policies",
    response_model=PoliciesRead,
    responses=problems(NotFound, VersionMismatch, PreconditionRequired),
)
async def update_policies(
    organisation_id: UUID,
    wanted: PoliciesUpdate,
    principal: CanChangeHosts,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """All of them at once. Employers change those of their own organisations."""
    policies = await service.change_policies(session, principal, organisation_id, wanted, seen_version)
    set_etag(response, policies)
    return policies


@router.get("/policies/comparison", summary="Compare the policies of organisations", response_model=PolicyComparison)
async def compare_policies(
    principal: CanReadHosts,
    session: SessionDep,
    organisation_id: Annotated[list[UUID], Query(min_length=1, max_length=20, description="Once for each.")],
) -> Any:
    """Side by side, topic by topic. Employers compare only organisations of their own."""
    return await queries.compare_policies(session, principal, organisation_id)
