"""The facts of the published accounts, programme by programme."""

from collections import Counter
from dataclasses import fields
from datetime import date

import pytest

from crossway_demo.catalogue import PARTNERSHIPS
from crossway_demo.model import Apprentice, Partnership, PastApprentice, PastCohort, Programme
from crossway_demo.programmes import (
    blackburn,
    herefordshire,
    leeds,
    lincolnshire,
    liverpool,
    north_west,
    staffordshire,
    suffolk,
    west_sussex,
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
    Sex,
    Stage,
    Vaccination,
    WithdrawalReason,
)

every_partnership = pytest.mark.parametrize("partnership", PARTNERSHIPS, ids=lambda each: each.slug)


def rule(programme: Programme, sector: Sector) -> tuple[int, Vaccination]:
    found = next(each for each in programme.sector_rules if each.sector is sector)
    return found.minimum_age, found.vaccination


def destinations(cohort: PastCohort) -> Counter[tuple[DestinationKind, Sector | None]]:
    return Counter(
        (each.destination.kind, each.destination.sector) for each in cohort.apprentices if each.withdrawal is None
    )


def apprentices_of(partnership: Partnership) -> list[Apprentice]:
    past = [each for cohort in partnership.past_cohorts for each in cohort.apprentices]
    return [*past, *partnership.running_cohort.apprentices]


def employer_kinds(partnership: Partnership) -> set[OrganisationKind]:
    return {partnership.organisation(each.employer).kind for each in apprentices_of(partnership)}


def test_there_are_nine_programmes_with_a_slug_and_a_name_each() -> None:
    assert len(PARTNERSHIPS) == 9
    assert len({each.slug for each in PARTNERSHIPS}) == 9
    assert len({each.programme.name for each in PARTNERSHIPS}) == 9


def test_coastal_west_sussex() -> None:
    programme = west_sussex.PROGRAMME
    (cohort,) = west_sussex.PARTNERSHIP.past_cohorts

    assert (programme.stage, programme.ordering) == (Stage.ROTATIONAL_PLACEMENTS, Ordering.HALF_AND_HALF)
    assert (programme.weekly_hours, programme.weekly_learning_hours) == (37.5, 7.5)
    assert programme.hourly_pay_pence == 513
    assert programme.pathway is Sector.SOCIAL_CARE
    assert [each.level for each in programme.qualifications] == [2]
    assert len(programme.funding) == 4
    assert [(each.weeks, each.sector) for each in programme.placement_blocks] == [
        (26, Sector.HEALTH),
        (26, Sector.SOCIAL_CARE),
    ]
    assert programme.blocks[0].kind is BlockKind.INDUCTION
    assert programme.blocks[0].weeks == 2
    assert rule(programme, Sector.HEALTH) == (18, Vaccination.MANDATORY)
    assert rule(programme, Sector.SOCIAL_CARE) == (16, Vaccination.VOLUNTARY)
    assert "12 hours: four days on, four days off" in programme.sector_rules[0].working_pattern
    assert "Monday to Friday, 8am to 5pm" in programme.sector_rules[1].working_pattern
    assert [(each.frequency, each.sector) for each in programme.learning_days] == [(Frequency.WEEKLY, Sector.HEALTH)]
    assert programme.recruitment is not None
    assert (programme.recruitment.applied, programme.recruitment.shortlisted) == (40, 20)
    assert programme.recruitment.recruited == 8
    assert employer_kinds(west_sussex.PARTNERSHIP) == {OrganisationKind.APPRENTICESHIP_TRAINING_AGENCY}

    assert (cohort.start_on.year, cohort.start_on.month) == (2015, 3)
    assert (programme.end_on(cohort.start_on).year, programme.end_on(cohort.start_on).month) == (2016, 3)
    assert len(cohort.apprentices) == 8
    assert sum(17 <= each.age.on_start <= 22 for each in cohort.apprentices) == 6
    assert sum(each.age.on_start >= 40 for each in cohort.apprentices) == 2
    assert Counter(each.first_sector for each in cohort.apprentices) == {
        Sector.HEALTH: 4,
        Sector.SOCIAL_CARE: 4,
    }
    assert [each.withdrawal.reason for each in cohort.apprentices if each.withdrawal] == [
        WithdrawalReason.PLACEMENTS_WITHDRAWN_BY_HOSTS
    ]
    roles = {each.destination.role for each in cohort.apprentices}
    assert {"Nursing assistant", "Dementia support assistant"} <= roles
    assert sum(each.destination.kind is DestinationKind.BANK for each in cohort.apprentices) == 1


