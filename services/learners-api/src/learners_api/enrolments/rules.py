"""Decisions about enrolments: no I/O, no clock, no session.

Each `*_faults` gives what is wrong with the fields of a request, as pairs of a JSON pointer and a sentence that says
what to do; none when all is well. `require_none` refuses the request with all of them at once.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from learners_api.enrolments.models import Enrolment
from learners_api.enrolments.problems import EnrolmentEnded, EnrolmentNotOnBreak, EnrolmentOnBreak
from learners_api.enrolments.states import EnrolmentState, RecruitedAs
from learners_api.organisations.kinds import OrganisationKind
from service_common.problems import InvalidInput

MINIMUM_AGE = 16
"""Source: apprenticeship funding rules, "Who we fund"; compulsory school age ends in the year of the 16th birthday."""

NOTICE_DAYS = 31
"""How far ahead a withdrawal, break, return or transfer may be recorded: later ones can still change."""

EMPLOYERS_OF_RECORD = frozenset(
    {
        OrganisationKind.ACUTE_TRUST,
        OrganisationKind.COMMUNITY_HEALTH_TRUST,
        OrganisationKind.MENTAL_HEALTH_TRUST,
        OrganisationKind.LOCAL_AUTHORITY,
        OrganisationKind.APPRENTICESHIP_TRAINING_AGENCY,
    }
)
"""Who takes people on as apprentices of a partnership."""

NEVER_EMPLOYERS_OF_RECORD = frozenset({OrganisationKind.TRAINING_PROVIDER, OrganisationKind.AWARDING_ORGANISATION})
"""Who teaches and certifies does not employ those whom it teaches and certifies."""


class Fault(NamedTuple):
    pointer: str
    message: str


class CohortDates(NamedTuple):
    starts_on: date
    ends_on: date


def require_none(faults: Iterable[Fault]) -> None:
    """Raises InvalidInput."""
    found = list(faults)
    if found:
        raise InvalidInput(found)


def require_active(enrolment: Enrolment) -> None:
    """Raises EnrolmentEnded, EnrolmentOnBreak."""
    require_open(enrolment)
    if enrolment.state == EnrolmentState.ON_BREAK:
        raise EnrolmentOnBreak("Record the return from the break first.")


def require_on_break(enrolment: Enrolment) -> None:
    """Raises EnrolmentEnded, EnrolmentNotOnBreak."""
    require_open(enrolment)
    if enrolment.state != EnrolmentState.ON_BREAK:
        raise EnrolmentNotOnBreak("Only somebody who is on a break can return: look at the enrolment's history.")


def require_open(enrolment: Enrolment) -> None:
    """Raises EnrolmentEnded."""
    if enrolment.state in (EnrolmentState.WITHDRAWN, EnrolmentState.COMPLETED):
        raise EnrolmentEnded("Nothing more can be recorded; when the learner starts again, enrol them anew.")


def birthday(born_on: date, age: int) -> date:
    """The day on which somebody reaches an age; those born on 29 February do on 1 March of common years."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def born_by(day: date, age: int) -> date:
    """The latest date of birth of those who have reached an age on that day; see `birthday`."""
    try:
        return day.replace(year=day.year - age)
    except ValueError:
        return date(day.year - age, 2, 28)


def start_faults(cohort: CohortDates, started_on: date, planned_end_on: date) -> Iterator[Fault]:
    if not cohort.starts_on <= started_on <= cohort.ends_on:
        message = f"The cohort runs from {_day(cohort.starts_on)} to {_day(cohort.ends_on)}: choose a day within."
        yield Fault("/started_on", message)
    yield from planned_end_faults(started_on, planned_end_on)


def age_faults(born_on: date, started_on: date) -> Iterator[Fault]:
    old_enough_on = birthday(born_on, MINIMUM_AGE)
    if started_on < old_enough_on:
        message = f"The learner is {MINIMUM_AGE} from {_day(old_enough_on)}: start then, or correct the date of birth."
        yield Fault("/started_on", message)


def employer_faults(kind: OrganisationKind, recruited_as: RecruitedAs) -> Iterator[Fault]:
    """An employer of record is an NHS trust, a council or an apprenticeship training agency; people who were on the
    staff of another provider of care before stay employed there."""
    if kind in NEVER_EMPLOYERS_OF_RECORD:
        message = "It teaches or certifies the learner: choose the organisation that pays them."
        yield Fault("/employer_organisation_id", message)
    elif kind not in EMPLOYERS_OF_RECORD and recruited_as != RecruitedAs.EXISTING_STAFF:
        message = (
            "Choose an NHS trust, a council or an apprenticeship training agency. Only existing staff stay employed"
            " by another organisation."
        )
        yield Fault("/employer_organisation_id", message)


def change_faults(enrolment: Enrolment, effective_on: date, planned_end_on: date, latest_on: date) -> Iterator[Fault]:
    yield from _between("/effective_on", effective_on, enrolment.started_on, latest_on)
    yield from planned_end_faults(enrolment.started_on, planned_end_on)


def withdrawal_faults(enrolment: Enrolment, withdrawn_on: date, today: date) -> Iterator[Fault]:
    began_on = max(enrolment.started_on, enrolment.break_started_on or enrolment.started_on)
    yield from _between("/withdrawn_on", withdrawn_on, began_on, today + timedelta(days=NOTICE_DAYS))


def break_faults(enrolment: Enrolment, starts_on: date, expected_return_on: date, today: date) -> Iterator[Fault]:
    earliest_on = max(enrolment.started_on, enrolment.returned_on or enrolment.started_on)
    latest_on = min(enrolment.planned_end_on, today + timedelta(days=NOTICE_DAYS))
    yield from _between("/starts_on", starts_on, earliest_on, max(earliest_on, latest_on))
    if expected_return_on <= starts_on:
        yield Fault("/expected_return_on", f"Choose a day after {_day(starts_on)}, when the break starts.")


def return_faults(enrolment: Enrolment, returned_on: date, planned_end_on: date, today: date) -> Iterator[Fault]:
    began_on = enrolment.break_started_on or enrolment.started_on
    first_on = began_on + timedelta(days=1)
    yield from _between("/returned_on", returned_on, first_on, max(first_on, today + timedelta(days=NOTICE_DAYS)))
    yield from planned_end_faults(returned_on, planned_end_on)


def transfer_faults(
    enrolment: Enrolment, cohort: CohortDates, effective_on: date, planned_end_on: date, today: date
) -> Iterator[Fault]:
    latest_on = min(cohort.ends_on, today + timedelta(days=NOTICE_DAYS))
    yield from _between("/effective_on", effective_on, enrolment.started_on, max(enrolment.started_on, latest_on))
    yield from planned_end_faults(effective_on, planned_end_on)


def completion_faults(enrolment: Enrolment, completed_on: date, today: date) -> Iterator[Fault]:
    yield from _between("/completed_on", completed_on, enrolment.started_on, max(enrolment.started_on, today))


def planned_end_faults(begins_on: date, planned_end_on: date) -> Iterator[Fault]:
    if planned_end_on <= begins_on:
        yield Fault("/planned_end_on", f"Choose a day after {_day(begins_on)}.")


def _between(pointer: str, day: date, earliest_on: date, latest_on: date) -> Iterator[Fault]:
    if not earliest_on <= day <= latest_on:
        yield Fault(pointer, f"Choose a day from {_day(earliest_on)} to {_day(latest_on)}.")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
