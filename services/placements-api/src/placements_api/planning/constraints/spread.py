"""Load over settings and time, and company at a setting."""

from collections.abc import Iterable

from placements_api.planning.constraints.registry import LoadCost, load_price
from placements_api.planning.facts import Facts


@load_price(
    "spread",
    "fill no setting above the load that it prefers while others have room",
    "Scoping report: pressure on mentors and wards",
)
def spread(facts: Facts) -> Iterable[LoadCost]:
    problem = facts.problem
    for p, place in enumerate(problem.places):
        for t, period in enumerate(problem.periods):
            points = problem.weights.spread * period.weeks
            if points and place.preferred_in(t) < place.most[t]:
                yield LoadCost("spread", p, (p,), t, above=place.preferred_in(t), points_above=points)


@load_price(
    "company",
    "place peers together, nobody alone at a setting",
    "Scoping report: peer support (West Sussex, Leeds)",
)
def company(facts: Facts) -> Iterable[LoadCost]:
    problem = facts.problem
    for p in range(len(problem.places)):
        for t, period in enumerate(problem.periods):
            points = problem.weights.company * period.weeks
            if points:
                yield LoadCost("company", p, (p,), t, points_alone=points, above=len(problem.apprentices))
