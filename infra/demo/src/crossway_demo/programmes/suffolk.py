"""Suffolk, from September 2015: three four-month rotations; a second, smaller cohort a year later."""

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
    DestinationKind,
    Frequency,
    Ordering,
    OrganisationKind,
    Sector,
    SettingKind,
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
    postcode="IP1 2DE",
    latitude=52.058,
    longitude=1.150,
)
HOSPITAL = Organisation(
    key="hospital",
    name="Orwell Vale Hospital",
    kind=OrganisationKind.ACUTE_TRUST,
    sector=Sector.HEALTH,
    postcode="IP4 5PD",
    latitude=52.057,
    longitude=1.197,
    invented=True,
)
COMMUNITY = Organisation(
    key="community",
    name="Deben Community Health",
    kind=OrganisationKind.COMMUNITY_HEALTH_TRUST,
    sector=Sector.HEALTH,
    postcode="IP12 4EJ",
    latitude=52.094,
    longitude=1.318,
    invented=True,
)
CARE_HOME = Organisation(
    key="care-home",
    name="Gippingside Care Home",
    kind=OrganisationKind.RESIDENTIAL_CARE,
    sector=Sector.SOCIAL_CARE,
    postcode="IP14 1RF",
    latitude=52.187,
    longitude=0.998,
    invented=True,
)
BROKERAGE = Organisation(
    key="brokerage",
    name="Suffolk Brokerage",
    kind=OrganisationKind.TRAINING_PROVIDER,
    sector=Sector.SOCIAL_CARE,
    postcode="IP1 3LT",
    latitude=52.063,
    longitude=1.143,
)

PROGRAMME = Programme(
    name="Suffolk integrated apprenticeship",
    summary="Four months each in social care, community health and hospital, on one standard contract.",
    stage=Stage.ROTATIONAL_PLACEMENTS,
    qualifications=(
        Qualification(title="Diploma in Health and Social Care", level=2),
        Qualification(title="Care Certificate", level=None),
    ),
    pathway=Sector.SOCIAL_CARE,
    standard_today=ADULT_CARE_WORKER,
    weekly_hours=37.5,
    weekly_learning_hours=7.5,
    hourly_pay_pence=None,
    pay_note="Standard contracts of the agency, so that pay is the same with every host.",
    sector_rules=(
        SectorRule(
            sector=Sector.HEALTH,
            minimum_age=18,
            vaccination=Vaccination.MANDATORY,
            working_pattern="Shifts of the ward or team.",
        ),
        SectorRule(
            sector=Sector.SOCIAL_CARE,
            minimum_age=16,
            vaccination=Vaccination.VOLUNTARY,
            working_pattern="Shifts of the care home.",
        ),
    ),
    ordering=Ordering.FREE,
    blocks=(
        Block(name="Social care", weeks=17, sector=Sector.SOCIAL_CARE, setting_kinds=(SettingKind.CARE_HOME,)),
        Block(
            name="Community health",
            weeks=18,
            sector=Sector.HEALTH,
            setting_kinds=(SettingKind.COMMUNITY_HEALTH_TEAM,),
        ),
        Block(name="Hospital", weeks=17, sector=Sector.HEALTH, setting_kinds=(SettingKind.ACUTE_WARD,)),
    ),
    induction="Each host inducts the apprentices who come to it.",
    learning_days=(
        LearningDay(
            text="Every other week a full day of learning that includes the assessor's visit.",
            frequency=Frequency.FORTNIGHTLY,
            weekday=Weekday.THURSDAY,
        ),
    ),
    reviews=ReviewSchedule(note="The monthly reports come from the training provider."),
    funding=(
        FundingLine(payer="Host employers", purpose="Cost of an apprentice", amount_pence=680_000, per_apprentice=True),
        FundingLine(
            payer="Health Education England",
            purpose="Management fee: design, running and evaluation",
        ),
    ),
    recruitment=Recruitment(
        applied=None,
        shortlisted=None,
        recruited=10,
        channels="Care Careers Suffolk, social media, days at schools and college, the commissioners' "
        "newsletter; a screening conversation, then values-based exercises with the hosts.",
    ),
    story=(
        "The county is short of people for entry-level social care and has few school leavers to draw on.",
        "Host employers helped to design the programme in workshops, and took part more readily for it.",
        "The agency kept contracts equal, but apprentices were unsure whom to ask about what.",
        "Time for learning depended on the host at first and often fell away; a fixed learning day every "
        "second week put that right.",
        "Half-hour telephone meetings replaced meetings in person, and more partners came.",
        "Several who were reluctant about social care at the start looked for work there at the end.",
        "Everyone missed one person who would help apprentices over each change of placement.",
    ),
    illustrative=("pathway", "weekly_hours", "weekly_learning_hours", "sector_rules", "ordering", "induction"),
)

SOCIAL_CARE_POST = Destination(kind=DestinationKind.PERMANENT_POST, sector=Sector.SOCIAL_CARE)
NOT_RECORDED = Withdrawal(
    after_weeks=14,
    reason=WithdrawalReason.NOT_RECORDED,
    note="Left before the end; the published account gives no reason.",
)

SEPTEMBER_2015 = PastCohort(
    name="September 2015",
    start_on=date(2015, 9, 7),
    apprentices=(
        PastApprentice(age=Age(on_start=18), employer="agency", destination=SOCIAL_CARE_POST),
        PastApprentice(age=Age(on_start=19), employer="agency", destination=SOCIAL_CARE_POST),
        PastApprentice(age=Age(on_start=21), employer="agency", destination=SOCIAL_CARE_POST),
        PastApprentice(age=Age(on_start=24), employer="agency", destination=SOCIAL_CARE_POST),
        PastApprentice(
            age=Age(on_start=20),
            employer="agency",
            destination=Destination(kind=DestinationKind.PERMANENT_POST, sector=Sector.HEALTH),
            note="Taken on by an acute trust.",
        ),
        PastApprentice(
            age=Age(on_start=22),
            employer="agency",
            destination=Destination(kind=DestinationKind.LOOKING_FOR_WORK),
        ),
        PastApprentice(age=Age(on_start=19), employer="agency"),
        PastApprentice(age=Age(on_start=18), employer="agency", withdrawal=NOT_RECORDED),
        PastApprentice(age=Age(on_start=23), employer="agency", withdrawal=NOT_RECORDED),
        PastApprentice(age=Age(on_start=20), employer="agency", withdrawal=NOT_RECORDED),
    ),
)
SEPTEMBER_2016 = PastCohort(
    name="September 2016",
    start_on=date(2016, 9, 5),
    apprentices=(
        PastApprentice(age=Age(on_start=18), employer="agency"),
        PastApprentice(age=Age(on_start=20), employer="agency"),
        PastApprentice(age=Age(on_start=26), employer="agency"),
    ),
    illustrative=("outcomes",),
)

PARTNERSHIP = Partnership(
    slug="suffolk",
    name="Suffolk",
    area=Area(region="East of England", postcode_districts=("IP1", "IP3", "IP4", "IP12", "IP14", "IP33")),
    organisations=(AGENCY, HOSPITAL, COMMUNITY, CARE_HOME, BROKERAGE),
    employer_contact="agency",
    training_provider="brokerage",
    programme=PROGRAMME,
    past_cohorts=(SEPTEMBER_2015, SEPTEMBER_2016),
    running_cohort=RunningCohort(
        weeks_since_start=20,
        apprentices=tuple(
            RunningApprentice(age=Age(on_start=age), employer="agency")
            for age in (18, 18, 19, 19, 20, 20, 21, 23, 25, 31)
        ),
    ),
)
