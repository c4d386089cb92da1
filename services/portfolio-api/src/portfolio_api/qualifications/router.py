"""HTTP for qualifications."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from portfolio_api.qualifications import queries, service
from portfolio_api.qualifications.access import CanReadQualifications, CanWriteQualifications
from portfolio_api.qualifications.problems import (
    DraftExists,
    NothingToEvidence,
    QualificationCodeTaken,
    VersionIsPublished,
)
from portfolio_api.qualifications.schemas import (
    QualificationCreate,
    QualificationRead,
    VersionCreate,
    VersionRead,
    VersionUpdate,
)
from service_common.db import ReaderDep, SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems

router = APIRouter(prefix="/qualifications", tags=["qualifications"])


@router.get("", summary="List qualifications", response_model=Page[QualificationRead])
async def list_qualifications(principal: CanReadQualifications, reader: ReaderDep, paging: PagingDep) -> Response:
    """By title. Drafts are for those who write them."""
    return await queries.list_qualifications(reader, principal, paging)


@router.post(
    "",
    summary="Add a qualification",
    status_code=201,
    response_model=QualificationRead,
    responses=problems(QualificationCodeTaken, *ONCE_PROBLEMS),
)
async def create_qualification(
    new: QualificationCreate, principal: CanWriteQualifications, session: SessionDep, once: Once
) -> Response:
    """One of the partnership's own. `POST /catalogue/adoptions` adds one that is known already."""
    return await once.answer(session, QualificationRead, lambda: service.add_qualification(session, principal, new))


@router.get(
    "/{qualification_id}",
    summary="Read one qualification",
    response_model=QualificationRead,
    responses=problems(NotFound),
)
async def get_qualification(qualification_id: UUID, principal: CanReadQualifications, session: SessionDep) -> Any:
    return await queries.get_qualification(session, principal, qualification_id)


@router.post(
    "/{qualification_id}/versions",
    summary="Begin a version of a qualification",
    status_code=201,
    response_model=VersionRead,
    responses=problems(NotFound, DraftExists, *ONCE_PROBLEMS),
)
async def create_version(
    qualification_id: UUID, new: VersionCreate, principal: CanWriteQualifications, session: SessionDep, once: Once
) -> Response:
    """A draft with the units of another version, or empty."""
    return await once.answer(
        session, VersionRead, lambda: service.add_version(session, principal, qualification_id, new)
    )


@router.get(
    "/{qualification_id}/versions/{version_id}",
    summary="Read one version of a qualification",
    response_model=VersionRead,
    responses=problems(NotFound),
)
async def get_version(
    qualification_id: UUID,
    version_id: UUID,
    principal: CanReadQualifications,
    session: SessionDep,
    response: Response,
) -> Any:
    """With its units and criteria."""
    version = await queries.get_version(session, principal, qualification_id, version_id)
    set_etag(response, version)
    return version


@router.put(
    "/{qualification_id}/versions/{version_id}",
    summary="Change a draft",
    response_model=VersionRead,
    responses=problems(NotFound, VersionIsPublished, VersionMismatch, PreconditionRequired),
)
async def update_version(
    qualification_id: UUID,
    version_id: UUID,
    wanted: VersionUpdate,
    principal: CanWriteQualifications,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """All its units at once."""
    version = await service.change_version(session, principal, qualification_id, version_id, wanted, seen_version)
    set_etag(response, version)
    return version


@router.post(
    "/{qualification_id}/versions/{version_id}/publication",
    summary="Publish a draft",
    response_model=VersionRead,
    responses=problems(NotFound, VersionIsPublished, NothingToEvidence, VersionMismatch, PreconditionRequired),
)
async def publish_version(
    qualification_id: UUID,
    version_id: UUID,
    principal: CanWriteQualifications,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """From then on it never changes; the version that was published before is superseded."""
    version = await service.publish_version(session, principal, qualification_id, version_id, seen_version)
    set_etag(response, version)
    return version
