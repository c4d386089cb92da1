"""Every SELECT of requirements."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fastapi import Response
from sqlalchemy import ColumnElement, Select, Text, and_, bindparam, cast, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.ext.asyncio import AsyncSession

from portfolio_api.learners.models import Learner
from portfolio_api.learners.queries import get_learner
from portfolio_api.learners.states import OPEN
from portfolio_api.qualifications.models import Qualification, QualificationVersion
from portfolio_api.qualifications.queries import (
    CRITERIA,
    OF_QUALIFICATION,
    PLACEMENT_CRITERIA,
    count_in_units,
    numbers_in_units,
)
from portfolio_api.qualifications.schemas import Unit, VersionState
from portfolio_api.requirements.models import LearnerRequirement, ProgrammeRequirements, RequiredVersion
from portfolio_api.requirements.progress import progress_in
from portfolio_api.requirements.schemas import (
    LearnerRequirementsRead,
    MissingCriteria,
    MissingOfLearner,
    ProgrammeRequirementsRead,
)
from service_common.auth import Principal
from service_common.db import Reader
from service_common.json_lists import JsonList
from service_common.pagination import Paging

_OF_PROGRAMME = and_(
    RequiredVersion.partnership_id == ProgrammeRequirements.partnership_id,
    RequiredVersion.programme_id == ProgrammeRequirements.programme_id,
)
_REQUIRED = and_(
    RequiredVersion.partnership_id == QualificationVersion.partnership_id,
    RequiredVersion.version_id == QualificationVersion.id,
)
_TO_EVIDENCE = and_(
    LearnerRequirement.partnership_id == QualificationVersion.partnership_id,
    LearnerRequirement.version_id == QualificationVersion.id,
)
_NAMES = (
    Qualification.id.label("qualification_id"),
    Qualification.code,
    Qualification.title,
    Qualification.level,
    Qualification.kind,
    QualificationVersion.id.label("version_id"),
    QualificationVersion.label,
)


def _qualifications() -> ColumnElement[Any]:
    """JSON of what the outer query's programme asks for: `RequiredQualification`s, by title."""
    shown = (
        select(
            *_NAMES,
            QualificationVersion.number,
            QualificationVersion.state,
            count_in_units(CRITERIA).label("criterion_count"),
            count_in_units(PLACEMENT_CRITERIA).label("placement_criterion_count"),
        )
        .select_from(RequiredVersion)
        .join(QualificationVersion, _REQUIRED)
        .join(Qualification, OF_QUALIFICATION)
        .where(_OF_PROGRAMME)
        .correlate(ProgrammeRequirements)
        .subquery("shown")
    )
    row: ColumnElement[Any] = literal_column("shown")
    in_order = aggregate_order_by(row, shown.c.title, shown.c.version_id)
    return select(func.coalesce(func.json_agg(in_order), literal_column("'[]'::json"))).scalar_subquery()


_PROGRAMMES = JsonList(
    ProgrammeRequirementsRead,
    {
        "programme_id": ProgrammeRequirements.programme_id,
        "qualifications": _qualifications(),
        "version": ProgrammeRequirements.version,
    },
    source=ProgrammeRequirements.__table__,
    order_by=(ProgrammeRequirements.programme_id,),
    filters={"partnership_id": ProgrammeRequirements.partnership_id == bindparam("partnership_id")},
)


async def list_programme_requirements(reader: Reader, principal: Principal, paging: Paging) -> Response:
    return await _PROGRAMMES.page(reader, paging, partnership_id=principal.partnership_id)


async def get_programme_requirements(
    session: AsyncSession, principal: Principal, programme_id: UUID
) -> ProgrammeRequirementsRead:
    """Nothing, at version 0, while nothing has been set."""
    found = select(
        ProgrammeRequirements.programme_id, _qualifications().label("qualifications"), ProgrammeRequirements.version
    ).where(
        ProgrammeRequirements.partnership_id == principal.partnership_id,
        ProgrammeRequirements.programme_id == programme_id,
    )
    row = (await session.execute(found)).one_or_none()
    if row is None:
        return ProgrammeRequirementsRead(programme_id=programme_id, qualifications=[], version=0)
    return ProgrammeRequirementsRead.model_validate(row)


