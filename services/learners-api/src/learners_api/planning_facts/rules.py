"""Decisions about planning facts: no I/O, no clock, no session."""

from collections.abc import Iterator
from datetime import date

from learners_api.enrolments.rules import Fault, born_by
from learners_api.planning_facts.schemas import TravelAndHours

WEEKLY_HOURS_UNDER_18 = 40
"""Source: Working Time Regulations 1998, regulation 5A."""
WEEKLY_HOURS_WITHOUT_OPT_OUT = 48
"""Source: Working Time Regulations 1998, regulations 4 and 5."""


def hours_faults(wanted: TravelAndHours, date_of_birth: date, today: date) -> Iterator[Fault]:
    """What is wrong with the hours of somebody who was born on that day."""
    limit, contracted = wanted.weekly_hours_limit, wanted.contracted_weekly_hours
    if limit is not None and contracted is not None and contracted > limit:
        yield Fault("/contracted_weekly_hours", "The contract has more hours than the limit: correct one of the two.")
    if date_of_birth > born_by(today, 18):
        yield from _faults_under_18(wanted)
    elif limit is not None and limit > WEEKLY_HOURS_WITHOUT_OPT_OUT and wanted.opted_out_on is None:
        yield Fault("/opted_out_on", "More than 48 hours a week need an opt-out: give its date, or a lower limit.")
    if wanted.opted_out_on is not None and wanted.opted_out_on > today:
        yield Fault("/opted_out_on", "Give the day on which the opt-out was signed: today or before.")


def _faults_under_18(wanted: TravelAndHours) -> Iterator[Fault]:
    fields = {
        "weekly_hours_limit": wanted.weekly_hours_limit,
        "contracted_weekly_hours": wanted.contracted_weekly_hours,
    }
    for field, hours in fields.items():
        if hours is not None and hours > WEEKLY_HOURS_UNDER_18:
            yield Fault(f"/{field}", "Nobody under 18 works more than 40 hours a week: give at most 40.")
    if wanted.opted_out_on is not None:
        yield Fault("/opted_out_on", "Nobody under 18 can opt out of the limit on hours: leave it empty.")
