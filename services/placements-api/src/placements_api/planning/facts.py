"""The problem as arrays, laid out so that a rule judges every block and place of one apprentice at once.

Place arrays have one entry more than there are places: the last one, which index `HOME` also reaches, is home.
"""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from placements_api.planning.problem import HOME, Apprentice, Block, Problem, age_on

BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.int64]


class Facts:
    """Arrays derived from a problem. B: blocks of the apprentice's pattern, P: places, T: periods."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        places = problem.places
        self.place_count = len(places)
        self.kind: IntArray = np.array([p.kind for p in places] + [-1], np.int64)
        self.sector: IntArray = np.array([p.sector for p in places] + [-1], np.int64)
        self.host: IntArray = np.array([p.host for p in places] + [-1], np.int64)
        self.minimum_age: IntArray = np.array([p.minimum_age for p in places] + [0], np.int64)
        self.shifts: IntArray = np.array([p.shifts.value for p in places] + [0], np.int64)
        self.weekly_hours = np.array([p.weekly_hours for p in places] + [0.0])
        self.is_home: BoolArray = np.arange(len(places) + 1) == len(places)
        travel = np.asarray(problem.travel_minutes, np.int64).reshape(len(problem.apprentices), len(places))
        self.travel_minutes: IntArray = np.pad(travel, ((0, 0), (0, 1)))
        self._by_block: dict[tuple[int, str], IntArray | BoolArray] = {}

    def apprentice(self, a: int) -> Apprentice:
        return self.problem.apprentices[a]

    def blocks(self, a: int) -> tuple[Block, ...]:
        return self.problem.blocks_of(a)

    def weeks(self, a: int) -> IntArray:
        """(B,) weeks of each block."""
        return np.array([self.problem.weeks_of(block) for block in self.blocks(a)], np.int64)

    def ages(self, a: int) -> IntArray:
        """(B,) whole years on the first day of each block."""
        born_on = self.apprentice(a).born_on
        return np.array([age_on(born_on, self.problem.starts_on(b)) for b in self.blocks(a)], np.int64)

    @cached_property
    def demands(self) -> BoolArray:
        """(P+1, clearances) what each place demands."""
        return self._membership([p.clearances for p in self.problem.places])

    @cached_property
    def adjustments(self) -> BoolArray:
        """(P+1, adjustments) what each place can arrange; home can arrange everything."""
        known = [p.adjustments for p in self.problem.places]
        wanted = [a.adjustments for a in self.problem.apprentices]
        table = self._membership(known, width=1 + max((max(s) for s in known + wanted if s), default=-1))
        table[HOME] = True
        return table

    @cached_property
    def criteria(self) -> BoolArray:
        """(P+1, criteria) what can be evidenced at each place."""
        offered = [p.criteria for p in self.problem.places]
        needed = [a.needs for a in self.problem.apprentices] + [self.problem.scarce_criteria]
        return self._membership(offered, width=1 + max((max(s) for s in offered + needed if s), default=-1))

    def closed(self, a: int) -> BoolArray:
        """(B, P+1) the place is closed in a period of the block."""
        pattern = self.apprentice(a).pattern
        key = (pattern, "closed")
        if key not in self._by_block:
            shut = self._membership([p.closed_periods for p in self.problem.places], len(self.problem.periods))
            self._by_block[key] = np.array(
                [shut[:, block.first_period : block.end_period].any(axis=1) for block in self.blocks(a)]
            )
        return self._by_block[key].astype(bool, copy=False)

    def places_where(self, mask: BoolArray) -> tuple[int, ...]:
        """Places (never home) at which a (P+1,) mask is true, in ascending order."""
        return tuple(np.flatnonzero(mask[:-1]).tolist())

    def _membership(self, sets: list[frozenset[int]], width: int | None = None) -> BoolArray:
        columns = 1 + max((max(s) for s in sets if s), default=-1) if width is None else width
        table = np.zeros((len(sets) + 1, columns), bool)
        for row, members in enumerate(sets):
            table[row, list(members)] = True
        return table
