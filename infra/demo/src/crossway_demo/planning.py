"""How each programme is planned in the demonstration, and the conflict that some of them have to resolve."""

from dataclasses import dataclass
from typing import Any

from crossway_demo.evidence import CARE_CERTIFICATE, EATING_AND_DRINKING, MOVING


@dataclass(frozen=True, kw_only=True)
class WhatIf:
    """A scenario in which somebody is kept in a setting, whatever the rules say of it."""

    name: str
    apprentice: int
    """Their number in the running cohort, from 1."""
    placement: int
    """Which of the placement blocks, from 0."""
    setting: str


@dataclass(frozen=True, kw_only=True)
class Mishap:
    """Something that happens from the first placement that has not begun yet."""

    what: dict[str, Any]
    """As the interface takes it, but with `organisation` (a key) and `setting` (a name) where it takes ids."""


WISHES: dict[str, dict[str, Any]] = {
    # Nothing in the budget for evenings, nights and weekends; what held the Care Certificate up is to come early.
    "lincolnshire": {
        "paid_shifts": [],
        "scarce_criteria": [{"qualification": CARE_CERTIFICATE, "criteria": [*MOVING, *EATING_AND_DRINKING]}],
    },
    "leeds": {"never_twice": ["setting", "host"]},
    "staffordshire": {"comfortable_minutes": 40},
}
"""By the partnership's slug; the defaults of the service hold for the others."""

WHAT_IFS: dict[str, WhatIf] = {
    "west-sussex": WhatIf(
        name="What if the youngest began on the ward", apprentice=1, placement=0, setting="Stroke ward"
    ),
    "lincolnshire": WhatIf(
        name="What if supported living were the care placement",
        apprentice=1,
        placement=3,
        setting="Cathedral Quarter supported living",
    ),
    "staffordshire": WhatIf(name="What if the bus had to do", apprentice=3, placement=2, setting="Manifold View"),
}
MISHAPS: dict[str, Mishap] = {
    # Two organisations left this programme before it began; here it happens while it runs.
    "leeds": Mishap(what={"kind": "host_leaves", "organisation": "hospice"}),
    # The employer had to be replaced, and the new one has fewer places.
    "north-west": Mishap(what={"kind": "capacity_shrinks", "setting": "Prestwich Park", "at_most": 4}),
}
"""Both by the partnership's slug."""
