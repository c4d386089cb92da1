"""Lincolnshire, January 2017 to January 2018: four twelve-week placements across three trusts and social care."""

from datetime import date

from crossway_demo.model import (
    HEALTHCARE_SUPPORT_WORKER,
    Age,
    Area,
    Block,
    Destination,
    EvidenceGap,
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
    BlockKind,
    DestinationKind,
    Frequency,
    Location,
    Ordering,
    OrganisationKind,
    Sector,
    SettingKind,
    Sex,
    Stage,
    Vaccination,
    Weekday,
)

HOSPITALS = Organisation(
    key="hospitals",
    name="United Lincolnshire Hospitals NHS Trust",
    kind=OrganisationKind.ACUTE_TRUST,
    sector=Sector.HEALTH,
    postcode="LN2 5QY",
    latitude=53.234,
    longitude=-0.520,
    ods_code="RWD",
)
COMMUNITY = Organisation(
    key="community",
    name="Witham Community Health",
    kind=OrganisationKind.COMMUNITY_HEALTH_TRUST,
    sector=Sector.HEALTH,
    postcode="LN6 3RD",
    latitude=53.203,
    longitude=-0.588,
    invented=True,
)
MENTAL_HEALTH = Organisation(
    key="mental-health",
    name="Wolds Mental Health Partnership",
    kind=OrganisationKind.MENTAL_HEALTH_TRUST,
    sector=Sector.HEALTH,
    postcode="NG34 8QP",
    latitude=52.998,
    longitude=-0.412,
    invented=True,
)
CARE_HOME = Organisation(
    key="care-home",
    name="Fosse Dyke Care",
    kind=OrganisationKind.RESIDENTIAL_CARE,
    sector=Sector.SOCIAL_CARE,
    postcode="LN1 2EG",
    latitude=53.262,
    longitude=-0.592,
    invented=True,
)
COLLEGE = Organisation(
    key="college",
    name="Steep Hill College",
    kind=OrganisationKind.TRAINING_PROVIDER,
    sector=Sector.OTHER,
    postcode="LN2 1LA",
    latitude=53.235,
    longitude=-0.538,
    invented=True,
)


def between_rotations(number: int) -> Block:
    return Block(
        name=f"Training between rotations {number}",
        weeks=1,
        kind=BlockKind.TRAINING,
        location=Location.TRAINING_PROVIDER,
    )


