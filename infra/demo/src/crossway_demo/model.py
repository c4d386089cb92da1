"""What a programme of the demonstration is made of.

A field is `illustrative` when the published accounts of the programme do not state it: the product needs a value
to show, so a modest one was chosen, and it is never to be read as a fact about the programme.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from crossway_demo.vocabulary import (
    BlockKind,
    DestinationKind,
    Frequency,
    Location,
    Ordering,
    OrganisationKind,
    Recruit,
    Sector,
    SettingKind,
    Sex,
    Stage,
    Vaccination,
    Weekday,
    WithdrawalReason,
)


@dataclass(frozen=True, kw_only=True)
class Area:
    """Where a programme's people live."""

    region: str
    postcode_districts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Organisation:
    key: str
    """Unique within the partnership; other records of the partnership refer to it."""
    name: str
    kind: OrganisationKind
    sector: Sector
    postcode: str
    latitude: float
    longitude: float
    ods_code: str | None = None
    ukprn: str | None = None
    invented: bool = False
    """True when the accounts only say that such an organisation took part, or where naming it serves nobody."""


@dataclass(frozen=True, kw_only=True)
class Qualification:
    title: str
    level: int | None


@dataclass(frozen=True, kw_only=True)
class Standard:
    """The apprenticeship standard that replaced the framework for those who start today."""

    reference: str
    title: str
    level: int


ADULT_CARE_WORKER = Standard(reference="ST0005", title="Adult care worker", level=2)
LEAD_ADULT_CARE_WORKER = Standard(reference="ST0006", title="Lead adult care worker", level=3)
HEALTHCARE_SUPPORT_WORKER = Standard(reference="ST0216", title="Healthcare support worker", level=2)


@dataclass(frozen=True, kw_only=True)
class Block:
    name: str
    weeks: int
    kind: BlockKind = BlockKind.PLACEMENT
    location: Location = Location.HOSTED
    sector: Sector | None = None
    """None where the block is not tied to a sector, as in a joint induction."""
    setting_kinds: tuple[SettingKind, ...] = ()
    """Any of these will do; empty where no setting is needed or any setting of the sector will do."""


@dataclass(frozen=True, kw_only=True)
class SectorRule:
    sector: Sector
    minimum_age: int
    vaccination: Vaccination
    working_pattern: str


@dataclass(frozen=True, kw_only=True)
class LearningDay:
    text: str
    frequency: Frequency
    weekday: Weekday | None = None
    days: int = 1
    sector: Sector | None = None
    """The sector of the placements in which the day applies; None for all of them."""


@dataclass(frozen=True, kw_only=True)
class ReviewSchedule:
    days_after_placement_start: tuple[int, ...] = (14, 42)
    then_every_months: int = 1
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class FundingLine:
    payer: str
    purpose: str
    amount_pence: int | None = None
    """None where the amount was never published."""
    per_apprentice: bool = False


@dataclass(frozen=True, kw_only=True)
class Recruitment:
    """The funnel; None where a figure was not published."""

    applied: int | None
    shortlisted: int | None
    recruited: int
    channels: str


@dataclass(frozen=True, kw_only=True)
class EvidenceGap:
    """What a kind of setting cannot offer, so that the rest of the rotation has to."""

    setting_kind: SettingKind
    activities: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Programme:
    name: str
    summary: str
    stage: Stage
    qualifications: tuple[Qualification, ...]
    pathway: Sector
    standard_today: Standard
    weekly_hours: float
    weekly_learning_hours: float
    hourly_pay_pence: int | None
    pay_note: str
    sector_rules: tuple[SectorRule, ...]
    ordering: Ordering
    blocks: tuple[Block, ...]
    induction: str
    learning_days: tuple[LearningDay, ...]
    reviews: ReviewSchedule
    funding: tuple[FundingLine, ...]
    recruitment: Recruitment | None
    requirements: tuple[str, ...] = ()
    """What an apprentice or a host has to have beyond the ordinary, one sentence each."""
    evidence_gaps: tuple[EvidenceGap, ...] = ()
    story: tuple[str, ...]
    illustrative: tuple[str, ...]
    """Names of the fields above that the accounts do not state."""

    @property
    def duration_weeks(self) -> int:
        return sum(block.weeks for block in self.blocks)

    @property
    def placement_blocks(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.kind is BlockKind.PLACEMENT)

    def end_on(self, start_on: date) -> date:
        """The Sunday that closes the last week of a cohort that starts on the Monday `start_on`."""
        return start_on + timedelta(weeks=self.duration_weeks, days=-1)


@dataclass(frozen=True, kw_only=True)
class Age:
    """An apprentice's age on the first day, and, where it matters, when the next birthday falls."""

    on_start: int
    birthday_in_week: int | None = None


@dataclass(frozen=True, kw_only=True)
class Withdrawal:
    after_weeks: int
    reason: WithdrawalReason
    note: str


@dataclass(frozen=True, kw_only=True)
class Destination:
    kind: DestinationKind
    sector: Sector | None = None
    role: str = ""


@dataclass(frozen=True, kw_only=True)
class Apprentice:
    age: Age
    employer: str
    """Key of the employer of record."""
    sex: Sex | None = None
    """None where the accounts do not tell: it is then invented with the name."""
    first_sector: Sector | None = None
    """Where the halves of a cohort swap, the sector that this apprentice starts in."""
    recruited_as: Recruit = Recruit.NEW


@dataclass(frozen=True, kw_only=True)
class PastApprentice(Apprentice):
    withdrawal: Withdrawal | None = None
    """None for those who completed."""
    destination: Destination = Destination(kind=DestinationKind.NOT_RECORDED)
    note: str = ""
    illustrative: tuple[str, ...] = ("age",)
    """Names of the fields above that the accounts do not state of this apprentice."""


@dataclass(frozen=True, kw_only=True)
class PastCohort:
    name: str
    start_on: date
    apprentices: tuple[PastApprentice, ...]
    illustrative: tuple[str, ...] = ()
    """Of `size`, `start_on`, `end_on`, `outcomes`: those that the accounts do not state."""

    @property
    def completed(self) -> int:
        """How many stayed to the end."""
        return sum(apprentice.withdrawal is None for apprentice in self.apprentices)


@dataclass(frozen=True, kw_only=True)
class RunningApprentice(Apprentice):
    temporary_uln: bool = False
    break_weeks_ago: int | None = None
    """Weeks before the day of loading on which a break in learning began that still lasts."""


@dataclass(frozen=True, kw_only=True)
class RunningCohort:
    """A cohort of the same pattern under way on the day of loading; wholly invented."""

    weeks_since_start: int
    apprentices: tuple[RunningApprentice, ...]


@dataclass(frozen=True, kw_only=True)
class PlannedCohort:
    """A cohort that starts soon after the day of loading; nobody is enrolled yet."""

    weeks_until_start: int
    capacity: int


@dataclass(frozen=True, kw_only=True)
class Partnership:
    slug: str
    name: str
    area: Area
    organisations: tuple[Organisation, ...]
    employer_contact: str
    """Key of the employing organisation whose contact has a demonstration account."""
    training_provider: str
    """Key of the organisation that delivers the learning."""
    programme: Programme
    past_cohorts: tuple[PastCohort, ...] = ()
    running_cohort: RunningCohort
    planned_cohort: PlannedCohort | None = None

    @property
    def domain(self) -> str:
        """Where its invented people receive mail: nowhere."""
        return f"{self.slug}.example.org"

    def organisation(self, key: str) -> Organisation:
        return next(organisation for organisation in self.organisations if organisation.key == key)
