"""What goes in and out about settings."""

from datetime import timedelta
from enum import StrEnum
from typing import Annotated, TypeVar
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from placements_api.host_settings.shifts import ShiftPattern
from placements_api.organisations.kinds import Sector
from placements_api.organisations.schemas import Postcode
from service_common.types import CalendarDate, Email, Input, Line, Output, ShortLine

T = TypeVar("T")


class SettingKind(StrEnum):
    ACUTE_WARD = "acute_ward"
    COMMUNITY_HEALTH_TEAM = "community_health_team"
    MENTAL_HEALTH_TEAM = "mental_health_team"
    GP_PRACTICE = "gp_practice"
    CARE_HOME = "care_home"
    DAY_CENTRE = "day_centre"
    HOME_CARE = "home_care"
    HOSPICE = "hospice"


class Adjustment(StrEnum):
    """What a setting can arrange for a person, coded as learners-api codes what people need. Whether there are no night
    shifts or fixed hours follows from the shift pattern. Source: Equality Act 2010, section 20."""

    STEP_FREE_ACCESS = "step_free_access"
    NO_LIFTING = "no_lifting"
    QUIET_SPACE = "quiet_space"
    HEARING_SUPPORT = "hearing_support"
    SIGHT_SUPPORT = "sight_support"
    REGULAR_BREAKS = "regular_breaks"


def _each_once(values: list[T]) -> list[T]:
    return list(dict.fromkeys(values))


ClearanceCode = Annotated[
    str,
    Field(
        pattern=r"^(dbs_enhanced|right_to_work|occupational_health|mandatory_training|driving_licence|car"
        r"|vaccination:[a-z][a-z0-9_]{1,39})$",
        examples=["dbs_enhanced", "vaccination:hepatitis_b"],
    ),
]
CriterionNumber = Annotated[str, Field(pattern=r"^[0-9]{1,3}(\.[0-9]{1,3}){0,3}$", examples=["13.3"])]
QualificationCode = Annotated[
    str,
    Field(pattern=r"^[a-z][a-z0-9_]{1,59}$", examples=["care_certificate"], description="As portfolio-api names it."),
]
Apprentices = Annotated[int, Field(ge=0, le=1000)]


class Position(Input):
    """Degrees (WGS 84) within the United Kingdom and its surroundings."""

    latitude: Annotated[float, Field(ge=49, le=61.5)]
    longitude: Annotated[float, Field(ge=-9, le=2.5)]


class EvidenceOpportunity(Input):
    """Criteria of one qualification that can be evidenced in the setting."""

    qualification: QualificationCode
    criteria: Annotated[list[CriterionNumber], Field(min_length=1, max_length=400), AfterValidator(_each_once)]


class Mentor(Input):
    """Who supervises apprentices in the setting."""

    name: Line
    email: Email | None = None
    apprentices_at_once: Annotated[int, Field(ge=1, le=50)]


class Contact(Input):
    """Whom to ask about the setting."""

    name: Line
    role: Line | None = None
    email: Email | None = None
    telephone: ShortLine | None = None


EXAMPLE: JsonDict = {
    "name": "Ward 7",
    "kind": "acute_ward",
    "sector": "health",
    "postcode": "BN11 2DH",
    "position": {"latitude": 50.817, "longitude": -0.365},
    "minimum_age": 18,
    "clearances": ["dbs_enhanced", "occupational_health", "vaccination:hepatitis_b"],
    "adjustments": ["step_free_access", "regular_breaks"],
    "lone_working": False,
    "independent_travel": False,
    "permitted_tasks": ["Personal care", "Observations under supervision"],
    "shift_pattern": {
        "kind": "rolling",
        "days_on": 4,
        "days_off": 4,
        "starts_at": "07:30",
        "shift_hours": 12,
        "break_minutes": 60,
    },
    "evidence": [{"qualification": "care_certificate", "criteria": ["8.3", "13.3"]}],
    "mentors": [{"name": "Nadia Okafor-Lind", "email": None, "apprentices_at_once": 2}],
    "contact": {"name": "Owen Fairhurst", "role": "Ward manager", "email": None, "telephone": "01632 960104"},
}