PROGRAMME = Programme(
    name="Lincolnshire Talent Academy integrated apprenticeship",
    summary="Twelve weeks each in hospital, community health, mental health and social care, on one set of terms.",
    stage=Stage.ROTATIONAL_PLACEMENTS,
    qualifications=(
        Qualification(title="Apprenticeship in Health and Social Care: health pathway", level=2),
        Qualification(title="Care Certificate", level=None),
    ),
    pathway=Sector.HEALTH,
    standard_today=HEALTHCARE_SUPPORT_WORKER,
    weekly_hours=37.5,
    weekly_learning_hours=7.5,
    hourly_pay_pence=None,
    pay_note="The minimum wage for the apprentice's age, not the apprentice rate.",
    sector_rules=(
        SectorRule(
            sector=Sector.HEALTH,
            minimum_age=18,
            vaccination=Vaccination.MANDATORY,
            working_pattern="Weekdays by day: no overtime, weekend, evening or night work is budgeted.",
        ),
        SectorRule(
            sector=Sector.SOCIAL_CARE,
            minimum_age=16,
            vaccination=Vaccination.VOLUNTARY,
            working_pattern="Weekdays by day: no overtime, weekend, evening or night work is budgeted.",
        ),
    ),
    ordering=Ordering.FREE,
    blocks=(
        Block(name="Welcome week", weeks=1, kind=BlockKind.INDUCTION, location=Location.AT_HOME),
        Block(
            name="Acute",
            weeks=12,
            location=Location.AT_HOME,
            sector=Sector.HEALTH,
            setting_kinds=(SettingKind.ACUTE_WARD,),
        ),
        between_rotations(1),
        Block(
            name="Community health",
            weeks=12,
            sector=Sector.HEALTH,
            setting_kinds=(SettingKind.COMMUNITY_HEALTH_TEAM,),
        ),
        between_rotations(2),
        Block(
            name="Mental health",
            weeks=12,
            sector=Sector.HEALTH,
            setting_kinds=(SettingKind.MENTAL_HEALTH_TEAM,),
        ),
        between_rotations(3),
        Block(name="Social care", weeks=12, sector=Sector.SOCIAL_CARE, setting_kinds=(SettingKind.CARE_HOME,)),
    ),
    induction="Each placement gives the local training that its role needs.",
    learning_days=(
        LearningDay(
            text="One day a month in the classroom of a local college, for the mandatory units.",
            frequency=Frequency.MONTHLY,
            weekday=Weekday.TUESDAY,
        ),
        LearningDay(
            text="Two bespoke training days between rotations: group reflection, restrictive intervention "
            "and the patient administration system.",
            frequency=Frequency.BETWEEN_BLOCKS,
            days=2,
        ),
    ),
    reviews=ReviewSchedule(),
    funding=(FundingLine(payer="Lincolnshire Talent Academy", purpose="The whole programme, as a fixed budget"),),
    recruitment=Recruitment(
        applied=20, shortlisted=None, recruited=5, channels="Local schools and the NHS vacancy site."
    ),
    evidence_gaps=(
        EvidenceGap(setting_kind=SettingKind.MENTAL_HEALTH_TEAM, activities=("Moving and handling", "Feeding")),
    ),
    story=(
        "Three NHS trusts and social care share one job description; terms follow the largest trust.",
        "All 20 applicants were women, and the five places were filled.",
        "The Care Certificate was slow for some: community mental health teams could offer no chance to show "
        "moving and handling or help with eating.",
        "The second rotation was expected to close those gaps, so breadth has to be planned over the whole.",
        "Hours, shifts and systems differed in every placement; after the first rotation the partners "
        "brought their policies together.",
        "Apprentices saw that practice differs by setting, and the training days took that up.",
        "One apprentice was offered a permanent post during the first half.",
    ),
    illustrative=(
        "weekly_hours",
        "weekly_learning_hours",
        "sector_rules",
        "ordering",
        "reviews",
    ),
)

JANUARY_2017 = PastCohort(
    name="January 2017",
    start_on=date(2017, 1, 9),
    apprentices=(
        PastApprentice(
            age=Age(on_start=19),
            employer="hospitals",
            sex=Sex.FEMALE,
            destination=Destination(kind=DestinationKind.PERMANENT_POST, sector=Sector.HEALTH),
            note="Offered a permanent post by a host while still on the programme.",
        ),
        PastApprentice(age=Age(on_start=18), employer="hospitals", sex=Sex.FEMALE),
        PastApprentice(age=Age(on_start=18), employer="hospitals", sex=Sex.FEMALE),
        PastApprentice(age=Age(on_start=20), employer="hospitals", sex=Sex.FEMALE),
        PastApprentice(age=Age(on_start=22), employer="hospitals", sex=Sex.FEMALE),
    ),
    illustrative=("outcomes",),
)

PARTNERSHIP = Partnership(
    slug="lincolnshire",
    name="Lincolnshire",
    area=Area(region="East Midlands", postcode_districts=("LN1", "LN2", "LN5", "LN6", "NG34", "PE21")),
    organisations=(HOSPITALS, COMMUNITY, MENTAL_HEALTH, CARE_HOME, COLLEGE),
    employer_contact="hospitals",
    training_provider="college",
    programme=PROGRAMME,
    past_cohorts=(JANUARY_2017,),
    running_cohort=RunningCohort(
        weeks_since_start=15,
        apprentices=(
            RunningApprentice(age=Age(on_start=18), employer="hospitals", sex=Sex.FEMALE),
            RunningApprentice(age=Age(on_start=18), employer="hospitals", temporary_uln=True),
            RunningApprentice(age=Age(on_start=19), employer="hospitals"),
            RunningApprentice(age=Age(on_start=21), employer="hospitals"),
            RunningApprentice(age=Age(on_start=28), employer="hospitals"),
        ),
    ),
)
