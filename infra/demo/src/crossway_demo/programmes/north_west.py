"""A local authority in the North West: six in hospital, six in social care, then swapped."""

from datetime import date

from crossway_demo.model import (
    HEALTHCARE_SUPPORT_WORKER,
    Age,
    Area,
    Block,
    FundingLine,
    LearningDay,
    Organisation,
    Partnership,
    PastApprentice,
    PastCohort,
    Programme,
    Qualification,
    Recruitment,
    ReviewSchedule,
    RunningApprentice,
    RunningCohort,
    SectorRule,
)
from crossway_demo.vocabulary import (
    Frequency,
    Location,
    Ordering,
    OrganisationKind,
    Recruit,
    Sector,
    SettingKind,
    Stage,
    Vaccination,
    Weekday,
)

COUNCIL = Organisation(
    key="council",
    name="Irwell Metropolitan Council",
    kind=OrganisationKind.LOCAL_AUTHORITY,
    sector=Sector.SOCIAL_CARE,
    postcode="BL9 0SW",
    latitude=53.593,
    longitude=-2.298,
    invented=True,
)
HOSPITAL = Organisation(
    key="hospital",
    name="Irwell Valley Hospital",
    kind=OrganisationKind.ACUTE_TRUST,
    sector=Sector.HEALTH,
    postcode="BL9 7TD",
    latitude=53.604,
    longitude=-2.266,
    invented=True,
)
FIRST_PROVIDER = Organisation(
    key="first-provider",
    name="Kersal Care (left before the start)",
    kind=OrganisationKind.RESIDENTIAL_CARE,
    sector=Sector.SOCIAL_CARE,
    postcode="M7 3NT",
    latitude=53.512,
    longitude=-2.277,
    invented=True,
)
PROVIDER = Organisation(
    key="provider",
    name="Prestwich Park Dementia Care",
    kind=OrganisationKind.RESIDENTIAL_CARE,
    sector=Sector.SOCIAL_CARE,
    postcode="M25 1AY",
    latitude=53.533,
    longitude=-2.284,
    invented=True,
)
COLLEGE = Organisation(
    key="college",
    name="Roch Valley Training",
    kind=OrganisationKind.TRAINING_PROVIDER,
    sector=Sector.OTHER,
    postcode="BL9 0TU",
    latitude=53.590,
    longitude=-2.294,
    invented=True,
)

PROGRAMME = Programme(
    name="North West rotational secondments",
    summary="Six begin in hospital and six in social care, and they change places half way.",
    stage=Stage.ROTATIONAL_PLACEMENTS,
    qualifications=(Qualification(title="Apprenticeship in Health and Social Care", level=2),),
    pathway=Sector.HEALTH,
    standard_today=HEALTHCARE_SUPPORT_WORKER,
    weekly_hours=37.5,
    weekly_learning_hours=7.5,
    hourly_pay_pence=None,
    pay_note="Pay stays with the employer of record during the secondment.",
    sector_rules=(
        SectorRule(
            sector=Sector.HEALTH,
            minimum_age=18,
            vaccination=Vaccination.MANDATORY,
            working_pattern="Shifts of the ward.",
        ),
        SectorRule(
            sector=Sector.SOCIAL_CARE,
            minimum_age=16,
            vaccination=Vaccination.VOLUNTARY,
            working_pattern="Shifts of the care home.",
        ),
    ),
    ordering=Ordering.HALF_AND_HALF,
    blocks=(
        Block(
            name="Hospital",
            weeks=26,
            location=Location.AT_HOME,
            sector=Sector.HEALTH,
            setting_kinds=(SettingKind.ACUTE_WARD,),
        ),
        Block(
            name="Social care",
            weeks=26,
            sector=Sector.SOCIAL_CARE,
            setting_kinds=(SettingKind.CARE_HOME,),
        ),
    ),
    induction="A second induction at the start of each secondment.",
    learning_days=(
        LearningDay(text="One learning day a fortnight.", frequency=Frequency.FORTNIGHTLY, weekday=Weekday.MONDAY),
    ),
    reviews=ReviewSchedule(),
    funding=(FundingLine(payer="Skills for Care", purpose="Innovation project"),),
    recruitment=Recruitment(
        applied=None, shortlisted=None, recruited=12, channels="Secondment of staff based in the hospital."
    ),
    story=(
        "Six apprentices began in hospital and six in social care, and they changed places after the first half.",
        "The first employer dropped out and the start was delayed until another took its place.",
        "Health colleagues thought less of social care at first; skilled staff and their work changed that.",
        "The new care provider came to see dementia through the person and no longer as a matter of health alone.",
        "Families and people who use the service noticed the difference in how staff worked.",
    ),
    illustrative=(
        "pathway",
        "weekly_hours",
        "weekly_learning_hours",
        "qualifications",
        "pay_note",
        "sector_rules",
        "blocks",
        "induction",
        "learning_days",
        "reviews",
    ),
)


def past(age: int, first_sector: Sector) -> PastApprentice:
    return PastApprentice(
        age=Age(on_start=age),
        employer="hospital",
        recruited_as=Recruit.EXISTING_STAFF,
        first_sector=first_sector,
        illustrative=("age", "employer"),
    )


def running(age: int, first_sector: Sector, *, break_weeks_ago: int | None = None) -> RunningApprentice:
    return RunningApprentice(
        age=Age(on_start=age),
        employer="hospital",
        recruited_as=Recruit.EXISTING_STAFF,
        first_sector=first_sector,
        break_weeks_ago=break_weeks_ago,
    )


APRIL_2015 = PastCohort(
    name="April 2015",
    start_on=date(2015, 4, 13),
    apprentices=(
        *(past(age, Sector.HEALTH) for age in (19, 23, 26, 32, 38, 44)),
        *(past(age, Sector.SOCIAL_CARE) for age in (20, 21, 29, 35, 41, 50)),
    ),
    illustrative=("start_on", "end_on", "outcomes"),
)

PARTNERSHIP = Partnership(
    slug="north-west",
    name="North West authority",
    area=Area(region="North West", postcode_districts=("BL8", "BL9", "M7", "M25", "M26", "M45")),
    organisations=(COUNCIL, HOSPITAL, FIRST_PROVIDER, PROVIDER, COLLEGE),
    employer_contact="hospital",
    training_provider="college",
    programme=PROGRAMME,
    past_cohorts=(APRIL_2015,),
    running_cohort=RunningCohort(
        weeks_since_start=12,
        apprentices=(
            *(running(age, Sector.HEALTH) for age in (18, 22, 27, 31, 36)),
            running(42, Sector.HEALTH, break_weeks_ago=3),
            *(running(age, Sector.SOCIAL_CARE) for age in (19, 20, 25, 33, 39, 48)),
        ),
    ),
)
