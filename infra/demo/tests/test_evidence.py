"""What the programmes ask for can be evidenced in their settings, and agrees with portfolio-api's catalogue."""

from collections.abc import Iterator

import pytest

from crossway_demo.catalogue import PARTNERSHIPS
from crossway_demo.evidence import (
    CARE_CERTIFICATE,
    EATING_AND_DRINKING,
    MOVING,
    MOVING_EQUIPMENT,
    OFFERED,
    REQUIRED,
    opportunities,
)
from crossway_demo.hosting import TASKS
from crossway_demo.model import Block, Partnership
from crossway_demo.places import SETTINGS
from crossway_demo.vocabulary import Location, SettingKind
from portfolio_api.catalogue.contents import contents
from portfolio_api.catalogue.schemas import CatalogueCode
from portfolio_api.qualifications.schemas import EvidencedIn, criteria_of

Offer = frozenset[tuple[str, str]]


def asked_in_placements(codes: tuple[str, ...]) -> Offer:
    return frozenset(
        (code, each.number)
        for code in codes
        for each in criteria_of(contents()[CatalogueCode(code)].units)
        if each.evidenced_in is EvidencedIn.PLACEMENT
    )


def offer_of(kind: SettingKind) -> Offer:
    return frozenset((code, number) for code, numbers in OFFERED[kind].items() for number in numbers)


def journeys(partnership: Partnership, employer: str) -> Iterator[Offer]:
    """What each way through the blocks offers to somebody whom the organisation employs."""
    offers = {frozenset[tuple[str, str]]()}
    for block in partnership.programme.placement_blocks:
        fitting = {offer_of(each.kind) for each in SETTINGS[partnership.slug] if _fits(each.kind, block)}
        home = {offer_of(each.kind) for each in SETTINGS[partnership.slug] if each.organisation == employer}
        here = (home if block.location is Location.AT_HOME else fitting) or {frozenset()}
        offers = {before | offer for before in offers for offer in here}
    yield from offers


def _fits(kind: SettingKind, block: Block) -> bool:
    return not block.setting_kinds or kind in block.setting_kinds


@pytest.mark.parametrize("partnership", [pytest.param(each, id=each.slug) for each in PARTNERSHIPS])
def test_every_apprentice_can_meet_what_belongs_in_placements(partnership: Partnership) -> None:
    asked = asked_in_placements(REQUIRED[partnership.slug])
    assert asked
    for employer in {apprentice.employer for apprentice in partnership.running_cohort.apprentices}:
        assert any(asked <= offered for offered in journeys(partnership, employer)), employer


def test_whatever_a_setting_offers_belongs_in_placements() -> None:
    for kind in SettingKind:
        for each in opportunities(kind):
            offered = {(each["qualification"], number) for number in each["criteria"]}
            assert offered <= asked_in_placements((each["qualification"],)), kind


def test_community_mental_health_offers_neither_moving_nor_feeding() -> None:
    """And lacks nothing else, so that these two are what the rest of a rotation has to offer."""
    everything = asked_in_placements(tuple(CatalogueCode))
    care = {(CARE_CERTIFICATE, number) for number in (*EATING_AND_DRINKING, *MOVING)}
    moved = {number for _, number in everything - offer_of(SettingKind.MENTAL_HEALTH_TEAM) - care}
    assert everything - offer_of(SettingKind.MENTAL_HEALTH_TEAM) >= care
    assert moved == set(MOVING_EQUIPMENT)
    assert "Moving and handling" not in TASKS[SettingKind.MENTAL_HEALTH_TEAM]


def test_the_published_qualifications_are_asked_for() -> None:
    assert len(REQUIRED) == len(PARTNERSHIPS)
    for partnership in PARTNERSHIPS:
        levels = {each.level for each in partnership.programme.qualifications} - {None}
        catalogued = {contents()[CatalogueCode(code)].level for code in REQUIRED[partnership.slug]}
        assert CARE_CERTIFICATE in REQUIRED[partnership.slug]
        assert ("diploma_care_level_2" in REQUIRED[partnership.slug]) is (levels == {2})
        assert catalogued == {2}
