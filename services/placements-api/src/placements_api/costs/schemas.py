"""What goes out about costs."""

from uuid import UUID

from pydantic import Field

from service_common.types import Output


class CostLineRead(Output):
    """A funding line of the programme, for this cohort."""

    payer: str
    purpose: str
    amount_pence: int | None = Field(description="Null where it is not known.")
    per_apprentice: bool
    total_pence: int | None = Field(description="Times the apprentices where it is for each; null where not known.")


class HostShare(Output):
    """How much of the placements a host carries."""

    organisation_id: UUID
    organisation_name: str
    placements: int
    apprentice_weeks: int
    percent: float = Field(description="Of all weeks at hosts, by which lines that hosts pay can be divided.")


class CohortCosts(Output):
    """Of the placements that stand: neither declined nor withdrawn."""

    cohort_id: UUID
    apprentices: int = Field(description="With at least one placement.")
    lines: list[CostLineRead]
    known_total_pence: int = Field(description="Lines without a known amount are left out.")
    hosts: list[HostShare] = Field(description="Most weeks first.")
