"""Cohorts and enrolments with dates and people, for a given day of loading."""

from dataclasses import dataclass
from datetime import date, timedelta

from crossway_demo.model import Partnership, PastApprentice, PastCohort, RunningApprentice, Withdrawal
from crossway_demo.outcomes import closing_note
from crossway_demo.people import Learner, People
from crossway_demo.vocabulary import Recruit, Sector


@dataclass(frozen=True, kw_only=True)
class Enrolment:
    key: str
    """Stable over reloads on other days: `<cohort key>/<number>`."""
    learner: Learner
    employer: str
    first_sector: Sector | None = None
    recruited_as: Recruit = Recruit.NEW
    completed_on: date | None = None
    withdrawn_on: date | None = None
    withdrawal: Withdrawal | None = None
    break_from: date | None = None
    closing_note: str = ""
    """What the accounts tell of the end, for the history of the enrolment."""


@dataclass(frozen=True, kw_only=True)
class Cohort:
    key: str
    name: str
    start_on: date
    end_on: date
    capacity: int
    enrolments: tuple[Enrolment, ...]


@dataclass(frozen=True, kw_only=True)
class Roster:
    """All cohorts of one partnership, oldest first."""

    past: tuple[Cohort, ...]
    running: Cohort
    planned: Cohort | None

    @property
    def cohorts(self) -> tuple[Cohort, ...]:
        return (*self.past, self.running, *([self.planned] if self.planned else []))


def draw_up(partnership: Partnership, people: People, loading_day: date) -> Roster:
    return Roster(
        past=tuple(
            _past(partnership, people, cohort, number)
            for number, cohort in enumerate(partnership.past_cohorts, start=1)
        ),
        running=_running(partnership, people, loading_day),
        planned=_planned(partnership, loading_day),
    )


def _past(partnership: Partnership, people: People, cohort: PastCohort, number: int) -> Cohort:
    key = f"{partnership.slug}/past-{number}"
    end_on = partnership.programme.end_on(cohort.start_on)
    return Cohort(
        key=key,
        name=cohort.name,
        start_on=cohort.start_on,
        end_on=end_on,
        capacity=len(cohort.apprentices),
        enrolments=tuple(
            _past_enrolment(f"{key}/{place}", apprentice, partnership, people, cohort)
            for place, apprentice in enumerate(cohort.apprentices, start=1)
        ),
    )


def _past_enrolment(
    key: str, apprentice: PastApprentice, partnership: Partnership, people: People, cohort: PastCohort
) -> Enrolment:
    start_on = cohort.start_on
    withdrawal = apprentice.withdrawal
    return Enrolment(
        key=key,
        learner=people.learner(
            age=apprentice.age,
            start_on=start_on,
            area=partnership.area,
            domain=partnership.domain,
            sex=apprentice.sex,
        ),
        employer=apprentice.employer,
        first_sector=apprentice.first_sector,
        recruited_as=apprentice.recruited_as,
        completed_on=partnership.programme.end_on(start_on) if withdrawal is None else None,
        withdrawn_on=start_on + timedelta(weeks=withdrawal.after_weeks, days=-3) if withdrawal else None,
        withdrawal=withdrawal,
        closing_note=closing_note(apprentice, cohort),
    )


def _running(partnership: Partnership, people: People, loading_day: date) -> Cohort:
    cohort = partnership.running_cohort
    key = f"{partnership.slug}/running"
    start_on = monday_of(loading_day) - timedelta(weeks=cohort.weeks_since_start)
    return Cohort(
        key=key,
        name=f"{start_on:%B %Y}",
        start_on=start_on,
        end_on=partnership.programme.end_on(start_on),
        capacity=len(cohort.apprentices),
        enrolments=tuple(
            _running_enrolment(f"{key}/{place}", apprentice, partnership, people, start_on, loading_day)
            for place, apprentice in enumerate(cohort.apprentices, start=1)
        ),
    )


def _running_enrolment(
    key: str,
    apprentice: RunningApprentice,
    partnership: Partnership,
    people: People,
    start_on: date,
    loading_day: date,
) -> Enrolment:
    weeks_ago = apprentice.break_weeks_ago
    return Enrolment(
        key=key,
        learner=people.learner(
            age=apprentice.age,
            start_on=start_on,
            area=partnership.area,
            domain=partnership.domain,
            sex=apprentice.sex,
            temporary_uln=apprentice.temporary_uln,
        ),
        employer=apprentice.employer,
        first_sector=apprentice.first_sector,
        recruited_as=apprentice.recruited_as,
        break_from=None if weeks_ago is None else monday_of(loading_day) - timedelta(weeks=weeks_ago),
    )


def _planned(partnership: Partnership, loading_day: date) -> Cohort | None:
    cohort = partnership.planned_cohort
    if cohort is None:
        return None
    start_on = monday_of(loading_day) + timedelta(weeks=cohort.weeks_until_start)
    return Cohort(
        key=f"{partnership.slug}/planned",
        name=f"{start_on:%B %Y}",
        start_on=start_on,
        end_on=partnership.programme.end_on(start_on),
        capacity=cohort.capacity,
        enrolments=(),
    )


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
