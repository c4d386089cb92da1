"""Staffordshire, 2015/16: a draft of a joint pathway in a rural county; nobody was enrolled at the time."""

from crossway_demo.model import (
    ADULT_CARE_WORKER,
    Age,
    Area,
    Block,
    FundingLine,
    LearningDay,
    Organisation,
    Partnership,
    PlannedCohort,
    Programme,
    Qualification,
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
    Sector,
    SettingKind,
    Stage,
    Vaccination,
    Weekday,
)

COUNCIL = Organisation(
    key="council",
    name="Staffordshire County Council",
    kind=OrganisationKind.LOCAL_AUTHORITY,
    sector=Sector.SOCIAL_CARE,
    postcode="ST16 2DH",
    latitude=52.806,
    longitude=-2.117,
)
COMMUNITY = Organisation(
    key="community",
    name="Sow Valley Partnership Trust",
    kind=OrganisationKind.COMMUNITY_HEALTH_TRUST,
    sector=Sector.HEALTH,
    postcode="ST16 3SR",
    latitude=52.815,
    longitude=-2.104,
    invented=True,
)
HOSPITAL = Organisation(
    key="hospital",
    name="Trent Moorlands Hospital",
    kind=OrganisationKind.ACUTE_TRUST,
    sector=Sector.HEALTH,
    postcode="ST4 6QG",
    latitude=53.003,
    longitude=-2.212,
    invented=True,
)
CARE_HOME = Organisation(
    key="care-home",
    name="Manifold View",
    kind=OrganisationKind.RESIDENTIAL_CARE,
    sector=Sector.SOCIAL_CARE,
    postcode="ST13 6HS",
    latitude=53.106,
    longitude=-2.024,
    invented=True,
)
COLLEGE = Organisation(
    key="college",
    name="Cannock Chase Learning",
    kind=OrganisationKind.TRAINING_PROVIDER,
    sector=Sector.OTHER,
    postcode="WS11 1UE",
    latitude=52.690,
    longitude=-2.031,
    invented=True,
)

PROGRAMME = Programme(
    name="Staffordshire joint pathway (draft)",
    summary="A draft of a joint pathway for a rural county, where travel decides what is possible.",
    stage=Stage.INTEGRATED_ROLES,
    qualifications=(Qualification(title="Suggested joint pathway in Health and Social Care (draft)", level=2),),
    pathway=Sector.SOCIAL_CARE,
    standard_today=ADULT_CARE_WORKER,
    weekly_hours=37.0,
    weekly_learning_hours=7.5,
    hourly_pay_pence=None,
    pay_note="To be agreed with the employer of record.",
    sector_rules=(
        SectorRule(
            sector=Sector.HEALTH,
            minimum_age=18,
            vaccination=Vaccination.MANDATORY,
            working_pattern="Weekdays, within reach of rural buses.",
        ),
        SectorRule(
            sector=Sector.SOCIAL_CARE,
            minimum_age=16,
            vaccination=Vaccination.VOLUNTARY,
            working_pattern="Weekdays, within reach of rural buses.",
        ),
    ),
    ordering=Ordering.FREE,
    blocks=(
        Block(name="Hospital", weeks=13, sector=Sector.HEALTH, setting_kinds=(SettingKind.ACUTE_WARD,)),
        Block(
            name="Community health",
            weeks=13,
            sector=Sector.HEALTH,
            setting_kinds=(SettingKind.COMMUNITY_HEALTH_TEAM,),
        ),
        Block(name="Care home", weeks=13, sector=Sector.SOCIAL_CARE, setting_kinds=(SettingKind.CARE_HOME,)),
        Block(
            name="Council day services",
            weeks=13,
            location=Location.AT_HOME,
            sector=Sector.SOCIAL_CARE,
            setting_kinds=(SettingKind.DAY_CENTRE,),
        ),
    ),
    induction="Given by each host.",
    learning_days=(
        LearningDay(
            text="A fortnightly learning day that travels: the college comes to a place near the apprentices.",
            frequency=Frequency.FORTNIGHTLY,
            weekday=Weekday.WEDNESDAY,
        ),
    ),
    reviews=ReviewSchedule(),
    funding=(FundingLine(payer="Skills for Care", purpose="Innovation project: scoping the pathway"),),
    recruitment=None,
    requirements=("Travel decides: no placement may be out of reach of the apprentice's means of travel.",),
    story=(
        "The council asked the local market whether anyone wanted a joint pathway, and drafted one.",
        "There is no joint pathway nationally: the draft is a suggestion, and an apprentice follows one of the two.",
        "Most partners liked it; getting them round one table was the hard part.",
        "All of them asked the same thing: who employs the apprentice, and to whom do they report?",
        "Trusts would host only where that paid its way.",
        "The county is rural, so the college has to bend to the bus timetable.",
    ),
    illustrative=(
        "standard_today",
        "pathway",
        "weekly_hours",
        "weekly_learning_hours",
        "pay_note",
        "sector_rules",
        "ordering",
        "blocks",
        "induction",
        "learning_days",
        "reviews",
    ),
)

PARTNERSHIP = Partnership(
    slug="staffordshire",
    name="Staffordshire",
    area=Area(region="West Midlands", postcode_districts=("ST13", "ST14", "ST15", "ST16", "ST18", "WS15")),
    organisations=(COUNCIL, COMMUNITY, HOSPITAL, CARE_HOME, COLLEGE),
    employer_contact="council",
    training_provider="college",
    programme=PROGRAMME,
    running_cohort=RunningCohort(
        weeks_since_start=6,
        apprentices=tuple(
            RunningApprentice(age=Age(on_start=age), employer="council") for age in (18, 19, 22, 26, 30, 44)
        ),
    ),
    planned_cohort=PlannedCohort(weeks_until_start=8, capacity=8),
)
