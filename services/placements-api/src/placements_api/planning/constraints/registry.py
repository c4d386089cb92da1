"""What a rule is, and the registry that holds every one of them.

A rule is a named function in one of four shapes, so that the solver, the exact model, the explanation and the
catalogue all read the same definition:

- a **cell** rule judges one block at one place: a mask (or points) over all blocks and places of an apprentice;
- a **path** rule limits one apprentice's whole itinerary, as `PathLimit`s;
- a **load** rule limits (or prices) how many apprentices are somewhere in a period, as `LoadLimit`s or
  `LoadCost`s;
- a **plan** cost looks at the points of all apprentices together.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from placements_api.planning.facts import BoolArray, Facts, IntArray
from placements_api.planning.problem import HOME


class Enforced(Enum):
    """Where the column generation keeps a rule. The independent re-check covers all of them."""

    PRICING = "pricing"
    MASTER = "master"


class Form(Enum):
    """How a path limit reads the places of an itinerary."""

    AT_MOST_ONCE = "at most one block at any of the places"
    AT_LEAST_ONCE = "at least one block at one of the places"
    ONLY_AFTER = "a block at one of the places only after a block at one of the earlier ones"
    HOME_BLOCKS = "exactly so many blocks at home"
    EVERY_BLOCK = "no block without a place"


@dataclass(frozen=True, slots=True)
class PathLimit:
    """One condition on one itinerary. `subject`: the kind, sector, host, place or criterion it is about."""

    rule: str
    form: Form
    subject: int = -1
    places: tuple[int, ...] = ()
    earlier: tuple[int, ...] = ()
    count: int = 0

    def holds(self, itinerary: Sequence[int]) -> bool:
        visits = [b for b, place in enumerate(itinerary) if place in self.places]
        match self.form:
            case Form.AT_MOST_ONCE:
                return len(visits) <= 1
            case Form.AT_LEAST_ONCE:
                return len(visits) >= 1
            case Form.ONLY_AFTER:
                first = next((b for b, place in enumerate(itinerary) if place in self.earlier), len(itinerary))
                return all(first < b for b in visits)
            case Form.HOME_BLOCKS:
                return sum(place == HOME for place in itinerary) == self.count
            case Form.EVERY_BLOCK:
                return all(place >= HOME for place in itinerary)


@dataclass(frozen=True, slots=True)
class LoadLimit:
    """How many may be at `places` in `period`: between least and most, and none or at least `opens_with`."""

    rule: str
    subject: int
    places: tuple[int, ...]
    period: int
    least: int = 0
    most: int | None = None
    opens_with: int = 0

    def holds(self, load: int) -> bool:
        if load < self.least or (self.most is not None and load > self.most):
            return False
        return load == 0 or load >= self.opens_with


@dataclass(frozen=True, slots=True)
class LoadCost:
    """Points for the load of `places` in `period`: each head above `above`, and being there alone."""

    rule: str
    subject: int
    places: tuple[int, ...]
    period: int
    above: int = 0
    points_above: int = 0
    points_alone: int = 0

    def points(self, load: int) -> int:
        return self.points_above * max(0, load - self.above) + (self.points_alone if load == 1 else 0)


@dataclass(frozen=True, slots=True)
class Rule:
    """`text` completes the sentence "The plan must / should ..."; `source` says who asks for it."""

    id: str
    text: str
    source: str
    enforced: Enforced


@dataclass(frozen=True, slots=True)
class CellRule(Rule):
    """`allows(facts, a)`: broadcastable to (B, P+1), True where the rule permits the assignment."""

    allows: Callable[[Facts, int], BoolArray]


@dataclass(frozen=True, slots=True)
class CellCost(Rule):
    """`points(facts, a)`: broadcastable to (B, P+1)."""

    points: Callable[[Facts, int], IntArray]


@dataclass(frozen=True, slots=True)
class PathRule(Rule):
    limits: Callable[[Facts, int], Iterable[PathLimit]]


@dataclass(frozen=True, slots=True)
class LoadRule(Rule):
    limits: Callable[[Facts], Iterable[LoadLimit]]


@dataclass(frozen=True, slots=True)
class LoadPrice(Rule):
    costs: Callable[[Facts], Iterable[LoadCost]]


@dataclass(frozen=True, slots=True)
class PlanCost(Rule):
    """`points(facts, own)`: from the cell points of every apprentice."""

    points: Callable[[Facts, Sequence[int]], int]


CELL_RULES: dict[str, CellRule] = {}
PATH_RULES: dict[str, PathRule] = {}
LOAD_RULES: dict[str, LoadRule] = {}
CELL_COSTS: dict[str, CellCost] = {}
LOAD_PRICES: dict[str, LoadPrice] = {}
PLAN_COSTS: dict[str, PlanCost] = {}


def hard_rules() -> dict[str, Rule]:
    """By id, in the order of the catalogue."""
    return {**CELL_RULES, **PATH_RULES, **LOAD_RULES}


def soft_rules() -> dict[str, Rule]:
    return {**CELL_COSTS, **LOAD_PRICES, **PLAN_COSTS}


CellAllows = Callable[[Facts, int], BoolArray]
CellPoints = Callable[[Facts, int], IntArray]
PathLimits = Callable[[Facts, int], Iterable[PathLimit]]
LoadLimits = Callable[[Facts], Iterable[LoadLimit]]
LoadCosts = Callable[[Facts], Iterable[LoadCost]]
PlanPoints = Callable[[Facts, Sequence[int]], int]


def cell_rule(rule_id: str, text: str, source: str) -> Callable[[CellAllows], CellAllows]:
    def enter(function: CellAllows) -> CellAllows:
        CELL_RULES[rule_id] = CellRule(rule_id, text, source, Enforced.PRICING, function)
        return function

    return enter


def path_rule(rule_id: str, text: str, source: str) -> Callable[[PathLimits], PathLimits]:
    def enter(function: PathLimits) -> PathLimits:
        PATH_RULES[rule_id] = PathRule(rule_id, text, source, Enforced.PRICING, function)
        return function

    return enter


def load_rule(rule_id: str, text: str, source: str) -> Callable[[LoadLimits], LoadLimits]:
    def enter(function: LoadLimits) -> LoadLimits:
        LOAD_RULES[rule_id] = LoadRule(rule_id, text, source, Enforced.MASTER, function)
        return function

    return enter


def cell_cost(rule_id: str, text: str, source: str) -> Callable[[CellPoints], CellPoints]:
    def enter(function: CellPoints) -> CellPoints:
        CELL_COSTS[rule_id] = CellCost(rule_id, text, source, Enforced.PRICING, function)
        return function

    return enter


def load_price(rule_id: str, text: str, source: str) -> Callable[[LoadCosts], LoadCosts]:
    def enter(function: LoadCosts) -> LoadCosts:
        LOAD_PRICES[rule_id] = LoadPrice(rule_id, text, source, Enforced.MASTER, function)
        return function

    return enter


def plan_cost(rule_id: str, text: str, source: str) -> Callable[[PlanPoints], PlanPoints]:
    def enter(function: PlanPoints) -> PlanPoints:
        PLAN_COSTS[rule_id] = PlanCost(rule_id, text, source, Enforced.MASTER, function)
        return function

    return enter
