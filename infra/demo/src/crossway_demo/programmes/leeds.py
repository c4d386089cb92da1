"""Leeds, from November 2015: new and existing staff of several employers, two placements with partners."""

from datetime import date

from crossway_demo.model import (
    HEALTHCARE_SUPPORT_WORKER,
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
    Recruit,
    Sector,
    SettingKind,
    Stage,
    Vaccination,
    Weekday,
    WithdrawalReason,
)

HOSPITALS = Organisation(
    key="hospitals",
    name="Leeds Teaching Hospitals NHS Trust",
    kind=OrganisationKind.ACUTE_TRUST,
    sector=Sector.HEALTH,
    postcode="LS9 7TF",
    latitude=53.806,
    longitude=-1.520,
    ods_code="RR8",
)
COUNCIL = Organisation(
    key="council",
    name="Leeds City Council",
    kind=OrganisationKind.LOCAL_AUTHORITY,
    sector=Sector.SOCIAL_CARE,
    postcode="LS1 1UR",
    latitude=53.802,
    longitude=-1.548,
)
COMMUNITY = Organisation(
    key="community",
    name="Leeds Community Healthcare NHS Trust",
    kind=OrganisationKind.COMMUNITY_HEALTH_TRUST,
    sector=Sector.HEALTH,
    postcode="LS6 1PF",
    latitude=53.818,
    longitude=-1.560,
    ods_code="RY6",
)
MENTAL_HEALTH = Organisation(
    key="mental-health",
    name="Leeds and York Partnership NHS Foundation Trust",
    kind=OrganisationKind.MENTAL_HEALTH_TRUST,
    sector=Sector.HEALTH,
    postcode="LS15 8ZB",
    latitude=53.796,
    longitude=-1.444,
    ods_code="RGD",
)
HOSPICE = Organisation(
    key="hospice",
    name="Sue Ryder Wheatfields Hospice",
    kind=OrganisationKind.HOSPICE,
    sector=Sector.HEALTH,
    postcode="LS6 2AE",
    latitude=53.820,
    longitude=-1.577,
)
SECOND_HOSPICE = Organisation(
    key="second-hospice",
    name="Roundhay Beck Hospice (left before the start)",
    kind=OrganisationKind.HOSPICE,
    sector=Sector.HEALTH,
    postcode="LS8 2AB",
    latitude=53.834,
    longitude=-1.504,
    invented=True,
)
CARE_HOMES = Organisation(
    key="care-homes",
    name="Aire Bank Care Homes (left before the start)",
    kind=OrganisationKind.RESIDENTIAL_CARE,
    sector=Sector.SOCIAL_CARE,
    postcode="LS13 1EP",
    latitude=53.820,
    longitude=-1.625,
    invented=True,
)
COLLEGE = Organisation(
    key="college",
    name="Barnsley College",
    kind=OrganisationKind.TRAINING_PROVIDER,
    sector=Sector.OTHER,
    postcode="S70 2YW",
    latitude=53.556,
    longitude=-1.484,
)


def at_a_partner(number: int) -> Block:
    return Block(
        name=f"Placement with a partner {number}",
        weeks=12,
        setting_kinds=(
            SettingKind.ACUTE_WARD,
            SettingKind.COMMUNITY_HEALTH_TEAM,
            SettingKind.MENTAL_HEALTH_TEAM,
            SettingKind.HOSPICE,
            SettingKind.DAY_CENTRE,
        ),
    )


