"""Blackburn with Darwen, from June 2016: two apprentices, two years, level 3, half NHS and half council."""

from datetime import date

from crossway_demo.model import (
    LEAD_ADULT_CARE_WORKER,
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
    Sector,
    SettingKind,
    Stage,
    Vaccination,
    Weekday,
)

COUNCIL = Organisation(
    key="council",
    name="Blackburn with Darwen Borough Council",
    kind=OrganisationKind.LOCAL_AUTHORITY,
    sector=Sector.SOCIAL_CARE,
    postcode="BB1 7DY",
    latitude=53.749,
    longitude=-2.484,
)
TRUST = Organisation(
    key="trust",
    name="Lancashire Care NHS Foundation Trust",
    kind=OrganisationKind.MENTAL_HEALTH_TRUST,
    sector=Sector.HEALTH,
    postcode="PR5 6AW",
    latitude=53.719,
    longitude=-2.655,
    ods_code="RW5",
)
COLLEGE = Organisation(
    key="college",
    name="Blackburn College",
    kind=OrganisationKind.TRAINING_PROVIDER,
    sector=Sector.OTHER,
    postcode="BB2 1LH",
    latitude=53.747,
    longitude=-2.489,
)

PROGRAMME = Programme(
    name="Blackburn with Darwen integrated apprenticeship",
    summary="Two years at level 3, half with the NHS and half with the council, often in people's own homes.",
    stage=Stage.ROTATIONAL_PLACEMENTS,
    qualifications=(Qualification(title="Apprenticeship in Health and Social Care", level=3),),
    pathway=Sector.SOCIAL_CARE,
    standard_today=LEAD_ADULT_CARE_WORKER,
    weekly_hours=37.0,
    weekly_learning_hours=7.5,
    hourly_pay_pence=None,
    pay_note="Paid by the council.",
    sector_rules=(
        SectorRule(
            sector=Sector.HEALTH,
            minimum_age=18,
            vaccination=Vaccination.MANDATORY,
            working_pattern="Weekdays, on visits with the community team.",
        ),
        SectorRule(
            sector=Sector.SOCIAL_CARE,
            minimum_age=18,
            vaccination=Vaccination.VOLUNTARY,
            working_pattern="Weekdays, partly alone in people's own homes.",
        ),
    ),
    ordering=Ordering.HALF_AND_HALF,
    blocks=(
        Block(
            name="NHS community team",
            weeks=52,
            sector=Sector.HEALTH,
            setting_kinds=(SettingKind.COMMUNITY_HEALTH_TEAM, SettingKind.MENTAL_HEALTH_TEAM),
        ),
        Block(
            name="Council social care",
            weeks=52,
            location=Location.AT_HOME,
            sector=Sector.SOCIAL_CARE,
            setting_kinds=(SettingKind.HOME_CARE, SettingKind.DAY_CENTRE),
        ),
    ),
    induction="The council's personnel team and the placement managers settle the apprentices in together.",
    learning_days=(
        LearningDay(text="One day a week at college.", frequency=Frequency.WEEKLY, weekday=Weekday.TUESDAY),
    ),
    reviews=ReviewSchedule(note="Supervision by the manager, and support from fellow apprentices."),
    funding=(FundingLine(payer="Blackburn with Darwen Borough Council", purpose="Development and the pilot"),),
    recruitment=Recruitment(
        applied=None,
        shortlisted=None,
        recruited=2,
        channels="Social media and a training provider; two rounds of adverts found nobody suitable, then "
        "day-in-the-life stories, taster sessions and competency interviews did.",
    ),
    requirements=(
        "The apprentice must be able to travel independently.",
        "Visits to people's own homes come under the lone-working policy.",
        "Each visit to a home needs an additional risk assessment.",
    ),
    story=(
        "The council developed, paid for and piloted the programme with a mental health trust and the college.",
        "Two rounds of adverts brought no suitable candidate.",
        "Stories of a working day, visits to the teams and competency interviews then found two, "
        "both in their early twenties with some experience of care.",
        "Work in people's own homes meant changing the lone-working policy and assessing more risks.",
        "Both apprentices did well, valued seeing many professions at work, and helped to design new models of care.",
        "Young people often know little of the sector: colleges, councils and health partners plan to tell them.",
    ),
    illustrative=(
        "pathway",
        "weekly_hours",
        "weekly_learning_hours",
        "sector_rules",
        "ordering",
        "learning_days",
        "reviews",
    ),
)

JUNE_2016 = PastCohort(
    name="June 2016",
    start_on=date(2016, 6, 6),
    apprentices=(
        PastApprentice(age=Age(on_start=21), employer="council", first_sector=Sector.HEALTH),
        PastApprentice(age=Age(on_start=23), employer="council", first_sector=Sector.SOCIAL_CARE),
    ),
    illustrative=("outcomes",),
)

PARTNERSHIP = Partnership(
    slug="blackburn",
    name="Blackburn with Darwen",
    area=Area(region="North West", postcode_districts=("BB1", "BB2", "BB3")),
    organisations=(COUNCIL, TRUST, COLLEGE),
    employer_contact="council",
    training_provider="college",
    programme=PROGRAMME,
    past_cohorts=(JUNE_2016,),
    running_cohort=RunningCohort(
        weeks_since_start=30,
        apprentices=(
            RunningApprentice(age=Age(on_start=21), employer="council", first_sector=Sector.HEALTH),
            RunningApprentice(age=Age(on_start=23), employer="council", first_sector=Sector.SOCIAL_CARE),
        ),
    ),
)
