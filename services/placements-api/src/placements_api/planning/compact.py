"""The whole problem as one integer program with a variable for each candidate: exact, for small cohorts.

Up to about fifty apprentices HiGHS proves the optimum in seconds. Beyond that the program only serves to be
compared with.
"""

import numpy as np

from placements_api.planning.constraints.registry import PATH_RULES, Form, PathLimit
from placements_api.planning.facts import Facts, IntArray
from placements_api.planning.highs import INFINITY, LinearProgram
from placements_api.planning.model import LoadRows, Model
from placements_api.planning.problem import HOME

EXACT_AS_LAST_RESORT = 60_000
"""Candidates up to which the program is worth trying when nothing else has found a plan."""


class CompactProgram:
    """Candidates are the first columns, in the order of the model."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.program = LinearProgram()
        self.program.add_columns(model.cost, integer=True)
        self._one_candidate_each_block()
        self._paths()
        self._loads()
        self._fairness()

    def table(self, values: np.typing.NDArray[np.float64]) -> IntArray:
        """(A, B) candidates chosen in a solution."""
        model = self.model
        chosen = np.flatnonzero(values[: len(model.place)] > 0.5)
        table = np.full((model.apprentice_count, model.widest), -1, np.int64)
        flat = model.first[:, :-1].ravel()
        slot = np.searchsorted(flat, chosen, side="right") - 1
        table.ravel()[slot] = chosen
        return table

    def _one_candidate_each_block(self) -> None:
        model = self.model
        inside = np.arange(model.widest) < model.block_count[:, None]
        starts, ends = model.first[:, :-1][inside], model.first[:, 1:][inside]
        rows = self.program.add_rows(np.ones(len(starts)), 1.0)
        self.program.add_entries(np.repeat(rows, ends - starts), np.arange(len(model.place)))

    def _paths(self) -> None:
        facts = Facts(self.model.problem)
        for a in range(self.model.apprentice_count):
            candidates = np.arange(self.model.first[a, 0], self.model.first[a, -1])
            places = self.model.place[candidates]
            for rule in PATH_RULES.values():
                for limit in rule.limits(facts, a):
                    self._path(a, limit, candidates, places)

    def _path(self, a: int, limit: PathLimit, candidates: IntArray, places: IntArray) -> None:
        visiting = candidates[np.isin(places, limit.places)]
        match limit.form:
            case Form.AT_MOST_ONCE if len(visiting) > 1:
                self.program.add_row(visiting, 1.0, -INFINITY, 1.0)
            case Form.AT_LEAST_ONCE:
                self.program.add_row(visiting, 1.0, 1.0, INFINITY)
            case Form.HOME_BLOCKS:
                at_home = candidates[places == HOME]
                self.program.add_row(at_home, 1.0, limit.count, limit.count)
            case Form.ONLY_AFTER:
                block = np.searchsorted(self.model.first[a, 1:], candidates, side="right")
                for b in range(int(self.model.block_count[a])):
                    now = candidates[np.isin(places, limit.places) & (block == b)]
                    before = candidates[np.isin(places, limit.earlier) & (block < b)]
                    if len(now):
                        signs = np.concatenate([np.ones(len(before)), -np.ones(len(now))])
                        self.program.add_row(np.concatenate([before, now]), signs, 0.0, INFINITY)

    def _loads(self) -> None:
        model, program, loads = self.model, self.program, self.model.rows
        column, row = model.rows_of(model.cell)
        order = np.argsort(row, kind="stable")
        bounds = np.searchsorted(row[order], np.arange(len(loads) + 1))
        for r in range(len(loads)):
            columns = column[order[bounds[r] : bounds[r + 1]]]
            if len(columns) or loads.least[r]:
                add_load_row(program, loads, r, columns)

    def _fairness(self) -> None:
        model = self.model
        if not model.fairness:
            return
        worst = self.program.add_columns(model.fairness, INFINITY)[0]
        rows = self.program.add_rows(np.zeros(model.apprentice_count), INFINITY)
        self.program.add_entries(rows, worst)
        self.program.add_entries(rows[model.owner], np.arange(len(model.cost)), -model.cost)


def add_load_row(program: LinearProgram, rows: LoadRows, r: int, columns: IntArray, missing: float = INFINITY) -> None:
    """Limits and prices of load row r over `columns`; a head that a minimum lacks costs `missing`."""
    least, most = int(rows.least[r]), int(rows.most[r])
    tolerant = missing < INFINITY
    if least > 0 and tolerant:
        lacking = program.add_columns(missing, INFINITY)
        program.add_row(np.concatenate([columns, lacking]), 1.0, least, INFINITY)
        least = 0
    if least > 0 or len(columns) > most:
        program.add_row(columns, 1.0, least if least > 0 else -INFINITY, most)
    if not len(columns):
        return
    if rows.points_above[r] and len(columns) > rows.above[r]:
        excess = program.add_columns(float(rows.points_above[r]), INFINITY)
        signs = np.append(np.ones(len(columns)), -1.0)
        program.add_row(np.concatenate([columns, excess]), signs, -INFINITY, float(rows.above[r]))
    if rows.one_waits[r] and rows.points_alone[r]:
        lonely = program.add_columns(float(rows.points_alone[r]), 1.0)
        program.add_row(np.concatenate([columns, lonely]), 1.0, 1.0, INFINITY)
    elif rows.opens_with[r] > 1 or rows.points_alone[r]:
        _add_opening(program, rows, r, columns, missing)


def _add_opening(program: LinearProgram, rows: LoadRows, r: int, columns: IntArray, missing: float) -> None:
    """A switch that is on when anybody is there, for what depends on it."""
    heads = np.ones(len(columns))
    opened = program.add_columns(0.0, 1.0, integer=True)
    program.add_row(np.concatenate([columns, opened]), np.append(heads, -float(rows.most[r])), -INFINITY, 0.0)
    if rows.opens_with[r] > 1:
        lacking = program.add_columns(missing, INFINITY) if missing < INFINITY else np.zeros(0, np.int64)
        signs = np.concatenate([heads, [-float(rows.opens_with[r])], np.ones(len(lacking))])
        program.add_row(np.concatenate([columns, opened, lacking]), signs, 0.0, INFINITY)
    if rows.points_alone[r]:
        lonely = program.add_columns(float(rows.points_alone[r]), 1.0)
        signs = np.append(heads, [-2.0, 1.0])
        program.add_row(np.concatenate([columns, opened, lonely]), signs, 0.0, INFINITY)
