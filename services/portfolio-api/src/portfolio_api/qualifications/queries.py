"""Every SELECT of qualifications."""

from functools import cache
from typing import Any
from uuid import UUID

from fastapi import Response
from sqlalchemy import ColumnElement, Integer, and_, bindparam, cast, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.ext.asyncio import AsyncSession

from portfolio_api.qualifications.access import sees_drafts
from portfolio_api.qualifications.models import Qualification, QualificationVersion
from portfolio_api.qualifications.schemas import QualificationRead, VersionRead
from service_common.auth import Principal
from service_common.db import Reader
from service_common.json_lists import JsonList
from service_common.pagination import Paging
from service_common.problems import NotFound

CRITERIA = "$[*].outcomes[*].criteria[*]"
"""The criteria within `units`, as a JSON path."""
PLACEMENT_CRITERIA = f'{CRITERIA} ? (@.evidenced_in == "placement")'

OF_QUALIFICATION = and_(
    QualificationVersion.partnership_id == Qualification.partnership_id,
    QualificationVersion.qualification_id == Qualification.id,
)
_WRITTEN = QualificationVersion.state != literal_column("'draft'")
_NOT_FOUND = NotFound("Look it up in the list of qualifications.")


def count_in_units(path: str) -> ColumnElement[int]:
    """How many things a JSON path finds in the units of a version."""
    return cast(func.jsonb_array_length(_found_in_units(path)), Integer)


def numbers_in_units(path: str) -> ColumnElement[Any]:
    """JSON array of the numbers of the criteria that a JSON path finds in the units of a version."""
    return _found_in_units(f"{path}.number")


def _found_in_units(path: str) -> ColumnElement[Any]:
    return func.jsonb_path_query_array(QualificationVersion.units, literal_column(f"'{path}'::jsonpath"))


def _versions(*, drafts: bool) -> ColumnElement[Any]:
    """JSON of the versions of the outer query's qualification: `VersionSummary`s, the latest first."""
    own = select(
        QualificationVersion.id,
        QualificationVersion.number,
        QualificationVersion.label,
        QualificationVersion.valid_from,
        QualificationVersion.state,
        func.jsonb_array_length(QualificationVersion.units).label("unit_count"),
        count_in_units(CRITERIA).label("criterion_count"),
        count_in_units(PLACEMENT_CRITERIA).label("placement_criterion_count"),
    ).where(OF_QUALIFICATION)
    shown = (own if drafts else own.where(_WRITTEN)).correlate(Qualification).subquery("shown")
    row: ColumnElement[Any] = literal_column("shown")
    in_order = aggregate_order_by(row, shown.c.number.desc())
    return select(func.coalesce(func.json_agg(in_order), literal_column("'[]'::json"))).scalar_subquery()


def _columns(*, drafts: bool) -> dict[str, Any]:
    """Of `QualificationRead`."""
    own = {name: getattr(Qualification, name) for name in ("id", "code", "title", "level", "kind")}
    return {**own, "versions": _versions(drafts=drafts)}


@cache
def _list_of(*, drafts: bool) -> JsonList:
    written = Qualification.id.in_(select(QualificationVersion.qualification_id).where(OF_QUALIFICATION, _WRITTEN))
    here = Qualification.partnership_id == bindparam("partnership_id")
    return JsonList(
        QualificationRead,
        _columns(drafts=drafts),
        source=Qualification.__table__,
        order_by=(Qualification.title, Qualification.id),
        filters={"partnership_id": here if drafts else and_(here, written)},
    )


async def list_qualifications(reader: Reader, principal: Principal, paging: Paging) -> Response:
    drafts = sees_drafts(principal)
    return await _list_of(drafts=drafts).page(reader, paging, partnership_id=principal.partnership_id)


async def get_qualification(session: AsyncSession, principal: Principal, qualification_id: UUID) -> QualificationRead:
    """Raises NotFound."""
    columns = _columns(drafts=sees_drafts(principal))
    found = select(*(column.label(name) for name, column in columns.items())).where(
        Qualification.partnership_id == principal.partnership_id, Qualification.id == qualification_id
    )
    row = (await session.execute(found)).one_or_none()
    if row is None or not (row.versions or sees_drafts(principal)):
        raise _NOT_FOUND
    return QualificationRead.model_validate(row)


async def get_version(
    session: AsyncSession, principal: Principal, qualification_id: UUID, version_id: UUID
) -> VersionRead:
    """Raises NotFound."""
    found = (
        select(Qualification, QualificationVersion)
        .join(QualificationVersion, OF_QUALIFICATION)
        .where(
            Qualification.partnership_id == principal.partnership_id,
            Qualification.id == qualification_id,
            QualificationVersion.id == version_id,
        )
    )
    row = (await session.execute(found if sees_drafts(principal) else found.where(_WRITTEN))).one_or_none()
    if row is None:
        raise _NOT_FOUND
    qualification, version = row
    return describe_version(qualification, version)


def describe_version(qualification: Qualification, version: QualificationVersion) -> VersionRead:
    of_qualification = {name: getattr(qualification, name) for name in ("code", "title", "level", "kind")}
    own = {name: getattr(version, name) for name in VersionRead.model_fields if name not in of_qualification}
    return VersionRead.model_validate(of_qualification | own)


async def get_qualification_to_change(
    session: AsyncSession, principal: Principal, qualification_id: UUID
) -> Qualification:
    """Locked: until the transaction ends nobody else adds or publishes a version. Raises NotFound."""
    qualification = await session.scalar(
        select(Qualification)
        .where(Qualification.partnership_id == principal.partnership_id, Qualification.id == qualification_id)
        .with_for_update(key_share=True)
    )
    if qualification is None:
        raise _NOT_FOUND
    return qualification


async def find_versions(session: AsyncSession, qualification: Qualification) -> dict[UUID, QualificationVersion]:
    """All of a qualification's, by id; the latest last."""
    rows = await session.scalars(
        select(QualificationVersion)
        .where(
            QualificationVersion.partnership_id == qualification.partnership_id,
            QualificationVersion.qualification_id == qualification.id,
        )
        .order_by(QualificationVersion.number)
    )
    return {row.id: row for row in rows}
