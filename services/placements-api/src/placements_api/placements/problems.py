"""What can be wrong with a step of a placement, or with a plan that is to become placements."""

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import BaseModel

from service_common.problems import Problem


class StepNotPossible(Problem):
    """The placement is not in a state from which the step leads on."""

    status = 409
    type = "/problems/step-not-possible"
    title = "The placement cannot take this step now"
    extension: ClassVar[Mapping[str, Any]] = {"placement_id": (str, ...), "state": (str, ...)}


class ClearanceLacking(BaseModel):
    code: str
    words: str


class ClearancesMissing(Problem):
    """The setting demands clearances that are not valid for the whole placement."""

    status = 409
    type = "/problems/clearances-missing"
    title = "A clearance that the setting demands is missing"
    extension: ClassVar[Mapping[str, Any]] = {"placement_id": (str, ...), "missing": (list[ClearanceLacking], ...)}


class PlacementUnderWay(Problem):
    """A plan would move or withdraw what has started."""

    status = 409
    type = "/problems/placement-under-way"
    title = "The plan would change a placement that has started"
    extension: ClassVar[Mapping[str, Any]] = {"placement_id": (str, ...)}


class PlacementsOverlap(Problem):
    """Somebody would be in two places on one day."""

    status = 409
    type = "/problems/placements-overlap"
    title = "Somebody would have two placements at once"
