"""Mend a plan in force with as few changes as possible, and show the alternatives side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from placements_api.planning.mend import Mender
from placements_api.planning.problem import UNPLACED, Plan, Problem
from placements_api.planning.progress import Watch
from placements_api.planning.recheck import Assessment, recheck

_OF_MANY = frozenset({"setting-minimum", "enough-or-none", "sector-share"})
"""Rules that may be broken because somebody is missing."""


@dataclass(frozen=True, slots=True)
class Strategy:
    """`points_a_change`: what a changed block may cost before it is left as it is."""

    name: str
    points_a_change: int


FEWEST_CHANGES = Strategy("fewest changes", 2_000)
BALANCED = Strategy("balanced", 300)
STRATEGIES = (FEWEST_CHANGES, BALANCED)


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """One block of one apprentice that changes; places may be HOME or UNPLACED."""

    apprentice: int
    block: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Alternative:
    """A mended plan. `assessment` is under the problem's own weights."""

    strategy: Strategy
    plan: Plan
    moves: tuple[Move, ...]
    assessment: Assessment

    @property
    def people(self) -> tuple[int, ...]:
        return tuple(sorted({move.apprentice for move in self.moves}))

    @property
    def unplaced(self) -> tuple[int, ...]:
        """People with a block that nobody could find a place for; the rest of their rotation stays as it was."""
        return tuple(a for a, itinerary in enumerate(self.plan) if UNPLACED in itinerary)

    def hosts_to_agree(self, problem: Problem) -> tuple[int, ...]:
        """Hosts who get or lose somebody."""
        places = {p for move in self.moves for p in (move.before, move.after) if p >= 0}
        return tuple(sorted({problem.places[p].host for p in places}))


@dataclass(frozen=True, slots=True)
class Replan:
    """`alternatives`: fewest changes first. When no plan was found that places everybody, they leave as few people
    as possible `unplaced`, and `least_changes` is None; otherwise it is proven that no plan changes fewer blocks.

    `impossible`: proven, the rules leave no plan that places everybody; `explain` says why. `without_itinerary`:
    who has none left, whatever the others do.
    """

    alternatives: tuple[Alternative, ...]
    least_changes: int | None
    seconds: float
    impossible: bool = False
    without_itinerary: tuple[int, ...] = ()


def replan(
    problem: Problem,
    seconds: float = 20.0,
    seed: int = 1,
    strategies: Sequence[Strategy] = STRATEGIES,
) -> Replan:
    """Mend `problem.plan_in_force`, which may break rules of the problem."""
    plan = problem.plan_in_force
    if plan is None:
        raise ValueError("there is no plan in force to mend")
    watch = Watch(seconds)
    mender = Mender(problem, plan, seed, watch)
    gentlest, least_changes = mender.count_changes()
    alternatives: list[Alternative] = []
    for strategy in strategies:
        mended = mender.mend(strategy.points_a_change, gentlest.table)
        found = _alternative(problem, plan, strategy, mender.plan_of(mended.table))
        if found is not None and all(found.plan != other.plan for other in alternatives):
            alternatives.append(found)
    ordered = sorted(alternatives, key=lambda found: (len(found.unplaced), len(found.moves), found.assessment.cost))
    complete = [found for found in ordered if found.assessment.holds]
    return Replan(
        alternatives=tuple(complete or ordered),
        least_changes=least_changes if complete else None,
        seconds=watch.elapsed,
        impossible=least_changes is None,
        without_itinerary=mender.without_itinerary,
    )


def find_moves(before: Plan, after: Plan) -> tuple[Move, ...]:
    """What differs between two plans of the same people."""
    return tuple(
        Move(a, b, old, new)
        for a, (was, now) in enumerate(zip(before, after, strict=True))
        for b, (old, new) in enumerate(zip(was, now, strict=True))
        if old != new
    )


def _alternative(problem: Problem, before: Plan, strategy: Strategy, plan: Plan) -> Alternative | None:
    found = Alternative(strategy, plan, find_moves(before, plan), recheck(problem, plan))
    unplaced = set(found.unplaced)
    explained = all(v.apprentice in unplaced or v.rule in _OF_MANY for v in found.assessment.violations)
    return found if explained and (unplaced or found.assessment.holds) else None
