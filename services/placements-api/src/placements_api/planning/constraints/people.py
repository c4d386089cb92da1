"""Who may be where: age, clearances, adjustments, exclusions."""

import numpy as np

from placements_api.planning.constraints.registry import cell_rule
from placements_api.planning.facts import BoolArray, Facts


@cell_rule(
    "minimum-age",
    "place nobody below the setting's minimum age on the first day of the block",
    "Scoping report: West Sussex (18 in the NHS; the 17-year-old starts in social care)",
)
def minimum_age(facts: Facts, a: int) -> BoolArray:
    return facts.ages(a)[:, None] >= facts.minimum_age


@cell_rule(
    "clearances",
    "place nobody where a demanded clearance is missing or does not last for the whole block",
    "Scoping report: West Sussex (vaccination mandatory in health); DBS checks",
)
def clearances(facts: Facts, a: int) -> BoolArray:
    held = facts.apprentice(a).clearances
    problem = facts.problem
    valid = np.zeros((len(facts.blocks(a)), facts.demands.shape[1]), bool)
    for clearance, validity in held.items():
        if clearance < valid.shape[1]:
            valid[:, clearance] = [
                validity.covers(problem.starts_on(block), problem.ends_on(block)) for block in facts.blocks(a)
            ]
    return ~((~valid).astype(np.int64) @ facts.demands.T.astype(np.int64)).astype(bool)


@cell_rule(
    "adjustments",
    "place nobody where an adjustment that they need cannot be made",
    "Equality Act 2010, section 20",
)
def adjustments(facts: Facts, a: int) -> BoolArray:
    needed = list(facts.apprentice(a).adjustments)
    possible: BoolArray = np.logical_and.reduce(facts.adjustments[:, needed], axis=1)
    return possible


@cell_rule(
    "exclusions",
    "keep agreed exclusions between an apprentice and a setting or host",
    "Agreements of the partnership (conflict of interest)",
)
def exclusions(facts: Facts, a: int) -> BoolArray:
    apprentice = facts.apprentice(a)
    places = np.arange(len(facts.host))
    return ~(np.isin(places, list(apprentice.excluded_places)) | np.isin(facts.host, list(apprentice.excluded_hosts)))
