"""Coastal West Sussex, March 2015 to March 2016: two six-month placements, ward and council care."""

from datetime import date

from crossway_demo.model import (
    ADULT_CARE_WORKER,
    Age,
    Area,
    Block,
    Destination,
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
    Withdrawal,
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
    WithdrawalReason,
)

AGENCY = Organisation(
    key="agency",
    name="National Skills Academy for Health (apprenticeship training agency)",
    kind=OrganisationKind.APPRENTICESHIP_TRAINING_AGENCY,
    sector=Sector.HEALTH,
    postcode="BN11 1LY",
    latitude=50.811,
    longitude=-0.372,
)
TRUST = Organisation(
    key="trust",
    name="Western Sussex Hospitals NHS Foundation Trust",
    kind=OrganisationKind.ACUTE_TRUST,
    sector=Sector.HEALTH,
    postcode="BN11 2DH",
    latitude=50.817,
    longitude=-0.365,
    ods_code="RYR",
)
COUNCIL = Organisation(
    key="council",
    name="West Sussex County Council",
    kind=OrganisationKind.LOCAL_AUTHORITY,
    sector=Sector.SOCIAL_CARE,
    postcode="PO19 1RQ",
    latitude=50.837,
    longitude=-0.783,
)
COLLEGE = Organisation(
    key="college",
    name="Northbrook College",
    kind=OrganisationKind.TRAINING_PROVIDER,
    sector=Sector.OTHER,
    postcode="BN12 6NU",
    latitude=50.823,
    longitude=-0.412,
)

PROGRAMME = Programme(
    name="Coastal West Sussex integrated apprenticeship",
    summary="Half a year on a hospital ward and half a year in council care, with one employer in between.",
    stage=Stage.ROTATIONAL_PLACEMENTS,
    qualifications=(Qualification(title="Apprenticeship in Health and Social Care: social care pathway", level=2),),
    pathway=Sector.SOCIAL_CARE,
    standard_today=ADULT_CARE_WORKER,
    weekly_hours=37.5,
    weekly_learning_hours=7.5,
    hourly_pay_pence=513,
    pay_note="One rate in both sectors, paid from four sources.",
    sector_rules=(
        SectorRule(
            sector=Sector.HEALTH,
            minimum_age=18,
            vaccination=Vaccination.MANDATORY,
            working_pattern="Ward shifts of 12 hours: four days on, four days off.",
        ),
        SectorRule(
            sector=Sector.SOCIAL_CARE,
            minimum_age=16,
            vaccination=Vaccination.VOLUNTARY,
            working_pattern="Monday to Friday, 8am to 5pm.",
        ),
    ),
    ordering=Ordering.HALF_AND_HALF,
    blocks=(
        Block(
            name="Induction day and training with tutors",
            weeks=2,
            kind=BlockKind.INDUCTION,
            location=Location.TRAINING_PROVIDER,
        ),
        Block(
            name="Apprentice Health Care Assistant",
            weeks=26,
            sector=Sector.HEALTH,
            setting_kinds=(SettingKind.ACUTE_WARD,),
        ),
        Block(
            name="Apprentice Care Assistant",
            weeks=26,
            sector=Sector.SOCIAL_CARE,
            setting_kinds=(SettingKind.DAY_CENTRE, SettingKind.CARE_HOME),
        ),
    ),
    induction="One induction day at the college, then a fortnight with its tutors. "
    "The hospital adds its own induction day and a four-day course.",
    learning_days=(
        LearningDay(
            text="One day a week at college during the health placement.",
            frequency=Frequency.WEEKLY,
            weekday=Weekday.WEDNESDAY,
            sector=Sector.HEALTH,
        ),
    ),
    reviews=ReviewSchedule(),
    funding=(
        FundingLine(payer="Health Education England Kent, Surrey and Sussex", purpose="Share of pay"),
        FundingLine(payer="West Sussex County Council", purpose="Share of pay"),
        FundingLine(payer="Western Sussex Hospitals NHS Foundation Trust", purpose="Share of pay"),
        FundingLine(payer="Placement hosts", purpose="Share of pay"),
    ),
    recruitment=Recruitment(
        applied=40,
        shortlisted=20,
        recruited=8,
        channels="National apprenticeship and NHS vacancy sites, an open day, "
        "then a taster day on the wards before interviews.",
    ),
    requirements=("Everyone needs basic literacy and numeracy.",),
    story=(
        "Hospital and council wrote one person specification that put care and compassion before experience.",
        "One apprentice was 17: she began in social care and moved to the hospital after turning 18.",
        "Vaccination was optional in social care and required in hospital; nobody had planned for the gap.",
        "When one apprentice struggled, no single person was in charge of stepping in, and first the council, "
        "then the hospital, ended the placement.",
        "Both managers ran the programme beside a full job and asked for a dedicated coordinator.",
        "Many applicants expected to end as a registered nurse: tell people more before they apply.",
        "An apprentice carried the hospital's red trays for people with dementia over to the care centres; "
        "a gentler diabetes test went the same way.",
        "At the end more of them wanted to work in social care than at the start.",
    ),
    illustrative=("reviews", "learning_days"),
)

