"""Generated cohorts with a plan hidden inside, so that a feasible plan always exists.

Regions of 25 places in eight kinds; apprentices live around a region's centre, have a travel limit, clearances
that come in time, an 18th birthday during the programme, criteria still missing, kinds that they must see and
an order between some kinds. Capacity is what the hidden plan uses plus a little.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from placements_api.planning.facts import BoolArray, IntArray
from placements_api.planning.problem import (
    HOME,
    Apprentice,
    Block,
    Host,
    Once,
    Pattern,
    Period,
    Place,
    Plan,
    Problem,
    Stay,
    Validity,
    Weights,
)

KINDS = (
    "care home",
    "home care",
    "nursing home",
    "day centre",
    "mental health",
    "hospital",
    "community nursing",
    "general practice",
)
HEALTH_KINDS = (5, 6, 7)
VACCINATION_KINDS = (0, 2, 5, 6, 7)
VACCINATION, DBS = 0, 1
CRITERIA = 30
ORDERS: tuple[tuple[tuple[int, int], ...], ...] = ((), ((0, 5),), ((0, 5), (1, 6)), ((2, 5),))
FIRST_DAY = date(2026, 9, 7)


@dataclass(frozen=True, slots=True)
class Instance:
    """A generated problem, the plan hidden in it and the region of each place."""

    problem: Problem
    hidden: Plan
    region: IntArray


@dataclass(slots=True)
class _Person:
    home_kind: int
    order: int
    adult_from: int
    vaccinated_from: int
    checked_from: int
    limit: int


class _Draft:
    """The random world while it is being drawn."""

    def __init__(self, people: int, blocks: int, places: int, seed: int, slack: float) -> None:
        self.rng = np.random.default_rng(seed)
        self.people, self.blocks, self.places, self.slack = people, blocks, places, slack
        self.home_blocks = 1 if blocks <= 5 else 2
        self.hosted = blocks - self.home_blocks
        regions = max(1, places // 25)
        side = int(np.ceil(np.sqrt(regions)))
        centres = np.array([(30.0 * (i % side), 30.0 * (i // side)) for i in range(regions)])
        self.region = np.arange(places) % regions
        self.kind = (np.arange(places) // regions) % len(KINDS)
        position = centres[self.region] + self.rng.normal(0, 7, (places, 2))
        lives = centres[self.rng.integers(0, regions, people)] + self.rng.normal(0, 7, (people, 2))
        distance = np.sqrt(((lives[:, None] - position[None]) ** 2).sum(axis=2))
        self.minutes = np.rint(8 + 2.2 * distance).astype(np.int64)
        share = 1 - (0.3 / 16) ** (1 / self.hosted)
        by_kind = self.rng.random((len(KINDS), CRITERIA)) < share
        self.offers: BoolArray = by_kind[self.kind] ^ (self.rng.random((places, CRITERIA)) < 0.12)
        self.evidenced: BoolArray = self.rng.random((people, CRITERIA)) < 0.45

    def person(self, a: int) -> _Person:
        rng = self.rng
        nearest = [np.sort(self.minutes[a][self.kind == k]) for k in range(len(KINDS)) if (self.kind == k).any()]
        reach = max(int(times[min(2, len(times) - 1)]) for times in nearest)
        return _Person(
            home_kind=int(rng.integers(0, 4)),
            order=int(rng.integers(0, len(ORDERS))),
            adult_from=int(rng.integers(1, self.blocks + 2)) if rng.random() < 0.35 else 0,
            vaccinated_from=int(rng.choice([0, 1, 2], p=[0.6, 0.3, 0.1])),
            checked_from=int(rng.choice([0, 1], p=[0.85, 0.15])),
            limit=max(int(rng.choice([45, 60, 75], p=[0.3, 0.4, 0.3])), reach),
        )

    def may_have(self, a: int, person: _Person, b: int) -> BoolArray:
        allowed = self.minutes[a] <= person.limit
        if b < person.adult_from:
            allowed &= ~np.isin(self.kind, HEALTH_KINDS)
        if b < person.vaccinated_from:
            allowed &= ~np.isin(self.kind, VACCINATION_KINDS)
        return allowed if b >= person.checked_from else np.zeros_like(allowed)

    def hide_itinerary(self, a: int, person: _Person) -> tuple[int, ...]:
        """The best of some random itineraries that keep the rules; may relax the person to find one."""
        best: tuple[int, tuple[int, ...]] | None = None
        for attempt in range(200):
            if attempt == 100 and best is None:
                person.order = person.adult_from = person.vaccinated_from = person.checked_from = 0
            itinerary = self._random_itinerary(a, person)
            if itinerary is not None:
                covered = int(self.covered(a, itinerary).sum())
                if best is None or covered > best[0]:
                    best = covered, itinerary
                if attempt >= 60 or covered == CRITERIA:
                    break
        if best is None:
            raise RuntimeError("no itinerary drawn; ask for more places")
        return best[1]

    def covered(self, a: int, itinerary: tuple[int, ...]) -> BoolArray:
        hosted = [p for p in itinerary if p >= 0]
        met: BoolArray = np.logical_or.reduce(self.offers[hosted], axis=0) | self.evidenced[a]
        return met

    def _random_itinerary(self, a: int, person: _Person) -> tuple[int, ...] | None:
        at_home = {0} | ({int(self.rng.integers(1, self.blocks))} if self.home_blocks > 1 else set())
        kinds = self.rng.permutation(len(KINDS))[: self.hosted].tolist()
        for earlier, later in ORDERS[person.order]:
            if earlier == person.home_kind or later not in kinds:
                continue
            if earlier not in kinds or kinds.index(earlier) > kinds.index(later):
                return None
        itinerary = [HOME] * self.blocks
        hosted = (b for b in range(self.blocks) if b not in at_home)
        for b, kind in zip(hosted, kinds, strict=True):
            options = np.flatnonzero(self.may_have(a, person, b) & (self.kind == kind))
            if not len(options):
                return None
            itinerary[b] = int(self.rng.choice(options))
        return tuple(itinerary)


def generate(people: int, blocks: int, places: int, seed: int = 1, slack: float = 0.15) -> Instance:
    """A cohort with a hidden plan; `slack` is the chance of one more place for each one used."""
    draft = _Draft(people, blocks, places, seed, slack)
    periods = _periods(blocks)
    persons = [draft.person(a) for a in range(people)]
    hidden = tuple(draft.hide_itinerary(a, person) for a, person in enumerate(persons))
    required_count = {3: 2, 4: 3, 5: 4, 6: 4}.get(draft.hosted, 5)
    popular = draft.rng.permutation(len(KINDS)).tolist()
    apprentices = tuple(
        _apprentice(draft, periods, a, person, hidden[a], popular, required_count) for a, person in enumerate(persons)
    )
    problem = Problem(
        periods=periods,
        patterns=tuple(_pattern(blocks, draft.home_blocks, order) for order in ORDERS),
        hosts=tuple(Host() for _ in range(places)),
        places=_places(draft, hidden),
        apprentices=apprentices,
        travel_minutes=draft.minutes,
        reluctance=draft.rng.integers(0, 11, (people, places)),
        weights=Weights(preference=18, host_preference=6, travel=1, fairness=max(1, people // 20)),
    )
    return Instance(problem, hidden, draft.region)


def _periods(blocks: int) -> tuple[Period, ...]:
    periods: list[Period] = []
    starts_on = FIRST_DAY
    for b in range(blocks):
        periods.append(Period(starts_on, 18 if b in (2, 3) else 12))
        starts_on += timedelta(weeks=periods[-1].weeks)
    return tuple(periods)


def _pattern(blocks: int, home_blocks: int, order: tuple[tuple[int, int], ...]) -> Pattern:
    later = Stay.EITHER if home_blocks > 1 else Stay.HOSTED
    return Pattern(
        blocks=tuple(Block(b, b + 1, Stay.HOME if b == 0 else later) for b in range(blocks)),
        home_blocks=home_blocks,
        once=frozenset({Once.KIND}),
        order=order,
    )


def _apprentice(
    draft: _Draft,
    periods: tuple[Period, ...],
    a: int,
    person: _Person,
    itinerary: tuple[int, ...],
    popular: list[int],
    required_count: int,
) -> Apprentice:
    start_of = [period.starts_on for period in periods] + [periods[-1].ends_on + timedelta(days=1)]
    turns_18 = start_of[min(person.adult_from, len(periods))] if person.adult_from else FIRST_DAY - timedelta(days=400)
    visited = {int(draft.kind[p]) for p in itinerary if p >= 0}
    met = draft.covered(a, itinerary)
    return Apprentice(
        pattern=person.order,
        born_on=turns_18.replace(year=turns_18.year - 18),
        travel_limit_minutes=person.limit,
        clearances={
            VACCINATION: Validity(start_of[person.vaccinated_from]),
            DBS: Validity(start_of[person.checked_from]),
        },
        needs=frozenset(np.flatnonzero(met & ~draft.evidenced[a]).tolist()),
        required_kinds=frozenset([kind for kind in popular if kind in visited][:required_count]),
        home_kind=person.home_kind,
        ranks=tuple(draft.rng.permutation(len(KINDS)).tolist()),
    )


def _places(draft: _Draft, hidden: Plan) -> tuple[Place, ...]:
    load = np.zeros((draft.places, draft.blocks), np.int64)
    for itinerary in hidden:
        for b, p in enumerate(itinerary):
            if p >= 0:
                load[p, b] += 1
    most = load + draft.rng.binomial(load + 1, draft.slack)
    wants_two = draft.rng.random(draft.places) < 0.4
    promised = ~wants_two & (draft.rng.random(draft.places) < 0.15)
    opens_with = np.where(wants_two[:, None] & ((load >= 2) | (load == 0)), 2, 0)
    least = np.where(promised[:, None], np.minimum(load, 2), 0)
    return tuple(
        Place(
            host=p,
            kind=int(draft.kind[p]),
            sector=int(draft.kind[p] >= 4),
            most=tuple(most[p].tolist()),
            least=tuple(least[p].tolist()),
            opens_with=tuple(opens_with[p].tolist()),
            minimum_age=18 if draft.kind[p] in HEALTH_KINDS else 0,
            clearances=frozenset({DBS, VACCINATION} if draft.kind[p] in VACCINATION_KINDS else {DBS}),
            criteria=frozenset(np.flatnonzero(draft.offers[p]).tolist()),
        )
        for p in range(draft.places)
    )