class SettingFacts(BaseModel):
    """What a setting states of itself to everybody."""

    name: Line
    kind: SettingKind
    sector: Sector
    postcode: Postcode
    position: Position | None = None
    minimum_age: Annotated[int, Field(ge=14, le=25, description="On the first day of a placement.")]
    clearances: Annotated[list[ClearanceCode], Field(max_length=30), AfterValidator(_each_once)] = []
    adjustments: Annotated[
        Annotated[list[Adjustment], Field(max_length=6), AfterValidator(_each_once)] | None,
        Field(description="Those that can be made; null: nobody has said yet, and each host is to be asked."),
    ] = None
    lone_working: bool = Field(default=False, description="Apprentices work alone at times: assess the risk first.")
    independent_travel: bool = Field(default=False, description="Apprentices travel between visits by themselves.")
    permitted_tasks: Annotated[list[Line], Field(max_length=60), AfterValidator(_each_once)] = []
    shift_pattern: ShiftPattern
    evidence: Annotated[list[EvidenceOpportunity], Field(max_length=20)] = []


class SettingUpdate(Input, SettingFacts):
    """The whole setting as it is to be, but for its capacity; it stays with its organisation."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    mentors: list[Mentor] = Field(default=[], max_length=50)
    contact: Contact | None = None

    @model_validator(mode="after")
    def _names_a_qualification_once(self) -> "SettingUpdate":
        codes = [each.qualification for each in self.evidence]
        if len(set(codes)) < len(codes):
            msg = "A qualification is listed twice under evidence: put its criteria together."
            raise ValueError(msg)
        return self


class SettingCreate(SettingUpdate):
    """A place in an organisation where apprentices can be hosted."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"organisation_id": "019a8f2e-7c00-7000-8000-000000000001", **EXAMPLE}]}
    )

    organisation_id: UUID


class CapacityPeriod(Input):
    """How many apprentices at once from one day to another, both included."""

    model_config = ConfigDict(from_attributes=True)

    starts_on: CalendarDate
    ends_on: CalendarDate | None = Field(default=None, description="Null: until further notice.")
    at_most: Apprentices
    at_least: Apprentices = 0
    or_none: bool = Field(default=False, description="At least so many, or nobody.")

    @model_validator(mode="after")
    def _fits_itself(self) -> "CapacityPeriod":
        if self.ends_on is not None and self.ends_on < self.starts_on:
            msg = "The last day lies before the first: correct one of the two."
            raise ValueError(msg)
        if self.at_least > self.at_most:
            msg = "At least is more than at most: correct one of the two."
            raise ValueError(msg)
        return self


class Closure(Input):
    """Whole weeks in which the setting takes nobody."""

    model_config = ConfigDict(from_attributes=True)

    week_of: Annotated[
        CalendarDate,
        AfterValidator(lambda day: day - timedelta(days=day.weekday())),
        Field(description="Any day of the first closed week; answered as its Monday."),
    ]
    weeks: Annotated[int, Field(ge=1, le=104)] = 1
    reason: Line | None = None


class CapacityUpdate(Input):
    """All periods and closed weeks as they are to be. Without a period a setting takes nobody."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "periods": [
                        {"starts_on": "2027-03-01", "ends_on": None, "at_most": 2, "at_least": 0, "or_none": False}
                    ],
                    "closures": [{"week_of": "2027-12-20", "weeks": 2, "reason": "Refurbishment"}],
                }
            ]
        }
    )

    periods: Annotated[list[CapacityPeriod], Field(max_length=100)]
    closures: list[Closure] = Field(default=[], max_length=100)


class WorkingTimeRead(Output):
    """What the shift pattern asks for in a full week."""

    weekly_hours: float
    evenings: bool
    nights: bool
    weekends: bool


class SettingRead(Output, SettingFacts):
    """A setting with what it can take."""

    id: UUID
    organisation_id: UUID
    organisation_name: str
    mentors: list[Mentor] | None = Field(description="Null for those who see the facts only.")
    contact: Contact | None = Field(description="Null also for those who see the facts only.")
    working_time: WorkingTimeRead
    periods: list[CapacityPeriod]
    closures: list[Closure]
    version: int


class SettingSummary(Output):
    """A setting in a list."""

    id: UUID
    organisation_id: UUID
    organisation_name: str
    name: str
    kind: SettingKind
    sector: Sector
    postcode: str
    minimum_age: int
    version: int


class WeekRead(Output):
    """What the setting takes in one week."""

    week_of: CalendarDate = Field(description="Its Monday.")
    at_most: int
    at_least: int
    or_none: bool
    closed: bool
    reason: str | None


class WeeklyCapacity(Output):
    """Week after week, without gaps."""

    items: list[WeekRead]
