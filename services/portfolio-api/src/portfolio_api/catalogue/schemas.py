"""What goes in and out about the catalogue."""

from enum import StrEnum
from uuid import UUID

from pydantic import ConfigDict, Field

from portfolio_api.qualifications.schemas import QualificationKind, VersionUpdate
from service_common.types import CalendarDate, Input, Line, Output


class CatalogueCode(StrEnum):
    CARE_CERTIFICATE = "care_certificate"
    DIPLOMA_CARE_LEVEL_2 = "diploma_care_level_2"


class CataloguedQualification(VersionUpdate):
    """A qualification as its file has it: what it is, and its one version."""

    code: CatalogueCode
    title: Line
    level: int | None
    kind: QualificationKind


class CatalogueItem(Output):
    """A qualification of the catalogue."""

    code: CatalogueCode
    title: str
    level: int | None
    kind: QualificationKind
    label: str
    valid_from: CalendarDate
    unit_count: int
    criterion_count: int


class Catalogue(Output):
    items: list[CatalogueItem]


class AdoptionCreate(Input):
    model_config = ConfigDict(json_schema_extra={"examples": [{"code": "care_certificate"}]})

    code: CatalogueCode


class AdoptionRead(Output):
    """A qualification of the catalogue that is now the partnership's own."""

    code: CatalogueCode
    title: str
    qualification_id: UUID
    version_id: UUID = Field(description="Its first version, published.")
