"""What goes in and out about organisations."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from placements_api.organisations.kinds import OrganisationKind, Sector
from service_common.types import Input, Line, Output

Postcode = Annotated[
    str, Field(pattern=r"^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$", examples=["BN11 2DH"], description="UK postcode.")
]
OdsCode = Annotated[
    str, Field(pattern=r"^[A-Z0-9]{3,10}$", examples=["RYR"], description="NHS Organisation Data Service code.")
]
CqcProviderId = Annotated[
    str, Field(pattern=r"^[1-9]-[0-9]{6,12}$", examples=["1-101664252"], description="Care Quality Commission id.")
]
Ukprn = Annotated[
    str, Field(pattern=r"^1[0-9]{7}$", examples=["10004344"], description="UK provider reference number.")
]
EmployerId = Annotated[
    str, Field(pattern=r"^[0-9]{9}$", examples=["154549452"], description="Employer id (EDRS), as the ILR wants it.")
]


class OrganisationFields(Input):
    name: Line
    kind: OrganisationKind
    sector: Sector
    postcode: Postcode | None = None
    ods_code: OdsCode | None = None
    cqc_provider_id: CqcProviderId | None = None
    ukprn: Ukprn | None = None
    employer_id: EmployerId | None = None


class OrganisationCreate(OrganisationFields):
    """A member of the partnership."""


class OrganisationUpdate(OrganisationFields):
    """The whole record as it is to be."""


class OrganisationRead(Output):
    id: UUID
    name: str
    kind: OrganisationKind
    sector: Sector
    postcode: str | None
    ods_code: str | None
    cqc_provider_id: str | None
    ukprn: str | None
    employer_id: str | None
    version: int


class OrganisationLookup(Input):
    """Which organisations one of our services wants to know of."""

    ids: Annotated[list[UUID], Field(max_length=200)]


class OrganisationSummary(Output):
    """What other services keep of an organisation."""

    id: UUID
    name: str
    kind: OrganisationKind
    sector: Sector


class OrganisationSummaries(Output):
    """Those that exist; ids that do not are missing."""

    items: list[OrganisationSummary]
