"""Liverpool home care: apprentices as Health Ambassadors for the people they visit and for colleagues."""

from datetime import date

from crossway_demo.model import (
    ADULT_CARE_WORKER,
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

HOME_CARE = Organisation(
    key="home-care",
    name="Home-carers Liverpool",
    kind=OrganisationKind.HOME_CARE,
    sector=Sector.SOCIAL_CARE,
    postcode="L3 5NF",
    latitude=53.409,
    longitude=-2.974,
)
COMMUNITY = Organisation(
    key="community",
    name="Granby Community Health",
    kind=OrganisationKind.COMMUNITY_HEALTH_TRUST,
    sector=Sector.HEALTH,
    postcode="L8 2UP",
    latitude=53.393,
    longitude=-2.958,
    invented=True,
)
TRAINING = Organisation(
    key="training",
    name="Princes Dock Training",
    kind=OrganisationKind.TRAINING_PROVIDER,
    sector=Sector.OTHER,
    postcode="L3 1DL",
    latitude=53.412,
    longitude=-2.998,
    invented=True,
)

PROGRAMME = Programme(
    name="Liverpool Health Ambassadors",
    summary="Home care apprentices who promote health with the people they visit and among colleagues.",
    stage=Stage.INTEGRATED_ROLES,
    qualifications=(Qualification(title="Apprenticeship in Health and Social Care", level=2),),
    pathway=Sector.SOCIAL_CARE,
    standard_today=ADULT_CARE_WORKER,
    weekly_hours=35.0,
    weekly_learning_hours=7.0,
    hourly_pay_pence=None,
    pay_note="Paid by the home care employer.",
    sector_rules=(
        SectorRule(
            sector=Sector.HEALTH,
            minimum_age=18,
            vaccination=Vaccination.MANDATORY,
            working_pattern="Weekdays with the community team.",
        ),
        SectorRule(
            sector=Sector.SOCIAL_CARE,
            minimum_age=18,
            vaccination=Vaccination.VOLUNTARY,
            working_pattern="Visits in the morning and evening, in people's own homes.",
        ),
    ),
    ordering=Ordering.ORDERED,
    blocks=(
        Block(
            name="Home care visits",
            weeks=20,
            location=Location.AT_HOME,
            sector=Sector.SOCIAL_CARE,
            setting_kinds=(SettingKind.HOME_CARE,),
        ),
        Block(
            name="Health promotion with the community team",
            weeks=6,
            sector=Sector.HEALTH,
            setting_kinds=(SettingKind.COMMUNITY_HEALTH_TEAM,),
        ),
        Block(
            name="Home care visits as Health Ambassador",
            weeks=26,
            location=Location.AT_HOME,
            sector=Sector.SOCIAL_CARE,
            setting_kinds=(SettingKind.HOME_CARE,),
        ),
    ),
    induction="The employer's induction, then an introduction to health promotion.",
    learning_days=(
        LearningDay(
            text="A training day every fortnight for which the employer arranges cover.",
            frequency=Frequency.FORTNIGHTLY,
            weekday=Weekday.TUESDAY,
        ),
    ),
    reviews=ReviewSchedule(),
    funding=(FundingLine(payer="Skills for Care", purpose="Innovation project"),),
    recruitment=None,
    requirements=(
        "Staff must be released for each training day.",
        "Visits must be covered while staff are away for training.",
    ),
    story=(
        "Apprentices promote health with the people they visit and among their colleagues, "
        "to keep people out of hospital.",
        "Releasing staff for training, and covering their visits, was the daily difficulty.",
        "Keeping Ambassadors keen on work that came on top of their own took effort.",
        "Apprentices were absent less often than their colleagues.",
        "Staff and the people they care for ate better, lost weight and some stopped smoking.",
        "Breathing exercises and yoga helped the apprentices with stress.",
        "Steady news to managers, staff and partners kept them on board.",
    ),
    illustrative=(
        "qualifications",
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

SEPTEMBER_2014 = PastCohort(
    name="September 2014",
    start_on=date(2014, 9, 8),
    apprentices=tuple(
        PastApprentice(
            age=Age(on_start=age),
            employer="home-care",
            recruited_as=Recruit.EXISTING_STAFF,
            illustrative=("age", "recruited_as"),
        )
        for age in (20, 24, 29, 33, 40, 52)
    ),
    illustrative=("size", "start_on", "end_on", "outcomes"),
)

PARTNERSHIP = Partnership(
    slug="liverpool",
    name="Liverpool home care",
    area=Area(region="North West", postcode_districts=("L4", "L6", "L7", "L8", "L13", "L15", "L17")),
    organisations=(HOME_CARE, COMMUNITY, TRAINING),
    employer_contact="home-care",
    training_provider="training",
    programme=PROGRAMME,
    past_cohorts=(SEPTEMBER_2014,),
    running_cohort=RunningCohort(
        weeks_since_start=22,
        apprentices=tuple(
            RunningApprentice(age=Age(on_start=age), employer="home-care", recruited_as=Recruit.EXISTING_STAFF)
            for age in (19, 22, 28, 34, 43, 55)
        ),
    ),
)
