"""What can be wrong with a rota."""

from collections.abc import Mapping
from typing import Any, ClassVar

from placements_api.rotas.schemas import FindingRead
from service_common.problems import Problem


class RotaBreaksRules(Problem):
    """Working-time rules are broken, and nobody has said that an exception applies."""

    status = 409
    type = "/problems/rota-breaks-rules"
    title = "The rota breaks working-time rules"
    extension: ClassVar[Mapping[str, Any]] = {"findings": (list[FindingRead], ...)}


class RotaNotOpen(Problem):
    status = 409
    type = "/problems/rota-not-open"
    title = "There is no rota to change"
