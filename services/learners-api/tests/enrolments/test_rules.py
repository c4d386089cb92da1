"""Decisions about enrolments."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from learners_api.enrolments import rules
from learners_api.enrolments.models import Enrolment
from learners_api.enrolments.problems import EnrolmentEnded, EnrolmentNotOnBreak, EnrolmentOnBreak
from learners_api.enrolments.rules import CohortDates, Fault
from learners_api.enrolments.states import EnrolmentState, RecruitedAs
from learners_api.organisations.kinds import OrganisationKind

COHORT = CohortDates(date(2027, 3, 1), date(2028, 3, 12))
TODAY = date(2027, 5, 10)


def enrolment(**changes: Any) -> Enrolment:
    facts = {"started_on": date(2027, 3, 1), "planned_end_on": date(2028, 3, 12), "state": "active"}
    return Enrolment(**(facts | changes))


def pointers(faults: Iterable[Fault]) -> list[str]:
    return [fault.pointer for fault in faults]


@pytest.mark.parametrize(
    ("started_on", "planned_end_on", "faults"),
    [
        (date(2027, 3, 1), date(2028, 3, 12), []),
        (date(2028, 3, 12), date(2028, 3, 13), []),
        (date(2027, 2, 28), date(2028, 3, 12), ["/started_on"]),
        (date(2028, 3, 13), date(2028, 9, 1), ["/started_on"]),
        (date(2027, 3, 1), date(2027, 3, 1), ["/planned_end_on"]),
    ],
)
def test_a_start_lies_within_the_cohort(started_on: date, planned_end_on: date, faults: list[str]) -> None:
    assert pointers(rules.start_faults(COHORT, started_on, planned_end_on)) == faults


@pytest.mark.parametrize(
    ("born_on", "faults"),
    [(date(2011, 3, 1), []), (date(2011, 3, 2), ["/started_on"]), (date(1960, 1, 1), [])],
)
def test_apprentices_are_16_when_they_start(born_on: date, faults: list[str]) -> None:
    assert pointers(rules.age_faults(born_on, date(2027, 3, 1))) == faults


def test_those_born_on_a_leap_day_have_birthdays_in_common_years() -> None:
    assert rules.birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert rules.birthday(date(2008, 2, 29), 16) == date(2024, 2, 29)
    assert rules.birthday(date(2008, 2, 28), 18) == date(2026, 2, 28)


@pytest.mark.parametrize(
    "day", [date(2026, 2, 28), date(2026, 3, 1), date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]
)
def test_who_has_reached_an_age_is_who_had_the_birthday(day: date) -> None:
    for year in (2008, 2010):
        for born_on in (date(year, 2, 28), date(year, 3, 1), date(2008, 2, 29)):
            assert (born_on <= rules.born_by(day, 18)) == (rules.birthday(born_on, 18) <= day)


@pytest.mark.parametrize("kind", OrganisationKind)
def test_who_is_an_employer_of_record(kind: OrganisationKind) -> None:
    of_new = not pointers(rules.employer_faults(kind, RecruitedAs.NEW))
    of_staff = not pointers(rules.employer_faults(kind, RecruitedAs.EXISTING_STAFF))
    assert of_new == (
        kind
        in {
            OrganisationKind.ACUTE_TRUST,
            OrganisationKind.COMMUNITY_HEALTH_TRUST,
            OrganisationKind.MENTAL_HEALTH_TRUST,
            OrganisationKind.LOCAL_AUTHORITY,
            OrganisationKind.APPRENTICESHIP_TRAINING_AGENCY,
        }
    )
    assert of_staff == (kind not in {OrganisationKind.TRAINING_PROVIDER, OrganisationKind.AWARDING_ORGANISATION})


@pytest.mark.parametrize(
    ("withdrawn_on", "faults"),
    [
        (date(2027, 3, 1), []),
        (date(2027, 2, 28), ["/withdrawn_on"]),
        (date(2027, 6, 10), []),
        (date(2027, 6, 11), ["/withdrawn_on"]),
    ],
)
def test_a_withdrawal_follows_the_start_and_is_not_far_ahead(withdrawn_on: date, faults: list[str]) -> None:
    assert pointers(rules.withdrawal_faults(enrolment(), withdrawn_on, TODAY)) == faults


def test_a_withdrawal_from_a_break_does_not_come_before_the_break() -> None:
    paused = enrolment(state="on_break", break_started_on=date(2027, 4, 5))
    assert pointers(rules.withdrawal_faults(paused, date(2027, 4, 4), TODAY)) == ["/withdrawn_on"]
    assert pointers(rules.withdrawal_faults(paused, date(2027, 4, 5), TODAY)) == []


@pytest.mark.parametrize(
    ("starts_on", "expected_return_on", "faults"),
    [
        (date(2027, 4, 20), date(2027, 4, 21), []),
        (date(2027, 4, 19), date(2027, 6, 1), ["/starts_on"]),
        (date(2027, 6, 10), date(2027, 6, 11), []),
        (date(2027, 6, 11), date(2027, 6, 12), ["/starts_on"]),
        (date(2027, 5, 1), date(2027, 5, 1), ["/expected_return_on"]),
    ],
)
def test_a_break_begins_after_the_last_one_ended(starts_on: date, expected_return_on: date, faults: list[str]) -> None:
    returned = enrolment(returned_on=date(2027, 4, 20))
    assert pointers(rules.break_faults(returned, starts_on, expected_return_on, TODAY)) == faults


def test_a_break_begins_before_the_planned_end() -> None:
    ending = enrolment(planned_end_on=date(2027, 5, 1))
    assert pointers(rules.break_faults(ending, date(2027, 5, 2), date(2027, 6, 1), TODAY)) == ["/starts_on"]


@pytest.mark.parametrize(
    ("returned_on", "planned_end_on", "faults"),
    [
        (date(2027, 4, 6), date(2028, 3, 12), []),
        (date(2027, 4, 5), date(2028, 3, 12), ["/returned_on"]),
        (date(2027, 6, 11), date(2028, 3, 12), ["/returned_on"]),
        (date(2027, 5, 3), date(2027, 5, 3), ["/planned_end_on"]),
    ],
)
def test_a_return_follows_the_break(returned_on: date, planned_end_on: date, faults: list[str]) -> None:
    paused = enrolment(state="on_break", break_started_on=date(2027, 4, 5))
    assert pointers(rules.return_faults(paused, returned_on, planned_end_on, TODAY)) == faults


@pytest.mark.parametrize(
    ("effective_on", "ends_on", "faults"),
    [
        (date(2027, 3, 1), date(2028, 3, 12), []),
        (date(2027, 2, 28), date(2028, 3, 12), ["/effective_on"]),
        (date(2027, 6, 11), date(2028, 3, 12), ["/effective_on"]),
        (date(2027, 5, 3), date(2027, 5, 2), ["/effective_on"]),
    ],
)
def test_a_transfer_lies_within_the_new_cohort(effective_on: date, ends_on: date, faults: list[str]) -> None:
    cohort = CohortDates(date(2026, 9, 7), ends_on)
    assert pointers(rules.transfer_faults(enrolment(), cohort, effective_on, date(2028, 6, 1), TODAY)) == faults


@pytest.mark.parametrize(
    ("completed_on", "faults"),
    [
        (date(2027, 3, 1), []),
        (TODAY, []),
        (date(2027, 5, 11), ["/completed_on"]),
        (date(2027, 2, 28), ["/completed_on"]),
    ],
)
def test_a_completion_has_happened(completed_on: date, faults: list[str]) -> None:
    assert pointers(rules.completion_faults(enrolment(), completed_on, TODAY)) == faults


@pytest.mark.parametrize(
    ("state", "active", "on_break"),
    [
        (EnrolmentState.ACTIVE, None, EnrolmentNotOnBreak),
        (EnrolmentState.ON_BREAK, EnrolmentOnBreak, None),
        (EnrolmentState.WITHDRAWN, EnrolmentEnded, EnrolmentEnded),
        (EnrolmentState.COMPLETED, EnrolmentEnded, EnrolmentEnded),
    ],
)
def test_steps_depend_on_the_state(
    state: EnrolmentState, active: type[Exception] | None, on_break: type[Exception] | None
) -> None:
    for require, refusal in ((rules.require_active, active), (rules.require_on_break, on_break)):
        if refusal is None:
            require(enrolment(state=state.value))
        else:
            with pytest.raises(refusal):
                require(enrolment(state=state.value))
