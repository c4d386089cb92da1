"""The independent judge of a plan: every violation and every cost, by rule.

Plain Python straight from the problem's dataclasses. It shares no array, index or rule function with the
solver, on purpose: a mistake there must not be able to hide here.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from placements_api.planning.problem import (
    HOME,
    UNPLACED,
    Block,
    Once,
    Place,
    Plan,
    Problem,
    Shift,
    Stay,
    age_on,
    travel_hours,
)


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken rule. What does not apply is None; `amount` says by how many (people, criteria, blocks)."""

    rule: str
    apprentice: int | None = None
    block: int | None = None
    place: int | None = None
    period: int | None = None
    subject: int | None = None
    amount: int = 1


@dataclass(frozen=True, slots=True)
class Assessment:
    """`costs`: points by soft rule id, rules without points included."""

    violations: tuple[Violation, ...]
    costs: dict[str, int]

    @property
    def cost(self) -> int:
        return sum(self.costs.values())

    @property
    def holds(self) -> bool:
        return not self.violations


def recheck(problem: Problem, plan: Plan) -> Assessment:
    """Judge a whole plan."""
    violations: list[Violation] = []
    for a in range(len(problem.apprentices)):
        violations.extend(recheck_apprentice(problem, a, plan[a]))
    load = count_load(problem, plan)
    violations.extend(recheck_loads(problem, load))
    own = [own_points(problem, a, plan[a]) for a in range(len(problem.apprentices))]
    costs: Counter[str] = Counter(
        dict.fromkeys(("preference", "host-preference", "travel", "long-travel", "early-evidence", "moved"), 0)
    )
    for points in own:
        costs.update(points)
    costs["spread"], costs["company"] = load_points(problem, load)
    costs["fairness"] = problem.weights.fairness * max((sum(points.values()) for points in own), default=0)
    return Assessment(tuple(violations), dict(costs))


def recheck_apprentice(problem: Problem, a: int, itinerary: tuple[int, ...]) -> list[Violation]:
    """What is wrong with one apprentice's itinerary, whatever the others do."""
    found: list[Violation] = []
    for b, (block, p) in enumerate(zip(problem.blocks_of(a), itinerary, strict=True)):
        if p == UNPLACED:
            found.append(Violation("one-setting", a, b))
        else:
            found.extend(Violation(rule, a, b, p) for rule in _broken_in_block(problem, a, b, block, p))
    found.extend(_broken_variety(problem, a, itinerary))
    found.extend(_broken_coverage(problem, a, itinerary))
    return found


def _broken_in_block(problem: Problem, a: int, b: int, block: Block, p: int) -> Iterator[str]:
    pins = problem.apprentices[a].pins
    if b in pins and pins[b] != p:
        yield "pinned"
    if block.stay is (Stay.HOSTED if p == HOME else Stay.HOME):
        yield "block-stay"
    if p != HOME:
        yield from _broken_by_place(problem, a, block, p)
        yield from _broken_by_person(problem, a, block, problem.places[p])


def _broken_by_place(problem: Problem, a: int, block: Block, p: int) -> Iterator[str]:
    apprentice, place = problem.apprentices[a], problem.places[p]
    if block.kinds is not None and place.kind not in block.kinds:
        yield "block-kind"
    if block.sectors is not None and place.sector not in block.sectors:
        yield "block-sector"
    if any(t in place.closed_periods for t in block.periods):
        yield "setting-open"
    if p in apprentice.excluded_places or place.host in apprentice.excluded_hosts:
        yield "exclusions"
    minutes = int(problem.travel_minutes[a, p])
    if minutes < 0 or minutes > apprentice.travel_limit_minutes:
        yield "travel-limit"
    if place.shifts & ~problem.patterns[apprentice.pattern].budget:
        yield "unsocial-hours"


def _broken_by_person(problem: Problem, a: int, block: Block, place: Place) -> Iterator[str]:
    apprentice = problem.apprentices[a]
    starts_on, ends_on = problem.starts_on(block), problem.ends_on(block)
    age = age_on(apprentice.born_on, starts_on)
    if age < place.minimum_age:
        yield "minimum-age"
    if age < 18 and Shift.NIGHTS in place.shifts:
        yield "no-nights-under-18"
    if place.weekly_hours > apprentice.weekly_hours_limit or (age < 18 and place.weekly_hours > 40):
        yield "weekly-hours"
    for clearance in place.clearances:
        held = apprentice.clearances.get(clearance)
        if held is None or not held.covers(starts_on, ends_on):
            yield "clearances"
            break
    if apprentice.adjustments - place.adjustments:
        yield "adjustments"


def _broken_variety(problem: Problem, a: int, itinerary: tuple[int, ...]) -> Iterator[Violation]:
    apprentice = problem.apprentices[a]
    pattern = problem.patterns[apprentice.pattern]
    at_home = sum(1 for p in itinerary if p == HOME)
    if at_home != pattern.home_blocks:
        yield Violation("home-blocks", a, amount=abs(at_home - pattern.home_blocks))
    visited = [(b, p, problem.places[p]) for b, p in enumerate(itinerary) if p >= 0]
    for what, rule in ((Once.KIND, "kind-once"), (Once.HOST, "host-once"), (Once.PLACE, "setting-once")):
        if what not in pattern.once:
            continue
        seen: set[int] = set()
        for b, p, place in visited:
            member = {Once.KIND: place.kind, Once.HOST: place.host, Once.PLACE: p}[what]
            if member in seen:
                yield Violation(rule, a, b, p, subject=member)
            seen.add(member)
    for earlier, later in pattern.order:
        if apprentice.home_kind == earlier:
            continue
        met = False
        for b, p, place in visited:
            if place.kind == later and not met:
                yield Violation("order", a, b, p, subject=later)
            met = met or place.kind == earlier


