"""Why there is no plan: which named rules conflict, for whom, and the smallest changes that would fix it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from placements_api.planning.blame import BlameModel, Culprit, Undecided
from placements_api.planning.changes import Change, OwnPattern, apply_all, change_for
from placements_api.planning.crowd import find_crowd, people_without_itinerary
from placements_api.planning.model import compile_problem
from placements_api.planning.pricing import Pricer
from placements_api.planning.problem import Plan, Problem
from placements_api.planning.progress import Watch
from placements_api.planning.recheck import Violation, recheck
from placements_api.planning.solve import Options, solve

_WHOLE_UP_TO_CELLS = 60_000
_REMEDIES = 3
_DEPTH = 3
_TIMED = frozenset({"minimum-age", "clearances", "no-nights-under-18", "setting-open"})
"""Rules that hold in some blocks and not in others: exchanging blocks may help."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """Changes to be made together. `verified`: a plan that keeps every rule exists once they are made."""

    changes: tuple[Change, ...]
    verified: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """Rules that cannot hold together for `crowd`. `people`: those of the crowd whom a rule names.

    `minimal`: without any one of the rules, the others can hold.
    """

    culprits: tuple[Culprit, ...]
    people: tuple[int, ...]
    minimal: bool
    crowd: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """`conflict` is None when none could be proven. `remedies` are in order of preference, verified ones first."""

    conflict: Conflict | None
    remedies: tuple[Remedy, ...]
    seconds: float


def explain(problem: Problem, seconds: float = 30.0) -> Explanation:
    """Explain why the problem has no plan."""
    watch = Watch(seconds)
    found = _find_conflict(problem, watch)
    if found is None:
        return Explanation(None, (), watch.elapsed)
    conflict, model = found
    remedies = _remedies(problem, conflict, model, watch)
    return Explanation(conflict, remedies, watch.elapsed)


def _find_conflict(problem: Problem, watch: Watch) -> tuple[Conflict, BlameModel] | None:
    people = _suspects(problem)
    if people is None:
        return None
    model = BlameModel(problem, people)
    try:
        core = model.find_conflict(model.switches, watch.left)
    except Undecided:
        return None
    if core is None:
        return None
    culprits, minimal = _minimise(model, core, watch)
    involved = {c.apprentice for c in culprits if c.apprentice >= 0}
    return Conflict(tuple(sorted(culprits)), tuple(sorted(involved)), minimal, model.people), model


def _suspects(problem: Problem) -> list[int] | None:
    """People who cannot all be placed, few of them if possible."""
    model = compile_problem(problem)
    pricer = Pricer(model)
    alone = people_without_itinerary(model, pricer)
    if len(alone):
        return [int(alone[0])]
    crowd = find_crowd(model)
    if crowd is not None:
        return [int(a) for a in crowd]
    if len(model.place) <= _WHOLE_UP_TO_CELLS:
        return list(range(model.apprentice_count))
    return None


def _minimise(model: BlameModel, core: frozenset[Culprit], watch: Watch) -> tuple[list[Culprit], bool]:
    """Drop culprits one by one as long as the rest still conflicts."""
    kept = sorted(core)
    minimal = True
    position = 0
    while position < len(kept):
        if not watch.carries_on:
            return kept, False
        without = kept[:position] + kept[position + 1 :]
        try:
            smaller = model.find_conflict(without, watch.left)
        except Undecided:
            minimal, smaller = False, None
        if smaller is None:
            position += 1
        else:
            kept = [culprit for culprit in without if culprit in smaller]
    return kept, minimal


def _remedies(problem: Problem, conflict: Conflict, model: BlameModel, watch: Watch) -> tuple[Remedy, ...]:
    sets: dict[tuple[Change, ...], None] = {}
    for culprit in conflict.culprits:
        if not watch.carries_on:
            break
        kept = [other for other in model.switches if other != culprit]
        plan = model.least_breach(kept, culprit, min(5.0, watch.left))
        changes = None if plan is None else _changes(problem, model.people, plan)
        if changes:
            sets[changes] = None
    for change in _swaps(problem, conflict):
        if watch.carries_on and _resolves(change.apply(problem), model.people, watch):
            sets[change,] = None
    ordered = sorted(sets, key=lambda changes: (len(changes), [type(change).__name__ for change in changes]))
    candidates = _varied(ordered)[:_REMEDIES]
    remedies = [_verify(problem, changes, watch) for changes in candidates]
    if candidates and not any(remedy.verified for remedy in remedies):
        remedies[0] = _go_on(problem, candidates[0], watch, _DEPTH)
    return tuple(sorted(remedies, key=lambda remedy: (not remedy.verified, len(remedy.changes))))


def _varied(ordered: list[tuple[Change, ...]]) -> list[tuple[Change, ...]]:
    """One of each kind of change first, so that people see different ways out."""
    seen: set[tuple[str, ...]] = set()
    first: list[tuple[Change, ...]] = []
    rest: list[tuple[Change, ...]] = []
    for changes in ordered:
        kind = tuple(sorted({type(change).__name__ for change in changes}))
        (rest if kind in seen else first).append(changes)
        seen.add(kind)
    return first + rest


def _changes(problem: Problem, people: Iterable[int], plan: Plan) -> tuple[Change, ...] | None:
    """What would make this partial plan legal; None when somebody would have to change what nobody can."""
    placed = set(people)
    changes: dict[Change, None] = {}
    for violation in recheck(problem, plan).violations:
        if _is_about_others(violation, placed, len(problem.apprentices)):
            continue
        found = change_for(problem, violation)
        if found is None:
            return None
        changes.update(dict.fromkeys(found))
    return tuple(changes)


def _is_about_others(violation: Violation, placed: set[int], everybody: int) -> bool:
    """People who are left out of the partial plan break rules that say nothing here."""
    if violation.apprentice is not None:
        return violation.apprentice not in placed
    return len(placed) < everybody and violation.rule in {"setting-minimum", "enough-or-none", "sector-share"}


def _swaps(problem: Problem, conflict: Conflict) -> Iterable[OwnPattern]:
    """Exchange two blocks of somebody for whom the time matters."""
    for a in sorted({c.apprentice for c in conflict.culprits if c.rule in _TIMED}):
        blocks = problem.blocks_of(a)
        for first, second in combinations(range(len(blocks)), 2):
            one, other = blocks[first], blocks[second]
            if (one.kinds, one.sectors, one.stay) != (other.kinds, other.sectors, other.stay):
                yield OwnPattern(a, swapped=(first, second))


def _resolves(problem: Problem, people: tuple[int, ...], watch: Watch) -> bool:
    model = BlameModel(problem, people)
    try:
        return model.find_conflict(model.switches, min(5.0, watch.left)) is None
    except Undecided:
        return False


def _verify(problem: Problem, changes: tuple[Change, ...], watch: Watch) -> Remedy:
    """Look for a plan with the changes made."""
    changed = apply_all(problem, changes)
    if not watch.carries_on:
        return Remedy(changes, verified=False)
    plan = solve(changed, Options(seconds=watch.left, gap=1.0)).plan
    return Remedy(changes, verified=plan is not None)


def _go_on(problem: Problem, changes: tuple[Change, ...], watch: Watch, depth: int) -> Remedy:
    """There is more than one conflict: resolve the next ones too, each in the cheapest way found."""
    changed = apply_all(problem, changes)
    found = _find_conflict(changed, watch) if depth else None
    if found is None:
        return _verify(problem, changes, watch)
    conflict, model = found
    for culprit in conflict.culprits:
        kept = [other for other in model.switches if other != culprit]
        plan = model.least_breach(kept, culprit, min(5.0, watch.left))
        more = None if plan is None else _changes(changed, model.people, plan)
        if more:
            return _go_on(problem, (*changes, *more), watch, depth - 1)
    return Remedy(changes, verified=False)
