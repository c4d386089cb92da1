"""What can be in the way of planning."""

from collections.abc import Mapping
from typing import Any, ClassVar

from placements_api.scenarios.schemas import VerdictRead
from service_common.problems import Problem


class ScenarioIsBusy(Problem):
    status = 409
    type = "/problems/scenario-is-busy"
    title = "The plan is being computed"


class ScenarioWasPublished(Problem):
    status = 409
    type = "/problems/scenario-was-published"
    title = "A published plan stays as it is"


class CohortNotPlannable(Problem):
    status = 409
    type = "/problems/cohort-not-plannable"
    title = "The cohort cannot be planned yet"


class MoveBreaksRules(Problem):
    """`verdict` says which, and what would allow it."""

    status = 409
    type = "/problems/move-breaks-rules"
    title = "The move would break rules"
    extension: ClassVar[Mapping[str, Any]] = {"verdict": (VerdictRead, ...)}


class NothingToUndo(Problem):
    status = 409
    type = "/problems/nothing-to-undo"
    title = "There is nothing to undo"


class PlanNotReady(Problem):
    status = 409
    type = "/problems/plan-not-ready"
    title = "The plan cannot be published as it is"


class PlanMovedOn(Problem):
    """Another plan of the cohort was published meanwhile."""

    status = 409
    type = "/problems/plan-moved-on"
    title = "Another plan of the cohort was published meanwhile"
    extension: ClassVar[Mapping[str, Any]] = {"current_plan_version": (int, ...)}
