"""What a whole rotation must and must not contain, and in which order."""

from collections.abc import Iterable

import numpy as np

from placements_api.planning.constraints.registry import Form, PathLimit, path_rule
from placements_api.planning.facts import Facts, IntArray
from placements_api.planning.problem import Once, Pattern


def _pattern(facts: Facts, a: int) -> Pattern:
    return facts.problem.patterns[facts.apprentice(a).pattern]


def _once(facts: Facts, a: int, rule: str, what: Once, group: IntArray) -> Iterable[PathLimit]:
    if what not in _pattern(facts, a).once:
        return
    for member in np.unique(group[:-1]).tolist():
        places = facts.places_where(group == member)
        yield PathLimit(rule, Form.AT_MOST_ONCE, subject=member, places=places)


@path_rule(
    "kind-once",
    "use no kind of setting twice, where the programme asks for variety",
    "Scoping report: Lincolnshire (four different placements)",
)
def kind_once(facts: Facts, a: int) -> Iterable[PathLimit]:
    return _once(facts, a, "kind-once", Once.KIND, facts.kind)


@path_rule(
    "host-once",
    "use no host twice, where the programme asks for variety",
    "Scoping report: Leeds (two placements at different partners)",
)
def host_once(facts: Facts, a: int) -> Iterable[PathLimit]:
    return _once(facts, a, "host-once", Once.HOST, facts.host)


@path_rule(
    "setting-once",
    "use no setting twice, where the programme asks for variety",
    "Scoping report: rotational placements as a breadth of experience",
)
def setting_once(facts: Facts, a: int) -> Iterable[PathLimit]:
    return _once(facts, a, "setting-once", Once.PLACE, np.arange(facts.place_count + 1))


@path_rule(
    "kinds-required",
    "include every kind of setting that the programme or the apprentice requires",
    "Scoping report: Suffolk (social care, community health, hospital)",
)
def kinds_required(facts: Facts, a: int) -> Iterable[PathLimit]:
    for kind in sorted(_pattern(facts, a).required_kinds | facts.apprentice(a).required_kinds):
        places = facts.places_where(facts.kind == kind)
        yield PathLimit("kinds-required", Form.AT_LEAST_ONCE, subject=kind, places=places)


@path_rule(
    "sectors-required",
    "include every sector that the programme requires",
    "Scoping report: integrated apprenticeships cross health and social care",
)
def sectors_required(facts: Facts, a: int) -> Iterable[PathLimit]:
    for sector in sorted(_pattern(facts, a).required_sectors):
        places = facts.places_where(facts.sector == sector)
        yield PathLimit("sectors-required", Form.AT_LEAST_ONCE, subject=sector, places=places)


@path_rule(
    "order",
    "visit a kind of setting only after the kind that must come before it",
    "Scoping report: North West authority and West Sussex (which sector first)",
)
def order(facts: Facts, a: int) -> Iterable[PathLimit]:
    for earlier, later in _pattern(facts, a).order:
        if facts.apprentice(a).home_kind != earlier:
            yield PathLimit(
                "order",
                Form.ONLY_AFTER,
                subject=later,
                places=facts.places_where(facts.kind == later),
                earlier=facts.places_where(facts.kind == earlier),
            )
