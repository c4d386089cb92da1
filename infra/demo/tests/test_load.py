"""Loading into the real services, on a stack of their own."""

import os
import subprocess
import sys
from collections import Counter
from datetime import date

from crossway_demo.accounts import ALL_NINE, SIGN_IN_PHRASE
from crossway_demo.catalogue import PARTNERSHIPS, demonstration
from crossway_demo.evidence import REQUIRED
from crossway_demo.places import SETTINGS
from crossway_demo.services import Services
from crossway_demo.testing.installation import Installation
from crossway_demo.uln import TEMPORARY_ULN


def test_a_load_that_was_killed_is_finished_by_the_next(installation: Installation) -> None:
    demo = demonstration(date(2026, 11, 21))
    cohorts = [cohort for roster in demo.rosters.values() for cohort in roster.cohorts]
    counted = installation.count_rows()
    assert counted["identity partnerships"] == counted["learners programmes"] == len(PARTNERSHIPS)
    assert counted["placements organisations"] == sum(len(each.organisations) for each in PARTNERSHIPS)
    settings = [setting for each in SETTINGS.values() for setting in each]
    assert counted["placements settings"] == counted["placements setting_capacities"] == len(settings)
    hosts = {(slug, setting.organisation) for slug, each in SETTINGS.items() for setting in each}
    assert counted["placements policies"] == len(hosts)
    assert counted["learners cohorts"] == len(cohorts)
    enrolments = sum(len(cohort.enrolments) for cohort in cohorts)
    assert counted["learners learners"] == counted["learners enrolments"] == enrolments
    assert counted["identity accounts"] == counted["identity credentials"] == len(demo.accounts)
    assert counted["identity demonstration_sign_ins"] == len(demo.accounts)
    assert counted["portfolio programme_requirements"] == len(PARTNERSHIPS)
    required = sum(len(codes) for codes in REQUIRED.values())
    assert counted["portfolio required_versions"] == counted["portfolio qualification_versions"] == required
    assert counted["learners caseloads"] == sum(len(each.running.enrolments) for each in demo.rosters.values())


def test_loading_again_changes_nothing(installation: Installation) -> None:
    before = installation.count_rows()
    assert installation.load() == "All 9 programmes are there already.\n"
    assert installation.count_rows() == before


async def test_past_cohorts_end_as_published(installation: Installation, services: Services) -> None:
    ended: dict[str, Counter[str]] = {}
    for slug, partnership_id in installation.partnership_ids().items():
        enrolments = await services.partner(partnership_id).list_all("learners", "/enrolments")
        ended[slug] = Counter(each["state"] for each in enrolments if each["started_on"] < "2020")
    assert {slug: dict(states) for slug, states in ended.items() if states} == {
        "west-sussex": {"completed": 7, "withdrawn": 1},
        "suffolk": {"completed": 10, "withdrawn": 3},
        "lincolnshire": {"completed": 5},
        "leeds": {"completed": 7, "withdrawn": 1},
        "blackburn": {"completed": 2},
        "north-west": {"completed": 12},
        "liverpool": {"completed": 6},
    }


async def test_running_cohorts_are_at_work_but_for_one_on_a_break(
    installation: Installation, services: Services
) -> None:
    for slug, partnership_id in installation.partnership_ids().items():
        partner = services.partner(partnership_id)
        (cohort,) = await partner.list_all("learners", "/cohorts", state="running")
        enrolments = await partner.list_all("learners", "/enrolments", cohort_id=cohort["id"])
        states = Counter(each["state"] for each in enrolments)
        assert states["active"] == len(enrolments) - (slug == "north-west")
        temporary = [each for each in enrolments if each["uln_is_temporary"]]
        assert len(temporary) == (slug == "lincolnshire")


async def test_one_learner_has_the_temporary_number(installation: Installation, services: Services) -> None:
    partner = services.partner(installation.partnership_ids()["lincolnshire"])
    learners = await partner.list_all("learners", "/learners")
    assert [each["uln"] for each in learners].count(TEMPORARY_ULN) == 1


async def test_the_sign_in_page_offers_every_account(services: Services) -> None:
    offered = await services.send("GET", "identity", "/demonstration")
    by_programme = {each["partnership_name"]: each["accounts"] for each in offered["programmes"]}
    assert set(by_programme) == {each.name for each in PARTNERSHIPS}
    for accounts in by_programme.values():
        assert {"coordinator", "employer", "apprentice", "assessor"} <= {each["role"] for each in accounts}
        assert ALL_NINE in {each["email"] for each in accounts}
        assert {each["password"] for each in accounts} == {SIGN_IN_PHRASE}


def test_without_services_it_says_which_is_away(installation: Installation) -> None:
    environment = {**installation.environment, "CROSSWAY_IDENTITY_URL": "http://127.0.0.1:9"}
    command = [sys.executable, "-m", "crossway_demo", "load"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("The demonstration could not be loaded. identity-api does not answer at http://")


def test_without_settings_it_says_which_are_missing() -> None:
    command = [sys.executable, "-m", "crossway_demo", "load"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CROSSWAY_")}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert "Set CROSSWAY_IDENTITY_URL and " in ended.stderr
