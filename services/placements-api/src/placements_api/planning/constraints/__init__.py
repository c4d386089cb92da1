"""Every planning rule, one module a family. Importing the package fills the registry."""

from placements_api.planning.constraints import (
    block,
    capacity,
    evidence,
    people,
    preference,
    spread,
    stability,
    travel,
    variety,
    working_time,
)

__all__ = [
    "block",
    "capacity",
    "evidence",
    "people",
    "preference",
    "spread",
    "stability",
    "travel",
    "variety",
    "working_time",
]
