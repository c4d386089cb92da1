"""The wishes of a plan by name."""

from collections.abc import Mapping

from placements_api.scenarios.schemas import RulePoints

NAMES = {
    "preference": "Apprentices' preferences",
    "travel": "Hours of travel",
    "long-travel": "Long journeys",
    "fairness": "The apprentice who is worst off",
    "company": "Nobody alone in a setting",
    "early-evidence": "Scarce evidence early",
    "moved": "Changes to the plan in force",
    "spread": "Load that hosts prefer",
    "host-preference": "Hosts' preferences",
}
_NOT_WEIGHED = frozenset({"spread", "host-preference", "moved"})


def rule_points(costs: Mapping[str, int]) -> list[RulePoints]:
    """In the order of the names; wishes that no programme weighs are left out while they cost nothing."""
    return [
        RulePoints(rule=rule, name=name, points=costs.get(rule, 0))
        for rule, name in NAMES.items()
        if costs.get(rule, 0) or rule not in _NOT_WEIGHED
    ]
