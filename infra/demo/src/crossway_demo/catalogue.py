"""The whole demonstration: nine programmes, their people and their accounts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from crossway_demo.accounts import Account, account_in_all, accounts_of
from crossway_demo.model import Partnership
from crossway_demo.people import People
from crossway_demo.programmes import (
    blackburn,
    herefordshire,
    leeds,
    lincolnshire,
    liverpool,
    north_west,
    staffordshire,
    suffolk,
    west_sussex,
)
from crossway_demo.roster import Roster, draw_up

PARTNERSHIPS: tuple[Partnership, ...] = (
    west_sussex.PARTNERSHIP,
    suffolk.PARTNERSHIP,
    lincolnshire.PARTNERSHIP,
    leeds.PARTNERSHIP,
    blackburn.PARTNERSHIP,
    north_west.PARTNERSHIP,
    staffordshire.PARTNERSHIP,
    herefordshire.PARTNERSHIP,
    liverpool.PARTNERSHIP,
)


@dataclass(frozen=True, kw_only=True)
class Demonstration:
    rosters: Mapping[str, Roster]
    """By the partnership's slug."""
    accounts: tuple[Account, ...]


def demonstration(loading_day: date, earlier: Mapping[str, date] = MappingProxyType({})) -> Demonstration:
    """The same people on every day; only the dates of running and planned cohorts follow `loading_day`.

    `earlier` holds, by slug, the day on which the loading of a partnership began when that was before.
    """
    people = People()
    rosters = {
        partnership.slug: draw_up(partnership, people, earlier.get(partnership.slug, loading_day))
        for partnership in PARTNERSHIPS
    }
    accounts = [
        account
        for partnership in PARTNERSHIPS
        for account in accounts_of(partnership, rosters[partnership.slug], people)
    ]
    return Demonstration(rosters=rosters, accounts=(*accounts, account_in_all(PARTNERSHIPS, people)))