@pytest.mark.parametrize(
    "apprentices",
    [west_sussex.MARCH_2015.apprentices, west_sussex.PARTNERSHIP.running_cohort.apprentices],
    ids=["2015", "running"],
)
def test_the_one_who_is_17_begins_in_social_care_and_turns_18_before_the_ward(
    apprentices: tuple[Apprentice, ...],
) -> None:
    (young,) = [each for each in apprentices if each.age.on_start == 17]
    assert young.first_sector is Sector.SOCIAL_CARE
    assert young.sex is Sex.FEMALE
    induction, first_placement, _ = west_sussex.PROGRAMME.blocks
    assert young.age.birthday_in_week is not None
    assert young.age.birthday_in_week <= induction.weeks + first_placement.weeks
    assert Counter(each.first_sector for each in apprentices) == {Sector.HEALTH: 4, Sector.SOCIAL_CARE: 4}


def test_suffolk() -> None:
    programme = suffolk.PROGRAMME
    first, second = suffolk.PARTNERSHIP.past_cohorts

    assert programme.duration_weeks == 52
    assert [round(each.weeks * 12 / 52) for each in programme.placement_blocks] == [4, 4, 4]
    assert [each.setting_kinds for each in programme.placement_blocks] == [
        (SettingKind.CARE_HOME,),
        (SettingKind.COMMUNITY_HEALTH_TEAM,),
        (SettingKind.ACUTE_WARD,),
    ]
    assert {each.title: each.level for each in programme.qualifications} == {
        "Diploma in Health and Social Care": 2,
        "Care Certificate": None,
    }
    host, management = programme.funding
    assert (host.amount_pence, host.per_apprentice) == (680_000, True)
    assert management.amount_pence is None
    assert programme.reviews.days_after_placement_start == (14, 42)
    assert programme.reviews.then_every_months == 1
    assert "reviews" not in programme.illustrative
    assert [each.frequency for each in programme.learning_days] == [Frequency.FORTNIGHTLY]
    assert employer_kinds(suffolk.PARTNERSHIP) == {OrganisationKind.APPRENTICESHIP_TRAINING_AGENCY}

    assert (first.start_on.year, first.start_on.month) == (2015, 9)
    assert (len(first.apprentices), first.completed) == (10, 7)
    assert destinations(first) == {
        (DestinationKind.PERMANENT_POST, Sector.SOCIAL_CARE): 4,
        (DestinationKind.PERMANENT_POST, Sector.HEALTH): 1,
        (DestinationKind.LOOKING_FOR_WORK, None): 1,
        (DestinationKind.NOT_RECORDED, None): 1,
    }
    assert (second.start_on.year, second.start_on.month) == (2016, 9)
    assert len(second.apprentices) == 3


def test_lincolnshire() -> None:
    programme = lincolnshire.PROGRAMME
    (cohort,) = lincolnshire.PARTNERSHIP.past_cohorts

    assert [each.weeks for each in programme.placement_blocks] == [12, 12, 12, 12]
    assert {kind for each in programme.placement_blocks for kind in each.setting_kinds} == {
        SettingKind.ACUTE_WARD,
        SettingKind.COMMUNITY_HEALTH_TEAM,
        SettingKind.MENTAL_HEALTH_TEAM,
        SettingKind.CARE_HOME,
    }
    assert (programme.pathway, programme.qualifications[0].level) == (Sector.HEALTH, 2)
    monthly, between = programme.learning_days
    assert monthly.frequency is Frequency.MONTHLY
    assert (between.frequency, between.days) == (Frequency.BETWEEN_BLOCKS, 2)
    assert programme.recruitment is not None
    assert (programme.recruitment.applied, programme.recruitment.recruited) == (20, 5)
    assert all("no overtime, weekend, evening or night" in r.working_pattern for r in programme.sector_rules)
    assert "minimum wage for the apprentice's age" in programme.pay_note
    (gap,) = programme.evidence_gaps
    assert gap.setting_kind is SettingKind.MENTAL_HEALTH_TEAM
    assert gap.activities == ("Moving and handling", "Feeding")
    kinds = Counter(each.kind for each in lincolnshire.PARTNERSHIP.organisations)
    trusts = ("acute_trust", "community_health_trust", "mental_health_trust")
    assert [kinds[OrganisationKind(trust)] for trust in trusts] == [1, 1, 1]

    assert (cohort.start_on.year, cohort.start_on.month) == (2017, 1)
    assert programme.end_on(cohort.start_on).strftime("%Y-%m") == "2018-01"
    assert len(cohort.apprentices) == 5
    assert {each.sex for each in cohort.apprentices} == {Sex.FEMALE}


