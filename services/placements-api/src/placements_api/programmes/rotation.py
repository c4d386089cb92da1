"""What a programme says of its rotation, as learners-api sends it. More than is listed here may come."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from placements_api.organisations.kinds import Sector


class Document(BaseModel):
    model_config = ConfigDict(extra="ignore")


class SectorRule(Document):
    """What placements in one sector ask of apprentices."""

    sector: Sector
    minimum_age: int
    vaccination: Literal["mandatory", "voluntary"]


class RotationBlock(Document):
    name: str
    kind: Literal["induction", "training", "placement"]
    length_weeks: int
    location: Literal["home", "hosted", "training_provider"]
    sector: Sector | None
    setting_kinds: list[str]


class Rotation(Document):
    """`free`: each apprentice in an order of their own; `half_and_half`: half start in each of two, then they swap."""

    ordering: Literal["ordered", "free", "half_and_half"]
    blocks: list[RotationBlock]


class LearningDay(Document):
    text: str
    frequency: Literal["weekly", "fortnightly", "monthly", "between_blocks"]
    weekday: int | None
    days: int
    sector: Sector | None


class FundingLine(Document):
    """Null: the amount is not known."""

    payer: str
    purpose: str
    amount_pence: int | None
    per_apprentice: bool
