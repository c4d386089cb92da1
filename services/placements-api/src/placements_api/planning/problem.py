"""A planning problem as numbers.

Apprentices, places, hosts, kinds, sectors, clearances, adjustments and criteria are positions in tuples or
ranges; their names and identifiers stay with the caller. A *place* is one setting of one host. A *period* is a
stretch of whole weeks in which no block of any pattern starts or ends, so that capacity can be counted for
programmes with blocks of different lengths at the same time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, Flag, auto

import numpy as np
from numpy.typing import NDArray

HOME = -1
"""In a plan: the block is spent with the employer of record."""
UNPLACED = -2
"""In a plan: nothing has been assigned to the block."""

IntArray = NDArray[np.int64]


class Shift(Flag):
    """Times of the day and week that a place asks for, or that a programme has the budget for."""

    DAYS = 0
    EVENINGS = auto()
    NIGHTS = auto()
    WEEKENDS = auto()


class Stay(Enum):
    """Where a block may be spent."""

    HOSTED = "hosted"
    HOME = "home"
    EITHER = "either"


class Once(Enum):
    """What an apprentice may not meet twice."""

    KIND = "kind"
    HOST = "host"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Period:
    starts_on: date
    weeks: int

    @property
    def ends_on(self) -> date:
        return self.starts_on + timedelta(weeks=self.weeks, days=-1)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of periods `first_period <= t < end_period`. `kinds` and `sectors`: None allows any."""

    first_period: int
    end_period: int
    stay: Stay = Stay.HOSTED
    kinds: frozenset[int] | None = None
    sectors: frozenset[int] | None = None

    @property
    def periods(self) -> range:
        return range(self.first_period, self.end_period)


@dataclass(frozen=True, slots=True)
class Pattern:
    """The rotation of one group: its blocks in time order, and what they must add up to.

    `home_blocks` counts every block at home, fixed and free. `order` holds pairs (earlier kind, later kind):
    the later one may only follow the earlier one. `budget` says which unsocial shifts are paid for.
    """

    blocks: tuple[Block, ...]
    home_blocks: int = 0
    once: frozenset[Once] = frozenset()
    required_kinds: frozenset[int] = frozenset()
    required_sectors: frozenset[int] = frozenset()
    order: tuple[tuple[int, int], ...] = ()
    budget: Shift = Shift.EVENINGS | Shift.NIGHTS | Shift.WEEKENDS


@dataclass(frozen=True, slots=True)
class Place:
    """A setting of a host. The tuples have one entry a period.

    `most`: apprentices at once. `least`: apprentices that it must have. `opens_with`: it wants at least so many
    or none. `preferred`: above this load every apprentice-week costs.
    """

    host: int
    kind: int
    sector: int
    most: tuple[int, ...]
    least: tuple[int, ...] = ()
    opens_with: tuple[int, ...] = ()
    preferred: tuple[int, ...] = ()
    closed_periods: frozenset[int] = frozenset()
    minimum_age: int = 0
    clearances: frozenset[int] = frozenset()
    adjustments: frozenset[int] = frozenset()
    criteria: frozenset[int] = frozenset()
    shifts: Shift = Shift.DAYS
    weekly_hours: float = 37.5

    def least_in(self, period: int) -> int:
        return self.least[period] if self.least else 0

    def opens_with_in(self, period: int) -> int:
        return self.opens_with[period] if self.opens_with else 0

    def preferred_in(self, period: int) -> int:
        return min(self.preferred[period], self.most[period]) if self.preferred else self.most[period]


@dataclass(frozen=True, slots=True)
class Host:
    """`most`: apprentices in all its places together, one entry a period; empty when it sets no limit."""

    most: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mentor:
    """Supervises whoever is at `places`, at most `most` at once."""

    places: frozenset[int]
    most: int


@dataclass(frozen=True, slots=True)
class Share:
    """How many apprentices a sector has in one period, such as half of a cohort at the start."""

    sector: int
    period: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Validity:
    """A clearance holds from `from_on` to `until_on`, both included; None is open-ended."""

    from_on: date
    until_on: date | None = None

    def covers(self, first: date, last: date) -> bool:
        return self.from_on <= first and (self.until_on is None or last <= self.until_on)


@dataclass(frozen=True, slots=True)
class Apprentice:
    """`needs`: criteria not yet evidenced and not offered at home. `ranks`: one entry a kind, 0 liked best.

    `home_kind` is the kind of work at the employer of record: it counts as met where an order asks for it.
    `pins`: block -> place (or HOME) that stays, because it has started or a person fixed it.
    """

    pattern: int
    born_on: date
    travel_limit_minutes: int
    clearances: Mapping[int, Validity] = field(default_factory=dict)
    adjustments: frozenset[int] = frozenset()
    excluded_places: frozenset[int] = frozenset()
    excluded_hosts: frozenset[int] = frozenset()
    needs: frozenset[int] = frozenset()
    required_kinds: frozenset[int] = frozenset()
    home_kind: int | None = None
    ranks: tuple[int, ...] = ()
    weekly_hours_limit: float = 48.0
    pins: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Weights:
    """Points of the soft rules, whole numbers. Zero turns a rule off.

    preference           per rank below the favourite kind, a block
    host_preference      per degree of the host's reluctance, a block
    travel               per hour of travel
    long_travel          per hour of travel beyond `comfortable_minutes` a journey
    fairness             per point of the apprentice who is worst off
    spread               per apprentice-week above a place's preferred load
    company              per week that an apprentice is alone at a place
    early_evidence       per scarce criterion still needed and per block that it waits
    moved                per block that differs from the plan in force
    """

    preference: int = 12
    host_preference: int = 4
    travel: int = 1
    long_travel: int = 0
    fairness: int = 1
    spread: int = 0
    company: int = 0
    early_evidence: int = 0
    moved: int = 0


Plan = tuple[tuple[int, ...], ...]
"""One row an apprentice, one place (or HOME, or UNPLACED) a block of their pattern."""


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """Everything that a plan depends on.

    `travel_minutes[a, p]`: one journey of apprentice a to place p by the means that they have; negative when
    there is no way. `reluctance[a, p]`: 0 welcome to 10, from the host's side.
    """

    periods: tuple[Period, ...]
    patterns: tuple[Pattern, ...]
    hosts: tuple[Host, ...]
    places: tuple[Place, ...]
    apprentices: tuple[Apprentice, ...]
    travel_minutes: IntArray
    reluctance: IntArray | None = None
    mentors: tuple[Mentor, ...] = ()
    shares: tuple[Share, ...] = ()
    weights: Weights = Weights()
    comfortable_minutes: int = 45
    scarce_criteria: frozenset[int] = frozenset()
    plan_in_force: Plan | None = None

    def blocks_of(self, apprentice: int) -> tuple[Block, ...]:
        return self.patterns[self.apprentices[apprentice].pattern].blocks

    def starts_on(self, block: Block) -> date:
        return self.periods[block.first_period].starts_on

    def ends_on(self, block: Block) -> date:
        return self.periods[block.end_period - 1].ends_on

    def weeks_of(self, block: Block) -> int:
        return sum(self.periods[t].weeks for t in block.periods)


def travel_hours(minutes: int, weeks: int) -> int:
    """Hours on the way in a block: ten journeys a week, rounded to whole hours (half up)."""
    return (minutes * weeks * 10 + 30) // 60


def age_on(born_on: date, day: date) -> int:
    """Whole years of age; who is born on 29 February has their birthday on 1 March in common years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
