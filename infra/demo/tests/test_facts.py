"""What the planner knows of the demonstration's apprentices."""

import csv
import io
from datetime import date, timedelta

import pytest

from crossway_demo import facts, host_payloads
from crossway_demo.catalogue import PARTNERSHIPS, demonstration
from crossway_demo.model import Partnership
from crossway_demo.places import SETTINGS
from crossway_demo.roster import Cohort

LOADING_DAY = date(2027, 5, 10)


def running(partnership: Partnership) -> Cohort:
    return demonstration(LOADING_DAY).rosters[partnership.slug].running


@pytest.mark.parametrize("partnership", PARTNERSHIPS, ids=lambda each: each.slug)
def test_everybody_has_what_the_settings_demand_but_for_the_stories(partnership: Partnership) -> None:
    cohort = running(partnership)
    demanded = {
        code
        for setting in SETTINGS[partnership.slug]
        for code in host_payloads.setting(setting, partnership, "")["clearances"]
    }
    for enrolment in cohort.enrolments:
        held = {code: expires_on for code, _from, expires_on in facts.clearances(partnership, cohort, enrolment)}
        ending = {code for code, expires_on in held.items() if expires_on and expires_on < cohort.end_on}
        assert demanded <= held.keys()
        assert ending == set(facts.story_of(enrolment).expires_in_week or ()), enrolment.key


@pytest.mark.parametrize("partnership", PARTNERSHIPS, ids=lambda each: each.slug)
def test_the_table_says_each_thing_once(partnership: Partnership) -> None:
    cohort = running(partnership)
    ids = {enrolment.key: f"id of {enrolment.key}" for enrolment in cohort.enrolments[1:]}
    rows = list(csv.DictReader(io.StringIO(facts.sheet(partnership, cohort, ids))))
    assert {row["learner_id"] for row in rows} == set(ids.values())
    assert sum(bool(row["travel_means"]) for row in rows) == len(ids)
    assert len({(row["learner_id"], row["clearance"]) for row in rows}) == len(rows)


def test_stories_are_of_people_there_are() -> None:
    keys = {enrolment.key for partnership in PARTNERSHIPS for enrolment in running(partnership).enrolments}
    assert facts.STORIES.keys() <= keys


def test_the_youngest_works_at_most_40_hours_and_goes_by_bus() -> None:
    partnership = next(each for each in PARTNERSHIPS if each.slug == "west-sussex")
    cohort = running(partnership)
    told = facts.travel_and_hours(partnership, cohort, cohort.enrolments[0])
    assert (told["weekly_hours_limit"], told["travel_means"]) == (40, "public_transport")


def test_an_insurance_ends_within_the_notice_that_the_home_page_gives() -> None:
    for partnership in PARTNERSHIPS:
        cohort = running(partnership)
        for enrolment in cohort.enrolments:
            for code, _from, expires_on in facts.clearances(partnership, cohort, enrolment):
                if code == "car" and expires_on is not None:
                    assert LOADING_DAY <= expires_on <= LOADING_DAY + timedelta(days=60), enrolment.key