def test_leeds() -> None:
    programme = leeds.PROGRAMME
    (cohort,) = leeds.PARTNERSHIP.past_cohorts

    assert programme.ordering is Ordering.ORDERED
    assert [(each.weeks, each.location) for each in programme.blocks] == [
        (3, Location.TRAINING_PROVIDER),
        (20, Location.AT_HOME),
        (12, Location.HOSTED),
        (12, Location.HOSTED),
        (4, Location.AT_HOME),
    ]
    assert (cohort.start_on.year, cohort.start_on.month) == (2015, 11)
    assert (len(cohort.apprentices), cohort.completed) == (8, 7)
    assert Counter(each.recruited_as for each in cohort.apprentices) == {
        Recruit.NEW: 4,
        Recruit.EXISTING_STAFF: 4,
    }
    assert len({each.employer for each in cohort.apprentices}) > 1
    assert destinations(cohort) == {
        (DestinationKind.PERMANENT_POST, None): 4,
        (DestinationKind.RETURNED_TO_POST, None): 3,
    }
    left = [each for each in leeds.PARTNERSHIP.organisations if "left before the start" in each.name]
    assert [(each.kind, each.invented) for each in left] == [
        (OrganisationKind.HOSPICE, True),
        (OrganisationKind.RESIDENTIAL_CARE, True),
    ]


def test_blackburn_with_darwen() -> None:
    programme = blackburn.PROGRAMME
    (cohort,) = blackburn.PARTNERSHIP.past_cohorts

    assert programme.duration_weeks == 104
    assert [each.weeks for each in programme.placement_blocks] == [52, 52]
    assert [each.level for each in programme.qualifications] == [3]
    assert (cohort.start_on.year, cohort.start_on.month) == (2016, 6)
    assert [20 <= each.age.on_start <= 24 for each in cohort.apprentices] == [True, True]
    assert employer_kinds(blackburn.PARTNERSHIP) == {OrganisationKind.LOCAL_AUTHORITY}
    requirements = " ".join(programme.requirements)
    for word in ("travel independently", "lone-working", "risk assessment"):
        assert word in requirements


def test_north_west_authority() -> None:
    (cohort,) = north_west.PARTNERSHIP.past_cohorts

    assert north_west.PROGRAMME.ordering is Ordering.HALF_AND_HALF
    for apprentices in (cohort.apprentices, north_west.PARTNERSHIP.running_cohort.apprentices):
        assert Counter(each.first_sector for each in apprentices) == {
            Sector.HEALTH: 6,
            Sector.SOCIAL_CARE: 6,
        }
    assert "size" not in cohort.illustrative
    assert "start_on" in cohort.illustrative
    assert any("left before the start" in each.name for each in north_west.PARTNERSHIP.organisations)


def test_staffordshire_and_herefordshire_had_no_apprentices_at_the_time() -> None:
    assert staffordshire.PARTNERSHIP.past_cohorts == ()
    assert herefordshire.PARTNERSHIP.past_cohorts == ()
    assert staffordshire.PARTNERSHIP.planned_cohort is not None
    assert "draft" in staffordshire.PROGRAMME.name
    assert "Travel decides" in staffordshire.PROGRAMME.requirements[0]


def test_herefordshire_stays_at_home_but_for_short_placements() -> None:
    hosted = [each for each in herefordshire.PROGRAMME.blocks if each.location is Location.HOSTED]
    assert all(each.weeks == 4 for each in hosted)
    assert SettingKind.GP_PRACTICE in hosted[0].setting_kinds
    assert sum(each.weeks for each in hosted) < herefordshire.PROGRAMME.duration_weeks / 2