async def find_programme_requirements(
    session: AsyncSession, principal: Principal, programme_id: UUID
) -> ProgrammeRequirements | None:
    """None while nothing has been set."""
    return await session.scalar(
        select(ProgrammeRequirements).where(
            ProgrammeRequirements.partnership_id == principal.partnership_id,
            ProgrammeRequirements.programme_id == programme_id,
        )
    )


async def find_written_versions(
    session: AsyncSession, principal: Principal, version_ids: Sequence[UUID]
) -> dict[UUID, UUID]:
    """Those of the versions that are no drafts, each with its qualification."""
    rows = await session.execute(
        select(QualificationVersion.id, QualificationVersion.qualification_id).where(
            QualificationVersion.partnership_id == principal.partnership_id,
            QualificationVersion.id.in_(version_ids),
            QualificationVersion.state != VersionState.DRAFT.value,
        )
    )
    return {row.id: row.qualification_id for row in rows}


async def find_learners_of_programme(session: AsyncSession, partnership_id: UUID, programme_id: UUID) -> list[UUID]:
    query = select(Learner.id).where(
        Learner.partnership_id == partnership_id,
        Learner.enrolments.contains([{"programme_id": str(programme_id)}]),
    )
    return list(await session.scalars(query))


def required_of(partnership_id: UUID, learner_ids: Sequence[UUID]) -> Select[*tuple[Any, ...]]:
    """(partnership, learner, version) of all that these learners have to evidence: what the programmes of their open
    enrolments ask for."""
    programme = cast(RequiredVersion.programme_id, Text)
    in_state = [
        Learner.enrolments.contains(
            func.jsonb_build_array(func.jsonb_build_object("programme_id", programme, "state", state))
        )
        for state in OPEN
    ]
    return (
        select(Learner.partnership_id, Learner.id.label("learner_id"), RequiredVersion.version_id)
        .join(RequiredVersion, and_(RequiredVersion.partnership_id == Learner.partnership_id, or_(*in_state)))
        .where(Learner.partnership_id == partnership_id, Learner.id.in_(learner_ids))
        .distinct()
    )


async def get_learner_requirements(
    session: AsyncSession, principal: Principal, learner_id: UUID
) -> LearnerRequirementsRead:
    """Raises NotFound."""
    learner = await get_learner(session, principal, learner_id)
    rows = await session.execute(
        select(*_NAMES, QualificationVersion.units, LearnerRequirement.met)
        .select_from(LearnerRequirement)
        .join(QualificationVersion, _TO_EVIDENCE)
        .join(Qualification, OF_QUALIFICATION)
        .where(
            LearnerRequirement.partnership_id == principal.partnership_id, LearnerRequirement.learner_id == learner_id
        )
        .order_by(Qualification.title, QualificationVersion.id)
    )
    return LearnerRequirementsRead(
        learner_id=learner.id,
        given_names=learner.given_names,
        family_name=learner.family_name,
        qualifications=[
            progress_in(row._asdict(), [Unit.model_validate(unit) for unit in row.units], frozenset(row.met))
            for row in rows
        ],
    )


async def find_missing(session: AsyncSession, principal: Principal, ids: Sequence[UUID]) -> list[MissingOfLearner]:
    """Of the learners who are known, by id, what they have still to evidence in placements."""
    known = select(Learner.id).where(Learner.partnership_id == principal.partnership_id, Learner.id.in_(ids))
    learner_ids = sorted(await session.scalars(known))
    rows = await session.execute(
        select(
            LearnerRequirement.learner_id,
            LearnerRequirement.met,
            Qualification.code,
            numbers_in_units(PLACEMENT_CRITERIA).label("numbers"),
        )
        .join(QualificationVersion, _TO_EVIDENCE)
        .join(Qualification, OF_QUALIFICATION)
        .where(
            LearnerRequirement.partnership_id == principal.partnership_id,
            LearnerRequirement.learner_id.in_(learner_ids),
        )
        .order_by(Qualification.code, QualificationVersion.number)
    )
    missing: dict[UUID, list[MissingCriteria]] = defaultdict(list)
    for learner_id, met, code, numbers in rows:
        if left := [number for number in numbers if number not in met]:
            missing[learner_id].append(MissingCriteria(qualification=code, criteria=left))
    return [MissingOfLearner(learner_id=id_, missing=missing[id_]) for id_ in learner_ids]
