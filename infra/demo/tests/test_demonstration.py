"""The invented people, cohorts and accounts of one day of loading."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from crossway_demo import uln
from crossway_demo.accounts import ALL_NINE, SIGN_IN_PHRASE
from crossway_demo.catalogue import PARTNERSHIPS, Demonstration, demonstration
from crossway_demo.model import Apprentice
from crossway_demo.people import Learner
from crossway_demo.roster import Enrolment
from crossway_demo.vocabulary import AccountRole

LOADING_DAY = date(2026, 11, 21)


@pytest.fixture(scope="module", name="today")
def _today() -> Demonstration:
    return demonstration(LOADING_DAY)


def enrolments(demo: Demonstration) -> list[Enrolment]:
    return [each for roster in demo.rosters.values() for cohort in roster.cohorts for each in cohort.enrolments]


def age_on(learner: Learner, day: date) -> int:
    born_on = learner.date_of_birth
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def test_learner_numbers_are_valid_and_unique_but_for_one_temporary(today: Demonstration) -> None:
    numbers = [each.learner.uln for each in enrolments(today)]
    assert len(set(numbers)) == len(numbers)
    assert [number for number in numbers if not uln.is_valid(number)] == [uln.TEMPORARY_ULN]


def test_nobody_shares_a_name_or_an_address_for_mail(today: Demonstration) -> None:
    learners = [each.learner for each in enrolments(today)]
    assert len({(each.given_names, each.family_name) for each in learners}) == len(learners)
    assert len({each.email for each in learners}) == len(learners)
    assert all(each.email.endswith(".example.org") and each.email.isascii() for each in learners)


def test_nobody_bears_a_name_of_the_published_accounts(today: Demonstration) -> None:
    published = {"Laura", "Luke", "Danny", "Amy", "Richard", "Margaret", "Julian"} | {
        "Fox", "Parry", "Mellor", "Morris", "Dunmall", "Helm", "Coleman"
    }  # fmt: skip
    parts = {part for each in enrolments(today) for part in each.learner.given_names.split()}
    parts |= {each.learner.family_name for each in enrolments(today)}
    parts |= {part for account in today.accounts for part in account.name.split()}
    assert not parts & published


@pytest.mark.parametrize("loading_day", [LOADING_DAY, date(2027, 3, 1), date(2028, 2, 29), date(2030, 12, 31)])
def test_everyone_has_the_age_told_on_the_first_day(loading_day: date) -> None:
    demo = demonstration(loading_day)
    for partnership in PARTNERSHIPS:
        roster = demo.rosters[partnership.slug]
        told: list[tuple[Apprentice, ...]] = [cohort.apprentices for cohort in partnership.past_cohorts]
        told.append(partnership.running_cohort.apprentices)
        for cohort, apprentices in zip((*roster.past, roster.running), told, strict=True):
            for enrolment, apprentice in zip(cohort.enrolments, apprentices, strict=True):
                assert age_on(enrolment.learner, cohort.start_on) == apprentice.age.on_start
                if apprentice.age.birthday_in_week is not None:
                    week = cohort.start_on + timedelta(weeks=apprentice.age.birthday_in_week)
                    assert age_on(enrolment.learner, week) == apprentice.age.on_start + 1


def test_running_cohorts_began_on_a_monday_and_are_not_over(today: Demonstration) -> None:
    for roster in today.rosters.values():
        assert roster.running.start_on.weekday() == 0
        assert roster.running.start_on < LOADING_DAY < roster.running.end_on
        assert all(each.completed_on is each.withdrawn_on is None for each in roster.running.enrolments)


def test_past_cohorts_are_over_and_everyone_has_an_outcome(today: Demonstration) -> None:
    for roster in today.rosters.values():
        for cohort in roster.past:
            assert cohort.end_on < LOADING_DAY
            for each in cohort.enrolments:
                assert (each.completed_on is None) is (each.withdrawn_on is not None)
                assert each.withdrawn_on is None or cohort.start_on < each.withdrawn_on < cohort.end_on


def test_the_past_sizes_are_those_published(today: Demonstration) -> None:
    sizes = {slug: [len(each.enrolments) for each in roster.past] for slug, roster in today.rosters.items()}
    assert sizes == {
        "west-sussex": [8],
        "suffolk": [10, 3],
        "lincolnshire": [5],
        "leeds": [8],
        "blackburn": [2],
        "north-west": [12],
        "staffordshire": [],
        "herefordshire": [],
        "liverpool": [6],
    }


def test_one_apprentice_is_on_a_break_and_one_programme_is_still_planned(today: Demonstration) -> None:
    (away,) = [each for each in enrolments(today) if each.break_from]
    assert away.key.startswith("north-west/running/")
    assert away.break_from is not None
    assert away.break_from < LOADING_DAY
    (planned,) = [roster.planned for roster in today.rosters.values() if roster.planned]
    assert planned.key == "staffordshire/planned"
    assert LOADING_DAY < planned.start_on <= LOADING_DAY + timedelta(weeks=12)
    assert planned.enrolments == ()


def test_another_day_brings_the_same_people(today: Demonstration) -> None:
    later = demonstration(LOADING_DAY + timedelta(days=40))
    born = date(2000, 1, 1)
    for one, other in zip(enrolments(today), enrolments(later), strict=True):
        assert one.key == other.key
        assert replace(one.learner, date_of_birth=born) == replace(other.learner, date_of_birth=born)
    assert today.accounts == later.accounts


def test_each_partnership_has_its_four_accounts(today: Demonstration) -> None:
    assert len({each.email for each in today.accounts}) == len(today.accounts)
    for partnership in PARTNERSHIPS:
        roles = {
            membership.role
            for account in today.accounts
            for membership in account.memberships
            if membership.partnership == partnership.slug and account.email != ALL_NINE
        }
        assert roles >= {
            AccountRole.COORDINATOR,
            AccountRole.EMPLOYER,
            AccountRole.APPRENTICE,
            AccountRole.ASSESSOR,
        }
    roles_of_all = [membership.role for each in today.accounts for membership in each.memberships]
    assert roles_of_all.count(AccountRole.ADMINISTRATOR) == 1


def test_one_coordinator_belongs_to_all_nine(today: Demonstration) -> None:
    (account,) = [each for each in today.accounts if each.email == ALL_NINE]
    assert {each.partnership for each in account.memberships} == {each.slug for each in PARTNERSHIPS}
    assert {each.role for each in account.memberships} == {AccountRole.COORDINATOR}


def test_memberships_point_at_what_they_need(today: Demonstration) -> None:
    running = {each.key for roster in today.rosters.values() for each in roster.running.enrolments}
    for account in today.accounts:
        for membership in account.memberships:
            assert (membership.enrolment in running) is (membership.role is AccountRole.APPRENTICE)
            if membership.role is AccountRole.EMPLOYER:
                assert membership.organisation is not None


def test_the_shared_phrase_is_long_enough_to_be_accepted() -> None:
    assert 12 <= len(SIGN_IN_PHRASE) <= 128
