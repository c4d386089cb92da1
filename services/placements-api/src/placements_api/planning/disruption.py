"""What happens to a plan in force, as a change of the problem that it was made for."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from placements_api.planning.problem import Apprentice, Place, Plan, Problem, Validity
from placements_api.planning.recheck import count_load


@dataclass(frozen=True, slots=True)
class HostLeaves:
    host: int
    from_period: int

    def apply(self, problem: Problem) -> Problem:
        return _with_places(
            problem, lambda p, place: _closed(place, problem, self.from_period) if place.host == self.host else place
        )


@dataclass(frozen=True, slots=True)
class SettingCloses:
    place: int
    from_period: int

    def apply(self, problem: Problem) -> Problem:
        return _with_places(
            problem, lambda p, place: _closed(place, problem, self.from_period) if p == self.place else place
        )


@dataclass(frozen=True, slots=True)
class CapacityShrinks:
    """From `from_period` on, the setting takes at most `most` at once."""

    place: int
    from_period: int
    most: int

    def apply(self, problem: Problem) -> Problem:
        def shrunk(p: int, place: Place) -> Place:
            if p != self.place:
                return place
            most = tuple(min(n, self.most) if t >= self.from_period else n for t, n in enumerate(place.most))
            least = tuple(min(place.least_in(t), n) for t, n in enumerate(most))
            return replace(place, most=most, least=least)

        return _with_places(problem, shrunk)


@dataclass(frozen=True, slots=True)
class ClearanceFails:
    """The clearance holds no longer from this day on."""

    apprentice: int
    clearance: int
    from_on: date

    def apply(self, problem: Problem) -> Problem:
        person = problem.apprentices[self.apprentice]
        held = person.clearances.get(self.clearance)
        clearances = {c: v for c, v in person.clearances.items() if c != self.clearance}
        if held is not None and held.from_on < self.from_on:
            clearances[self.clearance] = Validity(held.from_on, self.from_on - timedelta(days=1))
        return _with_apprentice(problem, self.apprentice, replace(person, clearances=clearances))


@dataclass(frozen=True, slots=True)
class ApprenticeLeaves:
    """The others keep their positions; positions after this one move down by one, in the plan as well."""

    apprentice: int

    def apply(self, problem: Problem) -> Problem:
        a = self.apprentice
        keep = [other for other in range(len(problem.apprentices)) if other != a]
        return replace(
            problem,
            apprentices=tuple(problem.apprentices[other] for other in keep),
            travel_minutes=problem.travel_minutes[keep],
            reluctance=None if problem.reluctance is None else problem.reluctance[keep],
            plan_in_force=None,
        )

    def without(self, plan: Plan) -> Plan:
        return plan[: self.apprentice] + plan[self.apprentice + 1 :]


Disruption = HostLeaves | SettingCloses | CapacityShrinks | ClearanceFails | ApprenticeLeaves


def disrupt(problem: Problem, plan: Plan, disruption: Disruption, from_period: int) -> tuple[Problem, Plan]:
    """The problem after the disruption, with everything that has started by `from_period` settled, and the plan.

    A block that has started stays as it is. What is past is no longer judged: limits of past periods follow
    what happened.
    """
    settled = _settle_past(problem, plan, from_period)
    changed = disruption.apply(settled)
    kept = disruption.without(plan) if isinstance(disruption, ApprenticeLeaves) else plan
    return replace(changed, plan_in_force=kept), kept


def _settle_past(problem: Problem, plan: Plan, from_period: int) -> Problem:
    load = count_load(problem, plan)
    apprentices = []
    for a, apprentice in enumerate(problem.apprentices):
        started = {b: plan[a][b] for b, block in enumerate(problem.blocks_of(a)) if block.first_period < from_period}
        apprentices.append(replace(apprentice, pins={**apprentice.pins, **started}))
    changed = replace(
        problem,
        apprentices=tuple(apprentices),
        shares=tuple(share for share in problem.shares if share.period >= from_period),
    )
    return _with_places(changed, lambda p, place: _past_as_it_was(p, place, load, from_period))


def _past_as_it_was(p: int, place: Place, load: Counter[tuple[int, int]], from_period: int) -> Place:
    def past(values: tuple[int, ...], keep: Callable[[int, int], int]) -> tuple[int, ...]:
        return tuple(keep(t, n) if t < from_period else n for t, n in enumerate(values))

    return replace(
        place,
        most=past(place.most, lambda t, n: max(n, load[p, t])),
        least=past(place.least, lambda _t, _n: 0),
        opens_with=past(place.opens_with, lambda _t, _n: 0),
    )


def _closed(place: Place, problem: Problem, from_period: int) -> Place:
    later = range(from_period, len(problem.periods))
    least = tuple(0 if t in later else place.least_in(t) for t in range(len(problem.periods)))
    return replace(place, closed_periods=place.closed_periods | frozenset(later), least=least)


def _with_places(problem: Problem, change: Callable[[int, Place], Place]) -> Problem:
    return replace(problem, places=tuple(change(p, place) for p, place in enumerate(problem.places)))


def _with_apprentice(problem: Problem, a: int, apprentice: Apprentice) -> Problem:
    people = (*problem.apprentices[:a], apprentice, *problem.apprentices[a + 1 :])
    return replace(problem, apprentices=people)
