"""Herefordshire: a light form, with one home employer and short placements, being worked out in 2017."""

from crossway_demo.model import (
    HEALTHCARE_SUPPORT_WORKER,
    Age,
    Area,
    Block,
    FundingLine,
    LearningDay,
    Organisation,
    Partnership,
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

FEDERATION = Organisation(
    key="federation",
    name="Taurus Healthcare",
    kind=OrganisationKind.PRIMARY_CARE,
    sector=Sector.HEALTH,
    postcode="HR1 2HE",
    latitude=52.055,
    longitude=-2.718,
)
HOSPITAL = Organisation(
    key="hospital",
    name="Wyebank Hospital",
    kind=OrganisationKind.ACUTE_TRUST,
    sector=Sector.HEALTH,
    postcode="HR1 2ER",
    latitude=52.057,
    longitude=-2.706,
    invented=True,
)
MENTAL_HEALTH = Organisation(
    key="mental-health",
    name="Two Rivers Mental Health",
    kind=OrganisationKind.MENTAL_HEALTH_TRUST,
    sector=Sector.HEALTH,
    postcode="HR4 0EZ",
    latitude=52.061,
    longitude=-2.726,
    invented=True,
)
CARE_HOME = Organisation(
    key="care-home",
    name="Lugg Orchards Care Home",
    kind=OrganisationKind.RESIDENTIAL_CARE,
    sector=Sector.SOCIAL_CARE,
    postcode="HR6 8LZ",
    latitude=52.228,
    longitude=-2.738,
    invented=True,
)
SECOND_CARE_HOME = Organisation(
    key="second-care-home",
    name="Arrow Meadows Care Home",
    kind=OrganisationKind.RESIDENTIAL_CARE,
    sector=Sector.SOCIAL_CARE,
    postcode="HR2 7TB",
    latitude=52.036,
    longitude=-2.737,
    invented=True,
)
COLLEGE = Organisation(
    key="college",
    name="Golden Valley Training",
    kind=OrganisationKind.TRAINING_PROVIDER,
    sector=Sector.OTHER,
    postcode="HR2 8SA",
    latitude=52.041,
    longitude=-2.739,
    invented=True,
)


def at_home(weeks: int, name: str) -> Block:
    return Block(name=name, weeks=weeks, location=Location.AT_HOME)


PROGRAMME = Programme(
    name="Herefordshire integrated light apprenticeship",
    summary="One home employer throughout, with short placements in surgeries and elsewhere.",
    stage=Stage.ROTATIONAL_PLACEMENTS,
    qualifications=(Qualification(title="Apprenticeship in Health and Social Care", level=2),),
    pathway=Sector.HEALTH,
    standard_today=HEALTHCARE_SUPPORT_WORKER,
    weekly_hours=37.5,
    weekly_learning_hours=7.5,
    hourly_pay_pence=None,
    pay_note="Paid by the home employer throughout.",
    sector_rules=(
        SectorRule(
            sector=Sector.HEALTH,
            minimum_age=18,
            vaccination=Vaccination.MANDATORY,
            working_pattern="Shifts of the team; surgery hours in primary care.",
        ),
        SectorRule(
            sector=Sector.SOCIAL_CARE,
            minimum_age=16,
            vaccination=Vaccination.VOLUNTARY,
            working_pattern="Shifts of the care home.",
        ),
    ),
    ordering=Ordering.ORDERED,
    blocks=(
        at_home(16, "First months at the home employer"),
        Block(
            name="Primary care",
            weeks=4,
            sector=Sector.HEALTH,
            setting_kinds=(SettingKind.GP_PRACTICE,),
        ),
        at_home(12, "Back at the home employer"),
        Block(
            name="Mental health",
            weeks=4,
            sector=Sector.HEALTH,
            setting_kinds=(SettingKind.MENTAL_HEALTH_TEAM,),
        ),
        at_home(8, "At the home employer again"),
        Block(
            name="Social care",
            weeks=4,
            sector=Sector.SOCIAL_CARE,
            setting_kinds=(SettingKind.CARE_HOME,),
        ),
        at_home(4, "Last weeks at the home employer"),
    ),
    induction="The home employer gives the main induction; each short placement a brief one.",
    learning_days=(LearningDay(text="One learning day a week.", frequency=Frequency.WEEKLY, weekday=Weekday.THURSDAY),),
    reviews=ReviewSchedule(),
    funding=(FundingLine(payer="The home employer", purpose="Pay"),),
    recruitment=None,
    story=(
        "Full rotation across hospital, mental health and primary care proved hard to arrange.",
        "So apprentices stay with one health or social care employer and go out for short placements.",
        "A federation of surgeries worked on bringing primary care in as a place to learn.",
        "Better pay in large trusts may draw people away from care homes and surgeries once they are qualified.",
    ),
    illustrative=(
        "qualifications",
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
        "funding",
    ),
)

PARTNERSHIP = Partnership(
    slug="herefordshire",
    name="Herefordshire",
    area=Area(region="West Midlands", postcode_districts=("HR1", "HR2", "HR4", "HR6", "HR9")),
    organisations=(FEDERATION, HOSPITAL, MENTAL_HEALTH, CARE_HOME, SECOND_CARE_HOME, COLLEGE),
    employer_contact="hospital",
    training_provider="college",
    programme=PROGRAMME,
    running_cohort=RunningCohort(
        weeks_since_start=18,
        apprentices=(
            RunningApprentice(age=Age(on_start=18), employer="hospital"),
            RunningApprentice(age=Age(on_start=23), employer="hospital"),
            RunningApprentice(age=Age(on_start=27), employer="hospital"),
            RunningApprentice(age=Age(on_start=35), employer="care-home", recruited_as=Recruit.EXISTING_STAFF),
        ),
    ),
)
