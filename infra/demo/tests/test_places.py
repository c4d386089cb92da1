"""The settings of the demonstration fit their programmes."""

from math import ceil

import pytest

from crossway_demo import host_payloads
from crossway_demo.catalogue import PARTNERSHIPS
from crossway_demo.hosting import EIGHT_TO_FIVE, WARD_SHIFTS
from crossway_demo.model import Partnership
from crossway_demo.places import SETTINGS
from crossway_demo.vocabulary import Location, Ordering, SettingKind

NAMED = [pytest.param(each, id=each.slug) for each in PARTNERSHIPS]


@pytest.mark.parametrize("partnership", NAMED)
def test_every_hosted_block_has_places_for_those_who_come_at_once(partnership: Partnership) -> None:
    programme = partnership.programme
    blocks = programme.placement_blocks
    people = len(partnership.running_cohort.apprentices)
    at_once = people if programme.ordering is Ordering.ORDERED else ceil(people / len(blocks))
    for block in blocks:
        if block.location is Location.HOSTED:
            fitting = [each for each in SETTINGS[partnership.slug] if each.kind in block.setting_kinds]
            assert sum(each.at_most for each in fitting) >= at_once, block.name


@pytest.mark.parametrize("partnership", NAMED)
def test_settings_are_named_once_and_have_mentors_for_all_places(partnership: Partnership) -> None:
    settings = SETTINGS[partnership.slug]
    assert len({(each.organisation, each.name) for each in settings}) == len(settings)
    for each in settings:
        assert sum(at_once for _, at_once in each.mentors) == each.at_most
        body = host_payloads.setting(each, partnership, "an-id")
        organisation = partnership.organisation(each.organisation)
        assert abs(body["position"]["latitude"] - organisation.latitude) < 0.5


def test_west_sussex_as_published() -> None:
    partnership = PARTNERSHIPS[0]
    for each in SETTINGS["west-sussex"]:
        body = host_payloads.setting(each, partnership, "an-id")
        on_ward = each.kind is SettingKind.ACUTE_WARD
        assert body["shift_pattern"] == (WARD_SHIFTS if on_ward else EIGHT_TO_FIVE)
        assert (body["minimum_age"], "vaccination:hepatitis_b" in body["clearances"]) == (
            (18, True) if on_ward else (16, False)
        )


def test_work_in_peoples_own_homes_is_alone_and_needs_ones_own_way_there() -> None:
    for slug in ("blackburn", "liverpool"):
        homes = [each for each in SETTINGS[slug] if each.kind is SettingKind.HOME_CARE]
        assert homes
        assert all(each.lone_working and each.independent_travel for each in homes)