MARCH_2015 = PastCohort(
    name="March 2015",
    start_on=date(2015, 3, 2),
    apprentices=(
        PastApprentice(
            age=Age(on_start=17, birthday_in_week=18),
            employer="agency",
            sex=Sex.FEMALE,
            first_sector=Sector.SOCIAL_CARE,
            destination=Destination(kind=DestinationKind.PERMANENT_POST, sector=Sector.SOCIAL_CARE),
            note="Too young for the ward at the start; went there in the second half.",
            illustrative=("destination",),
        ),
        PastApprentice(
            age=Age(on_start=19),
            employer="agency",
            first_sector=Sector.HEALTH,
            destination=Destination(
                kind=DestinationKind.PERMANENT_POST, sector=Sector.HEALTH, role="Nursing assistant"
            ),
        ),
        PastApprentice(
            age=Age(on_start=22),
            employer="agency",
            first_sector=Sector.SOCIAL_CARE,
            destination=Destination(
                kind=DestinationKind.PERMANENT_POST,
                sector=Sector.SOCIAL_CARE,
                role="Dementia support assistant",
            ),
        ),
        PastApprentice(
            age=Age(on_start=20),
            employer="agency",
            sex=Sex.FEMALE,
            first_sector=Sector.HEALTH,
            destination=Destination(kind=DestinationKind.BANK),
            note="Works towards midwifery beside a foundation degree.",
        ),
        PastApprentice(
            age=Age(on_start=43),
            employer="agency",
            sex=Sex.FEMALE,
            first_sector=Sector.HEALTH,
            destination=Destination(kind=DestinationKind.PERMANENT_POST, sector=Sector.SOCIAL_CARE),
            note="Came to become a nurse and chose social care; a son followed as an apprentice.",
            illustrative=("age", "destination"),
        ),
        PastApprentice(
            age=Age(on_start=41),
            employer="agency",
            first_sector=Sector.SOCIAL_CARE,
            illustrative=("age", "destination"),
        ),
        PastApprentice(
            age=Age(on_start=18),
            employer="agency",
            first_sector=Sector.HEALTH,
            illustrative=("age", "destination"),
        ),
        PastApprentice(
            age=Age(on_start=21),
            employer="agency",
            first_sector=Sector.SOCIAL_CARE,
            withdrawal=Withdrawal(
                after_weeks=36,
                reason=WithdrawalReason.PLACEMENTS_WITHDRAWN_BY_HOSTS,
                note="Performance slipped without early coaching; social care and then the hospital "
                "ended the placement.",
            ),
        ),
    ),
)

PARTNERSHIP = Partnership(
    slug="west-sussex",
    name="Coastal West Sussex",
    area=Area(region="South East", postcode_districts=("BN11", "BN12", "BN15", "BN43", "PO19", "PO22")),
    organisations=(AGENCY, TRUST, COUNCIL, COLLEGE),
    employer_contact="agency",
    training_provider="college",
    programme=PROGRAMME,
    past_cohorts=(MARCH_2015,),
    running_cohort=RunningCohort(
        weeks_since_start=9,
        apprentices=(
            RunningApprentice(
                age=Age(on_start=17, birthday_in_week=20),
                employer="agency",
                sex=Sex.FEMALE,
                first_sector=Sector.SOCIAL_CARE,
            ),
            RunningApprentice(age=Age(on_start=18), employer="agency", first_sector=Sector.HEALTH),
            RunningApprentice(age=Age(on_start=19), employer="agency", first_sector=Sector.HEALTH),
            RunningApprentice(age=Age(on_start=20), employer="agency", first_sector=Sector.SOCIAL_CARE),
            RunningApprentice(age=Age(on_start=21), employer="agency", first_sector=Sector.HEALTH),
            RunningApprentice(age=Age(on_start=22), employer="agency", first_sector=Sector.SOCIAL_CARE),
            RunningApprentice(age=Age(on_start=40), employer="agency", first_sector=Sector.HEALTH),
            RunningApprentice(age=Age(on_start=46), employer="agency", first_sector=Sector.SOCIAL_CARE),
        ),
    ),
)
