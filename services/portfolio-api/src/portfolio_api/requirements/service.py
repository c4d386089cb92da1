"""Setting what programmes ask for, and what follows from it for their learners."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, text, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from portfolio_api.clients.learners import LearnersClient
from portfolio_api.requirements.models import LearnerRequirement, ProgrammeRequirements, RequiredVersion
from portfolio_api.requirements.queries import (
    find_learners_of_programme,
    find_programme_requirements,
    find_written_versions,
    get_programme_requirements,
    required_of,
)
from portfolio_api.requirements.schemas import ProgrammeRequirementsRead, ProgrammeRequirementsUpdate
from service_common import audit
from service_common.auth import Principal
from service_common.etags import check_version
from service_common.events import publish
from service_common.problems import InvalidInput, NotFound

_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended('requirements/' || :partnership_id, 0))")


async def set_programme_requirements(
    session: AsyncSession,
    principal: Principal,
    learners: LearnersClient,
    programme_id: UUID,
    wanted: ProgrammeRequirementsUpdate,
    seen_version: int,
) -> ProgrammeRequirementsRead:
    """Make the wanted versions, and no others, what the programme asks for.

    Learners-api is asked about a programme for which nothing was set before. Raises NotFound when there is no such
    programme, Unavailable, InvalidInput, VersionMismatch.
    """
    partnership_id = principal.partnership_id
    assert partnership_id is not None  # noqa: S101 - who is allowed here acts in one
    if seen_version == 0:
        await _check_programme(learners, partnership_id, programme_id)
    await lock_requirements(session, partnership_id)
    present = await find_programme_requirements(session, principal, programme_id)
    check_version(present or await get_programme_requirements(session, principal, programme_id), seen_version)
    version_ids = [each.version_id for each in wanted.qualifications]
    await _check_versions(session, principal, version_ids)
    here = {"partnership_id": partnership_id, "programme_id": programme_id}
    if present is None:
        session.add(ProgrammeRequirements(**here, version=1))
    else:
        present.version += 1
    await session.execute(delete(RequiredVersion).filter_by(**here))
    await session.flush()
    session.add_all(RequiredVersion(**here, version_id=version_id) for version_id in version_ids)
    await session.flush()
    await settle_learners(
        session, partnership_id, await find_learners_of_programme(session, partnership_id, programme_id)
    )
    await publish(session, "programme_requirements.updated", programme_id)
    detail = {"versions": [str(version_id) for version_id in version_ids]}
    await audit.record(session, principal, "programme_requirements.updated", programme_id, detail)
    return await get_programme_requirements(session, principal, programme_id)


async def lock_requirements(session: AsyncSession, partnership_id: UUID) -> None:
    """Until the transaction ends nobody else changes a partnership's enrolments or programme requirements here: what
    learners have to evidence follows from both. Take it before the first look at either."""
    await session.execute(_LOCK, {"partnership_id": str(partnership_id)})


async def settle_learners(session: AsyncSession, partnership_id: UUID, learner_ids: Sequence[UUID]) -> None:
    """Bring what the learners have to evidence to what follows from enrolments and programme requirements, and tell of
    each learner for whom that changed something. Once is as good as twice."""
    if not learner_ids:
        return
    required = required_of(partnership_id, learner_ids)
    pairs = required.with_only_columns(required.selected_columns.learner_id, required.selected_columns.version_id)
    gone = await session.scalars(
        delete(LearnerRequirement)
        .where(
            LearnerRequirement.partnership_id == partnership_id,
            LearnerRequirement.learner_id.in_(learner_ids),
            tuple_(LearnerRequirement.learner_id, LearnerRequirement.version_id).not_in(pairs),
        )
        .returning(LearnerRequirement.learner_id)
    )
    changed = set(gone)
    new = await session.scalars(
        insert(LearnerRequirement)
        .from_select(["partnership_id", "learner_id", "version_id"], required)
        .on_conflict_do_nothing()
        .returning(LearnerRequirement.learner_id)
    )
    for learner_id in sorted(changed | set(new)):
        await publish(session, "requirements.changed", learner_id)


async def _check_programme(learners: LearnersClient, partnership_id: UUID, programme_id: UUID) -> None:
    """Raises NotFound, Unavailable."""
    if programme_id not in await learners.find_programmes(partnership_id, [programme_id]):
        raise NotFound("Look it up in the list of programmes.")


async def _check_versions(session: AsyncSession, principal: Principal, version_ids: Sequence[UUID]) -> None:
    """Raises InvalidInput."""
    qualifications = await find_written_versions(session, principal, version_ids)
    seen = set[UUID]()
    for place, version_id in enumerate(version_ids):
        pointer = f"/qualifications/{place}/version_id"
        if version_id not in qualifications:
            raise InvalidInput([(pointer, "Choose a published version of one of the partnership's qualifications.")])
        if qualifications[version_id] in seen:
            raise InvalidInput([(pointer, "This is another version of a qualification above: choose one of the two.")])
        seen.add(qualifications[version_id])
