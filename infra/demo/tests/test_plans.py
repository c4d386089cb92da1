"""Every programme opens on a published plan; what makes each particular can be seen in it."""

from collections import Counter
from datetime import UTC, datetime

from crossway_demo.catalogue import PARTNERSHIPS
from crossway_demo.evidence import EATING_AND_DRINKING, MOVING
from crossway_demo.payloads import Json
from crossway_demo.planning import MISHAPS, WHAT_IFS
from crossway_demo.services import Partner, Services
from crossway_demo.testing.installation import Installation

HAVE_BEGUN = {"started", "suspended", "completed"}


async def _scenarios(partner: Partner, state: str) -> list[Json]:
    found = [each for each in await partner.list_all("placements", "/scenarios") if each["state"] == state]
    return [await partner.get("placements", f"/scenarios/{each['id']}") for each in found]


async def _published(partner: Partner) -> Json:
    (scenario,) = await _scenarios(partner, "published")
    return await partner.get("placements", f"/scenarios/{scenario['id']}/board")


def _settings_of(board: Json, person: Json) -> list[Json]:
    known = {each["id"]: each for each in board["settings"]}
    return [known[cell["setting_id"]] for cell in person["cells"] if cell["at"] == "setting"]


async def test_every_running_cohort_has_a_plan_that_keeps_every_rule(
    installation: Installation, services: Services
) -> None:
    for slug, partnership_id in installation.partnership_ids().items():
        board = await _published(services.partner(partnership_id))
        partnership = next(each for each in PARTNERSHIPS if each.slug == slug)
        assert len(board["people"]) == len(partnership.running_cohort.apprentices)
        assert board["violations"] == [], slug
        assert all(cell["at"] != "nowhere" for person in board["people"] for cell in person["cells"]), slug


async def test_placements_are_as_far_along_as_the_day(installation: Installation, services: Services) -> None:
    today = datetime.now(UTC).date().isoformat()
    for slug, partnership_id in installation.partnership_ids().items():
        placements = await services.partner(partnership_id).list_all("placements", "/placements")
        begun = [each for each in placements if each["starts_on"] <= today]
        assert begun, slug
        assert {each["state"] for each in begun} <= HAVE_BEGUN, slug
        assert all((each["state"] == "completed") == (each["ends_on"] < today) for each in begun), slug
        to_come = {each["state"] for each in placements if each["starts_on"] > today}
        assert to_come <= {"proposed", "offered", "confirmed"}, slug


async def test_the_17_year_old_of_west_sussex_starts_in_social_care(
    installation: Installation, services: Services
) -> None:
    board = await _published(services.partner(installation.partnership_ids()["west-sussex"]))
    first = next(block["starts_on"] for block in board["blocks"] if block["kind"] == "placement")
    young = [each for each in board["people"] if int(first[:4]) - int(each["date_of_birth"][:4]) < 18]
    assert young
    starts = Counter(_settings_of(board, person)[0]["sector"] for person in board["people"])
    assert starts == {"health": 4, "social_care": 4}
    assert all(_settings_of(board, person)[0]["sector"] == "social_care" for person in young)


async def test_everybody_in_lincolnshire_meets_moving_and_handling_and_meals(
    installation: Installation, services: Services
) -> None:
    partner = services.partner(installation.partnership_ids()["lincolnshire"])
    board = await _published(partner)
    for person in board["people"]:
        met: set[str] = set()
        for setting in _settings_of(board, person):
            described = await partner.get("placements", f"/settings/{setting['id']}")
            for each in described["evidence"]:
                met |= set(each["criteria"]) if each["qualification"] == "care_certificate" else set()
        assert met >= {*MOVING, *EATING_AND_DRINKING}


async def test_a_what_if_has_no_plan_and_says_why_and_what_would_help(
    installation: Installation, services: Services
) -> None:
    for slug, what_if in WHAT_IFS.items():
        (scenario,) = await _scenarios(services.partner(installation.partnership_ids()[slug]), "no_plan")
        conflict = scenario["conflict"]
        assert scenario["name"] == what_if.name
        assert conflict["minimal"], slug
        assert len(conflict["reasons"]) > 1, slug
        assert any(remedy["verified"] for remedy in conflict["remedies"]), slug


async def test_a_mishap_is_mended_or_says_what_is_missing(installation: Installation, services: Services) -> None:
    assert set(MISHAPS) == {"leeds", "north-west"}
    for slug in MISHAPS:
        partner = services.partner(installation.partnership_ids()[slug])
        (cohort,) = await partner.list_all("learners", "/cohorts", state="running")
        (happened,) = await partner.list_all("placements", f"/cohorts/{cohort['id']}/disruptions")
        if slug == "leeds":
            assert happened["state"] == "mended"
            assert happened["alternatives"][0]["blocks_changed"] == happened["least_changes"]
        else:
            assert happened["state"] == "no_mend"
            assert happened["conflict"]["remedies"][0]["verified"]