def _broken_coverage(problem: Problem, a: int, itinerary: tuple[int, ...]) -> Iterator[Violation]:
    apprentice = problem.apprentices[a]
    pattern = problem.patterns[apprentice.pattern]
    places = [problem.places[p] for p in itinerary if p >= 0]
    kinds = {place.kind for place in places}
    sectors = {place.sector for place in places}
    offered: set[int] = set()
    for place in places:
        offered |= place.criteria
    for kind in sorted((pattern.required_kinds | apprentice.required_kinds) - kinds):
        yield Violation("kinds-required", a, subject=kind)
    for sector in sorted(pattern.required_sectors - sectors):
        yield Violation("sectors-required", a, subject=sector)
    for criterion in sorted(apprentice.needs - offered):
        yield Violation("evidence-breadth", a, subject=criterion)


def count_load(problem: Problem, plan: Plan) -> Counter[tuple[int, int]]:
    """Apprentices by (place, period)."""
    load: Counter[tuple[int, int]] = Counter()
    for a, itinerary in enumerate(plan):
        for block, p in zip(problem.blocks_of(a), itinerary, strict=True):
            if p >= 0:
                load.update((p, t) for t in block.periods)
    return load


def recheck_loads(problem: Problem, load: Counter[tuple[int, int]]) -> Iterator[Violation]:
    """What is wrong with how many are where, whoever they are."""
    for t in range(len(problem.periods)):
        for p, place in enumerate(problem.places):
            yield from _broken_at_place(place, p, t, load[p, t])
        yield from _broken_in_groups(problem, t, load)


def _broken_at_place(place: Place, p: int, t: int, n: int) -> Iterator[Violation]:
    if n > place.most[t]:
        yield Violation("setting-capacity", place=p, period=t, subject=p, amount=n - place.most[t])
    if n < place.least_in(t):
        yield Violation("setting-minimum", place=p, period=t, subject=p, amount=place.least_in(t) - n)
    if 0 < n < place.opens_with_in(t):
        yield Violation("enough-or-none", place=p, period=t, subject=p, amount=place.opens_with_in(t) - n)


def _broken_in_groups(problem: Problem, t: int, load: Counter[tuple[int, int]]) -> Iterator[Violation]:
    at_host: Counter[int] = Counter()
    at_sector: Counter[int] = Counter()
    for p, place in enumerate(problem.places):
        at_host[place.host] += load[p, t]
        at_sector[place.sector] += load[p, t]
    for h, host in enumerate(problem.hosts):
        if host.most and at_host[h] > host.most[t]:
            yield Violation("host-capacity", period=t, subject=h, amount=at_host[h] - host.most[t])
    for m, mentor in enumerate(problem.mentors):
        n = sum(load[p, t] for p in mentor.places)
        if n > mentor.most:
            yield Violation("mentor-load", period=t, subject=m, amount=n - mentor.most)
    for i, share in enumerate(problem.shares):
        n = at_sector[share.sector]
        if share.period == t and not share.least <= n <= share.most:
            amount = max(share.least - n, n - share.most)
            yield Violation("sector-share", period=t, subject=i, amount=amount)


def own_points(problem: Problem, a: int, itinerary: tuple[int, ...]) -> Counter[str]:
    """Points of one apprentice's itinerary by soft rule; blocks without a place cost nothing."""
    weights, apprentice = problem.weights, problem.apprentices[a]
    in_force = problem.plan_in_force
    scarce = apprentice.needs & problem.scarce_criteria
    points: Counter[str] = Counter()
    for b, (block, p) in enumerate(zip(problem.blocks_of(a), itinerary, strict=True)):
        if in_force is not None and p != UNPLACED and in_force[a][b] != p:
            points["moved"] += weights.moved
        if p < 0:
            continue
        place, weeks = problem.places[p], problem.weeks_of(block)
        minutes = max(0, int(problem.travel_minutes[a, p]))
        points["travel"] += weights.travel * travel_hours(minutes, weeks)
        beyond = max(0, minutes - problem.comfortable_minutes)
        points["long-travel"] += weights.long_travel * travel_hours(beyond, weeks)
        if apprentice.ranks:
            points["preference"] += weights.preference * apprentice.ranks[place.kind]
        if problem.reluctance is not None:
            points["host-preference"] += weights.host_preference * int(problem.reluctance[a, p])
        points["early-evidence"] += weights.early_evidence * b * len(scarce & place.criteria)
    return points


def load_points(problem: Problem, load: Counter[tuple[int, int]]) -> tuple[int, int]:
    """Points for spread and for company."""
    spread = company = 0
    for (p, t), n in load.items():
        weeks = problem.periods[t].weeks
        spread += problem.weights.spread * weeks * max(0, n - problem.places[p].preferred_in(t))
        company += problem.weights.company * weeks * (n == 1)
    return spread, company
