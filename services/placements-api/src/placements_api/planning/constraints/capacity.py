"""How many apprentices are somewhere in the same weeks."""

from collections.abc import Iterable

from placements_api.planning.constraints.registry import LoadLimit, load_rule
from placements_api.planning.facts import Facts


@load_rule(
    "setting-capacity",
    "keep every setting within its capacity in every week",
    "Scoping report: trusts offer placements only if viable (Staffordshire)",
)
def setting_capacity(facts: Facts) -> Iterable[LoadLimit]:
    for p, place in enumerate(facts.problem.places):
        for t, most in enumerate(place.most):
            yield LoadLimit("setting-capacity", p, (p,), t, most=most)


@load_rule(
    "setting-minimum",
    "give every setting the apprentices that it was promised",
    "Agreements with hosts",
)
def setting_minimum(facts: Facts) -> Iterable[LoadLimit]:
    for p, place in enumerate(facts.problem.places):
        for t, least in enumerate(place.least):
            if least > 0:
                yield LoadLimit("setting-minimum", p, (p,), t, least=least)


@load_rule(
    "enough-or-none",
    "open a setting only with as many apprentices as make it worth a host's while",
    "Scoping report: Staffordshire (placements only if viable)",
)
def enough_or_none(facts: Facts) -> Iterable[LoadLimit]:
    for p, place in enumerate(facts.problem.places):
        for t, enough in enumerate(place.opens_with):
            if enough > 1:
                yield LoadLimit("enough-or-none", p, (p,), t, opens_with=enough)


@load_rule(
    "host-capacity",
    "keep every host within what it takes in all its settings together",
    "Agreements with hosts",
)
def host_capacity(facts: Facts) -> Iterable[LoadLimit]:
    for h, host in enumerate(facts.problem.hosts):
        places = facts.places_where(facts.host == h)
        for t, most in enumerate(host.most):
            yield LoadLimit("host-capacity", h, places, t, most=most)


@load_rule(
    "mentor-load",
    "give no mentor more apprentices at once than agreed",
    "Scoping report: Leeds (a mentor at each placement)",
)
def mentor_load(facts: Facts) -> Iterable[LoadLimit]:
    for m, mentor in enumerate(facts.problem.mentors):
        for t in range(len(facts.problem.periods)):
            yield LoadLimit("mentor-load", m, tuple(sorted(mentor.places)), t, most=mentor.most)


@load_rule(
    "sector-share",
    "divide the cohort between the sectors as agreed",
    "Scoping report: West Sussex (half start in each), North West authority (six and six)",
)
def sector_share(facts: Facts) -> Iterable[LoadLimit]:
    for i, share in enumerate(facts.problem.shares):
        places = facts.places_where(facts.sector == share.sector)
        yield LoadLimit("sector-share", i, places, share.period, least=share.least, most=share.most)