PROGRAMME = Programme(
    name="Leeds integrated health and social care apprenticeship",
    summary="New and existing staff of several employers learn together, work at home and go out to two partners.",
    stage=Stage.ROTATIONAL_PLACEMENTS,
    qualifications=(Qualification(title="CACHE Diploma in Clinical Health Care Support (QCF)", level=2),),
    pathway=Sector.HEALTH,
    standard_today=HEALTHCARE_SUPPORT_WORKER,
    weekly_hours=37.5,
    weekly_learning_hours=7.5,
    hourly_pay_pence=None,
    pay_note="Each employer of record pays its own; shifts that vary by placement make payroll laborious.",
    sector_rules=(
        SectorRule(
            sector=Sector.HEALTH,
            minimum_age=18,
            vaccination=Vaccination.MANDATORY,
            working_pattern="Shifts vary by placement.",
        ),
        SectorRule(
            sector=Sector.SOCIAL_CARE,
            minimum_age=16,
            vaccination=Vaccination.VOLUNTARY,
            working_pattern="Shifts vary by placement.",
        ),
    ),
    ordering=Ordering.ORDERED,
    blocks=(
        Block(
            name="Joint induction",
            weeks=3,
            kind=BlockKind.INDUCTION,
            location=Location.TRAINING_PROVIDER,
        ),
        Block(name="Learning module at the home employer", weeks=20, location=Location.AT_HOME),
        at_a_partner(1),
        at_a_partner(2),
        Block(name="Return to the home employer", weeks=4, location=Location.AT_HOME),
    ),
    induction="Three weeks together, led by the college. The employer gives the main induction; "
    "each host gives a second one for its own policies.",
    learning_days=(
        LearningDay(
            text="Course work beside the shifts; the best hosts keep time free for it in the working day.",
            frequency=Frequency.WEEKLY,
            weekday=Weekday.FRIDAY,
        ),
    ),
    reviews=ReviewSchedule(note="A mentor at each placement, a line manager at home."),
    funding=(
        FundingLine(payer="Leeds City Council", purpose="Salaries of its apprentices"),
        FundingLine(payer="Leeds Community Healthcare NHS Trust", purpose="Salaries of its apprentices"),
        FundingLine(payer="Leeds and York Partnership NHS Foundation Trust", purpose="Salaries of its apprentices"),
        FundingLine(payer="Sue Ryder", purpose="Salaries of its apprentices"),
    ),
    recruitment=Recruitment(
        applied=None,
        shortlisted=None,
        recruited=8,
        channels="Each employer advertised for itself; one assessment centre for all with scenarios, tests and "
        "values-based questions. Existing staff were chosen by their employer.",
    ),
    story=(
        "A hospital trust led; a council, two more trusts and a hospice were the partners.",
        "A second hospice and a group of care homes could not offer placements and left before the start.",
        "Half of the apprentices were new to care and half were existing staff, and each learned from the other.",
        "There was no outside money: each employer paid its own apprentices.",
        "Two inductions did not settle everything: whether travel could be claimed stayed unclear.",
        "Paying people whose shifts changed by placement took more work than anyone expected.",
        "Some had not expected so much course work; one host gave them time for it during the day.",
        "A steering group and a forum of learners and employers kept the partners together.",
        "Seven of eight stayed to the end: staff went back to their posts with a wider view, "
        "and the new recruits were taken on.",
        "One joint recruitment would have worked better than several separate ones.",
    ),
    illustrative=(
        "weekly_hours",
        "weekly_learning_hours",
        "sector_rules",
        "learning_days",
        "reviews",
    ),
)

TAKEN_ON = Destination(kind=DestinationKind.PERMANENT_POST)
BACK_IN_POST = Destination(kind=DestinationKind.RETURNED_TO_POST)
UNSTATED = ("age", "employer")

NOVEMBER_2015 = PastCohort(
    name="November 2015",
    start_on=date(2015, 11, 2),
    apprentices=(
        PastApprentice(age=Age(on_start=19), employer="community", destination=TAKEN_ON, illustrative=UNSTATED),
        PastApprentice(age=Age(on_start=22), employer="community", destination=TAKEN_ON, illustrative=UNSTATED),
        PastApprentice(age=Age(on_start=20), employer="mental-health", destination=TAKEN_ON, illustrative=UNSTATED),
        PastApprentice(age=Age(on_start=27), employer="mental-health", destination=TAKEN_ON, illustrative=UNSTATED),
        PastApprentice(
            age=Age(on_start=34),
            employer="community",
            recruited_as=Recruit.EXISTING_STAFF,
            destination=BACK_IN_POST,
            illustrative=UNSTATED,
        ),
        PastApprentice(
            age=Age(on_start=41),
            employer="mental-health",
            recruited_as=Recruit.EXISTING_STAFF,
            destination=BACK_IN_POST,
            illustrative=UNSTATED,
        ),
        PastApprentice(
            age=Age(on_start=38),
            employer="hospice",
            recruited_as=Recruit.EXISTING_STAFF,
            destination=BACK_IN_POST,
            illustrative=UNSTATED,
        ),
        PastApprentice(
            age=Age(on_start=30),
            employer="mental-health",
            recruited_as=Recruit.EXISTING_STAFF,
            withdrawal=Withdrawal(
                after_weeks=16,
                reason=WithdrawalReason.NOT_RECORDED,
                note="Left before the end; the published account gives no reason.",
            ),
            illustrative=(*UNSTATED, "recruited_as"),
        ),
    ),
)

PARTNERSHIP = Partnership(
    slug="leeds",
    name="Leeds",
    area=Area(
        region="Yorkshire and the Humber",
        postcode_districts=("LS6", "LS7", "LS8", "LS9", "LS11", "LS12", "LS15", "LS17"),
    ),
    organisations=(
        HOSPITALS,
        COUNCIL,
        COMMUNITY,
        MENTAL_HEALTH,
        HOSPICE,
        SECOND_HOSPICE,
        CARE_HOMES,
        COLLEGE,
    ),
    employer_contact="community",
    training_provider="college",
    programme=PROGRAMME,
    past_cohorts=(NOVEMBER_2015,),
    running_cohort=RunningCohort(
        weeks_since_start=26,
        apprentices=(
            RunningApprentice(age=Age(on_start=19), employer="community"),
            RunningApprentice(age=Age(on_start=21), employer="community"),
            RunningApprentice(age=Age(on_start=33), employer="community"),
            RunningApprentice(age=Age(on_start=20), employer="mental-health"),
            RunningApprentice(age=Age(on_start=45), employer="mental-health"),
            RunningApprentice(age=Age(on_start=24), employer="council"),
            RunningApprentice(age=Age(on_start=37), employer="council"),
            RunningApprentice(age=Age(on_start=29), employer="hospice", recruited_as=Recruit.EXISTING_STAFF),
        ),
    ),
)