def test_liverpool_home_care() -> None:
    (cohort,) = liverpool.PARTNERSHIP.past_cohorts

    assert "Health Ambassadors" in liverpool.PROGRAMME.name
    assert employer_kinds(liverpool.PARTNERSHIP) == {OrganisationKind.HOME_CARE}
    assert {"size", "start_on", "end_on", "outcomes"} <= set(cohort.illustrative)
    assert len(liverpool.PROGRAMME.requirements) == 2


@every_partnership
def test_placements_of_a_swap_last_equally_long(partnership: Partnership) -> None:
    programme = partnership.programme
    if programme.ordering is Ordering.HALF_AND_HALF:
        first, second = programme.placement_blocks
        assert first.weeks == second.weeks
        assert first.sector is not second.sector


@every_partnership
def test_a_programme_lasts_a_year_or_two(partnership: Partnership) -> None:
    weeks = partnership.programme.duration_weeks
    assert 51 <= weeks <= 54 or weeks == 104


@every_partnership
def test_reviews_come_after_two_and_six_weeks_then_monthly(partnership: Partnership) -> None:
    reviews = partnership.programme.reviews
    assert (reviews.days_after_placement_start, reviews.then_every_months) == ((14, 42), 1)


@every_partnership
def test_the_nhs_takes_nobody_under_18_and_demands_vaccination(partnership: Partnership) -> None:
    assert rule(partnership.programme, Sector.HEALTH) == (18, Vaccination.MANDATORY)


@every_partnership
def test_apprentices_meet_the_minimum_age_of_their_first_block(partnership: Partnership) -> None:
    minimum = min(each.minimum_age for each in partnership.programme.sector_rules)
    for apprentice in apprentices_of(partnership):
        needed = 18 if apprentice.first_sector is Sector.HEALTH else minimum
        assert apprentice.age.on_start >= needed


@every_partnership
def test_references_to_organisations_hold(partnership: Partnership) -> None:
    keys = [each.key for each in partnership.organisations]
    assert len(set(keys)) == len(keys)
    assert partnership.organisation(partnership.training_provider).kind is OrganisationKind.TRAINING_PROVIDER
    assert partnership.employer_contact in {each.employer for each in partnership.running_cohort.apprentices}
    assert {each.employer for each in apprentices_of(partnership)} <= set(keys)


@every_partnership
def test_new_recruits_are_employed_by_a_trust_a_council_or_an_agency(partnership: Partnership) -> None:
    for apprentice in apprentices_of(partnership):
        kind = partnership.organisation(apprentice.employer).kind
        assert kind is not OrganisationKind.TRAINING_PROVIDER
        if apprentice.recruited_as is Recruit.NEW:
            assert kind in {
                OrganisationKind.ACUTE_TRUST,
                OrganisationKind.COMMUNITY_HEALTH_TRUST,
                OrganisationKind.MENTAL_HEALTH_TRUST,
                OrganisationKind.LOCAL_AUTHORITY,
                OrganisationKind.APPRENTICESHIP_TRAINING_AGENCY,
            }


@every_partnership
def test_organisations_lie_in_england(partnership: Partnership) -> None:
    for organisation in partnership.organisations:
        assert 50.0 < organisation.latitude < 55.9
        assert -4.0 < organisation.longitude < 1.9


@every_partnership
def test_what_is_called_illustrative_exists(partnership: Partnership) -> None:
    programme_fields = {each.name for each in fields(Programme)}
    assert set(partnership.programme.illustrative) <= programme_fields
    apprentice_fields = {each.name for each in fields(PastApprentice)}
    for cohort in partnership.past_cohorts:
        assert set(cohort.illustrative) <= {"size", "start_on", "end_on", "outcomes"}
        for apprentice in cohort.apprentices:
            assert set(apprentice.illustrative) <= apprentice_fields


@every_partnership
def test_the_story_is_told_in_short_sentences(partnership: Partnership) -> None:
    story = partnership.programme.story
    assert len(story) >= 4
    assert all(sentence.endswith((".", "?")) and len(sentence) <= 160 for sentence in story)


@every_partnership
def test_cohorts_start_on_a_monday(partnership: Partnership) -> None:
    assert all(cohort.start_on.weekday() == 0 for cohort in partnership.past_cohorts)
    assert all(cohort.start_on < date(2017, 6, 1) for cohort in partnership.past_cohorts)
