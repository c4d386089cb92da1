"""Writing qualifications and publishing their versions."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from portfolio_api.qualifications.models import Qualification, QualificationVersion
from portfolio_api.qualifications.problems import (
    DraftExists,
    NothingToEvidence,
    QualificationCodeTaken,
    VersionIsPublished,
)
from portfolio_api.qualifications.queries import (
    describe_version,
    find_versions,
    get_qualification,
    get_qualification_to_change,
)
from portfolio_api.qualifications.schemas import (
    QualificationCreate,
    QualificationRead,
    Unit,
    VersionCreate,
    VersionRead,
    VersionState,
    VersionUpdate,
    criteria_of,
)
from service_common import audit
from service_common.auth import Principal
from service_common.db import violations
from service_common.etags import check_version
from service_common.events import publish
from service_common.problems import InvalidInput, NotFound

_CODE_TAKEN = {
    "qualifications_code_unique": QualificationCodeTaken("Use another code, or the qualification that has it.")
}


async def add_qualification(session: AsyncSession, principal: Principal, new: QualificationCreate) -> QualificationRead:
    """Add a qualification that has no version yet. Raises QualificationCodeTaken."""
    qualification = Qualification(partnership_id=principal.partnership_id, **new.model_dump(mode="json"))
    session.add(qualification)
    with violations(_CODE_TAKEN):
        await session.flush()
    await _tell(session, principal, "qualification.created", qualification.id)
    return await get_qualification(session, principal, qualification.id)


async def add_version(
    session: AsyncSession, principal: Principal, qualification_id: UUID, new: VersionCreate
) -> VersionRead:
    """Add a draft: a copy, or empty. Raises NotFound, DraftExists, InvalidInput."""
    qualification = await get_qualification_to_change(session, principal, qualification_id)
    versions = await find_versions(session, qualification)
    if any(version.state == VersionState.DRAFT for version in versions.values()):
        raise DraftExists("Change that draft, or publish it before you begin another.")
    copied = None
    if new.copy_of_version_id is not None:
        copied = versions.get(new.copy_of_version_id)
        if copied is None:
            raise InvalidInput([("/copy_of_version_id", "Choose one of this qualification's versions.")])
    version = QualificationVersion(
        partnership_id=qualification.partnership_id,
        qualification_id=qualification.id,
        number=1 + max((each.number for each in versions.values()), default=0),
        units=copied.units if copied else [],
        **new.model_dump(exclude={"copy_of_version_id"}),
    )
    session.add(version)
    await session.flush()
    await session.refresh(version)
    await _tell(session, principal, "qualification.version_drafted", qualification.id, version)
    return describe_version(qualification, version)


async def change_version(
    session: AsyncSession,
    principal: Principal,
    qualification_id: UUID,
    version_id: UUID,
    wanted: VersionUpdate,
    seen_version: int,
) -> VersionRead:
    """Bring a draft to what is wanted. Raises NotFound, VersionMismatch, VersionIsPublished."""
    qualification = await get_qualification_to_change(session, principal, qualification_id)
    version = _draft(await find_versions(session, qualification), version_id, seen_version)
    version.units = wanted.model_dump(mode="json")["units"]
    for name in ("label", "valid_from", "source"):
        setattr(version, name, getattr(wanted, name))
    version.version += 1
    await session.flush()
    await _tell(session, principal, "qualification.version_changed", qualification.id, version)
    return describe_version(qualification, version)


async def publish_version(
    session: AsyncSession, principal: Principal, qualification_id: UUID, version_id: UUID, seen_version: int
) -> VersionRead:
    """Publish a draft; the version before it is superseded.

    Programmes go on asking for the version that they ask for until somebody changes that. Raises NotFound,
    VersionMismatch, VersionIsPublished, NothingToEvidence.
    """
    qualification = await get_qualification_to_change(session, principal, qualification_id)
    versions = await find_versions(session, qualification)
    version = _draft(versions, version_id, seen_version)
    if not criteria_of(Unit.model_validate(unit) for unit in version.units):
        raise NothingToEvidence("Write its units and criteria, then publish it.")
    for earlier in versions.values():
        if earlier.state == VersionState.PUBLISHED:
            earlier.state = VersionState.SUPERSEDED
            earlier.version += 1
    await session.flush()  # first: only one is published at a time
    version.state = VersionState.PUBLISHED
    version.version += 1
    await session.flush()
    await _tell(session, principal, "qualification.version_published", qualification.id, version)
    return describe_version(qualification, version)


def _draft(versions: Mapping[UUID, QualificationVersion], version_id: UUID, seen_version: int) -> QualificationVersion:
    version = versions.get(version_id)
    if version is None:
        raise NotFound("Look it up among the versions of the qualification.")
    check_version(version, seen_version)
    if version.state != VersionState.DRAFT:
        raise VersionIsPublished("Make a new version from it, and change that.")
    return version


async def _tell(
    session: AsyncSession,
    principal: Principal,
    what: str,
    qualification_id: UUID,
    version: QualificationVersion | None = None,
) -> None:
    detail = {} if version is None else {"version_id": str(version.id)}
    await publish(session, what, qualification_id, **detail)
    await audit.record(session, principal, what, qualification_id, detail)
