"""How good a table of candidates is, counted on arrays; the re-check has the last word on a finished plan."""

from dataclasses import dataclass
from functools import total_ordering

import numpy as np

from placements_api.planning.facts import IntArray
from placements_api.planning.task import Task


@total_ordering
@dataclass(frozen=True, slots=True)
class Standing:
    """`left_out`: people without an itinerary; `lacking`: heads below a minimum or above the room there is;
    `points`: cost of the rest."""

    left_out: int
    lacking: int
    points: int

    @property
    def feasible(self) -> bool:
        return self.left_out == 0 and self.lacking == 0

    def __lt__(self, other: "Standing") -> bool:
        mine = (self.left_out + self.lacking, self.points)
        return mine < (other.left_out + other.lacking, other.points)

    def penalised(self, task: Task) -> float:
        """As the integer programs see it."""
        return self.points + task.missing * (self.left_out + self.lacking)


def stand(task: Task, table: IntArray) -> Standing:
    """Judge a whole table of the model. Nobody may be half placed."""
    rows, model = task.model.rows, task.model
    placed = (table >= 0).any(axis=1)
    own = model.own_cost(table[placed])
    loads = model.count_loads(table.ravel())
    short = np.maximum(rows.least - loads, 0) + np.where(loads > 0, np.maximum(rows.opens_with - loads, 0), 0)
    short = short + np.maximum(loads - rows.most, 0)
    above = rows.points_above * np.maximum(loads - rows.above, 0)
    alone = np.where(loads == 1, rows.points_alone, 0)
    points = own.sum() + model.fairness * own.max(initial=0.0) + above.sum() + alone.sum()
    return Standing(int((~placed).sum()), int(short.sum()), round(float(points)))
