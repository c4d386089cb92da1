"""The kinds of organisation that form partnerships."""

from enum import StrEnum


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


class Sector(StrEnum):
    HEALTH = "health"
    SOCIAL_CARE = "social_care"
    OTHER = "other"
