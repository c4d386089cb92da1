"""The closed lists of words that the demonstration data is written in."""

from enum import IntEnum, StrEnum


class Sector(StrEnum):
    HEALTH = "health"
    SOCIAL_CARE = "social_care"
    OTHER = "other"


class OrganisationKind(StrEnum):
    ACUTE_TRUST = "acute_trust"
    COMMUNITY_HEALTH_TRUST = "community_health_trust"
    MENTAL_HEALTH_TRUST = "mental_health_trust"
    PRIMARY_CARE = "primary_care"
    LOCAL_AUTHORITY = "local_authority"
    RESIDENTIAL_CARE = "residential_care"
    HOME_CARE = "home_care"
    HOSPICE = "hospice"
    VOLUNTARY = "voluntary"
    TRAINING_PROVIDER = "training_provider"
    APPRENTICESHIP_TRAINING_AGENCY = "apprenticeship_training_agency"
    AWARDING_ORGANISATION = "awarding_organisation"


class SettingKind(StrEnum):
    ACUTE_WARD = "acute_ward"
    COMMUNITY_HEALTH_TEAM = "community_health_team"
    MENTAL_HEALTH_TEAM = "mental_health_team"
    GP_PRACTICE = "gp_practice"
    CARE_HOME = "care_home"
    DAY_CENTRE = "day_centre"
    HOME_CARE = "home_care"
    HOSPICE = "hospice"


class Stage(IntEnum):
    """How far a programme integrates the two sectors (source: the 2017 scoping report, 4.2)."""

    JOINT_LEARNING = 1
    ROTATIONAL_PLACEMENTS = 2
    INTEGRATED_ROLES = 3
    DUAL_EMPLOYERS = 4


class Ordering(StrEnum):
    ORDERED = "ordered"
    """Everyone goes through the placement blocks in the order given."""
    FREE = "free"
    """Each apprentice may go through the placement blocks in an order of their own."""
    HALF_AND_HALF = "half_and_half"
    """Half of the cohort starts in each of two placement blocks; they swap at half time."""


class BlockKind(StrEnum):
    INDUCTION = "induction"
    TRAINING = "training"
    PLACEMENT = "placement"


class Location(StrEnum):
    AT_HOME = "home"
    """At the employer of record."""
    HOSTED = "hosted"
    """At another organisation of the partnership."""
    TRAINING_PROVIDER = "training_provider"


class Vaccination(StrEnum):
    MANDATORY = "mandatory"
    VOLUNTARY = "voluntary"


class Frequency(StrEnum):
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    BETWEEN_BLOCKS = "between_blocks"


class Weekday(IntEnum):
    MONDAY = 1
    TUESDAY = 2
    WEDNESDAY = 3
    THURSDAY = 4
    FRIDAY = 5


class Sex(StrEnum):
    FEMALE = "F"
    MALE = "M"


class Recruit(StrEnum):
    NEW = "new"
    EXISTING_STAFF = "existing_staff"


class WithdrawalReason(StrEnum):
    PLACEMENTS_WITHDRAWN_BY_HOSTS = "placements_withdrawn_by_hosts"
    NOT_RECORDED = "not_recorded"


class DestinationKind(StrEnum):
    PERMANENT_POST = "permanent_post"
    BANK = "bank"
    RETURNED_TO_POST = "returned_to_post"
    LOOKING_FOR_WORK = "looking_for_work"
    NOT_RECORDED = "not_recorded"


class AccountRole(StrEnum):
    ADMINISTRATOR = "administrator"
    COORDINATOR = "coordinator"
    EMPLOYER = "employer"
    APPRENTICE = "apprentice"
    ASSESSOR = "assessor"
