"""Evidence: every missing criterion can be met somewhere on the way, scarce ones early."""

from collections.abc import Iterable

import numpy as np

from placements_api.planning.constraints.registry import Form, PathLimit, cell_cost, path_rule
from placements_api.planning.facts import Facts, IntArray


@path_rule(
    "evidence-breadth",
    "meet settings that together offer every criterion that the apprentice has not yet evidenced",
    "Scoping report: Lincolnshire (moving and handling, feeding); Care Certificate",
)
def evidence_breadth(facts: Facts, a: int) -> Iterable[PathLimit]:
    for criterion in sorted(facts.apprentice(a).needs):
        places = facts.places_where(facts.criteria[:, criterion])
        yield PathLimit("evidence-breadth", Form.AT_LEAST_ONCE, subject=criterion, places=places)


@cell_cost(
    "early-evidence",
    "meet settings early that offer scarce criteria still needed",
    "Scoping report: Lincolnshire (the Care Certificate took too long)",
)
def early_evidence(facts: Facts, a: int) -> IntArray:
    scarce = sorted(facts.apprentice(a).needs & facts.problem.scarce_criteria)
    offered: IntArray = facts.criteria[:, scarce].sum(axis=1)
    waiting = np.arange(len(facts.blocks(a)))
    return facts.problem.weights.early_evidence * waiting[:, None] * offered
