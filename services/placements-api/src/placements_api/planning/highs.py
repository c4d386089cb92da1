"""A sparse linear program, built from arrays and handed to HiGHS."""

from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from numpy.typing import ArrayLike, NDArray

from placements_api.planning.facts import IntArray
from placements_api.planning.model import FloatArray

INFINITY = highspy.kHighsInf


class SolverFailed(RuntimeError):
    """HiGHS stopped for a reason that is neither an answer nor a limit."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`values` is None when no solution is known; `bound` is proven for integer programs."""

    values: FloatArray | None
    row_duals: FloatArray
    objective: float
    bound: float
    optimal: bool
    infeasible: bool


@dataclass(frozen=True, slots=True)
class Arrays:
    """A program as it stands; entries are sorted by row, then column."""

    cost: FloatArray
    lower: FloatArray
    upper: FloatArray
    integer: NDArray[np.bool_]
    row_lower: FloatArray
    row_upper: FloatArray
    row: IntArray
    column: IntArray
    value: FloatArray


class LinearProgram:
    """Columns, rows and entries may be added in any order; minimised."""

    def __init__(self) -> None:
        self._columns: list[tuple[FloatArray, FloatArray, FloatArray, NDArray[np.bool_]]] = []
        self._rows: list[tuple[FloatArray, FloatArray]] = []
        self._entries: list[tuple[IntArray, IntArray, FloatArray]] = []
        self.column_count = 0
        self.row_count = 0

    def add_columns(
        self, costs: ArrayLike, upper: ArrayLike = 1.0, lower: ArrayLike = 0.0, integer: bool = False
    ) -> IntArray:
        """Positions of the new columns."""
        cost = np.atleast_1d(np.asarray(costs, np.float64))
        shape = cost.shape
        self._columns.append(
            (
                cost,
                np.broadcast_to(np.asarray(lower, np.float64), shape),
                np.broadcast_to(np.asarray(upper, np.float64), shape),
                np.full(shape, integer),
            )
        )
        self.column_count += len(cost)
        return np.arange(self.column_count - len(cost), self.column_count)

    def add_rows(self, lower: ArrayLike, upper: ArrayLike) -> IntArray:
        """Positions of the new rows."""
        low, high = np.broadcast_arrays(
            np.atleast_1d(np.asarray(lower, np.float64)), np.atleast_1d(np.asarray(upper, np.float64))
        )
        self._rows.append((low, high))
        self.row_count += len(low)
        return np.arange(self.row_count - len(low), self.row_count)

    def add_entries(self, rows: ArrayLike, columns: ArrayLike, values: ArrayLike = 1.0) -> None:
        row, column, value = np.broadcast_arrays(
            np.asarray(rows, np.int64), np.asarray(columns, np.int64), np.asarray(values, np.float64)
        )
        self._entries.append((row.ravel(), column.ravel(), value.ravel()))

    def add_row(self, columns: ArrayLike, values: ArrayLike, lower: float, upper: float) -> int:
        row = int(self.add_rows(lower, upper)[0])
        self.add_entries(row, columns, values)
        return row

    def arrays(self) -> Arrays:
        cost, lower, upper, integer = (np.concatenate(part) for part in zip(*self._columns, strict=True))
        low, high = (np.concatenate(part) for part in zip(*self._rows, strict=True))
        row, column, value = (np.concatenate(part) for part in zip(*self._entries, strict=True))
        order = np.lexsort((column, row))
        return Arrays(cost, lower, upper, integer, low, high, row[order], column[order], value[order])

    def load(self, **options: Any) -> Any:
        """A HiGHS instance with this program in it. The program may grow further there."""
        arrays = self.arrays()
        order = np.lexsort((arrays.row, arrays.column))
        column = arrays.column[order]
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = self.column_count, self.row_count
        program.col_cost_, program.col_lower_, program.col_upper_ = arrays.cost, arrays.lower, arrays.upper
        program.row_lower_, program.row_upper_ = arrays.row_lower, arrays.row_upper
        program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        program.a_matrix_.start_ = np.searchsorted(column, np.arange(self.column_count + 1)).astype(np.int32)
        program.a_matrix_.index_ = arrays.row[order].astype(np.int32)
        program.a_matrix_.value_ = arrays.value[order]
        if arrays.integer.any():
            kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
            program.integrality_ = [kinds[int(flag)] for flag in arrays.integer]
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", 1)
        for name, setting in options.items():
            solver.setOptionValue(name, setting)
        solver.passModel(program)
        return solver


def run(solver: Any) -> Answer:
    """Solve what is loaded. Raises SolverFailed; a time or node limit is an answer."""
    solver.run()
    status = solver.getModelStatus()
    known = highspy.HighsModelStatus
    infeasible = status in (known.kInfeasible, known.kUnboundedOrInfeasible)
    stopped = (known.kTimeLimit, known.kSolutionLimit, known.kInterrupt, known.kIterationLimit, known.kUnknown)
    if not infeasible and status not in (known.kOptimal, known.kObjectiveBound, *stopped):
        raise SolverFailed(solver.modelStatusToString(status))
    info = solver.getInfo()
    solution = solver.getSolution()
    feasible = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    has_values = feasible or (status == known.kUnknown and len(solution.col_value) > 0)
    return Answer(
        values=np.array(solution.col_value) if has_values else None,
        row_duals=np.array(solution.row_dual),
        objective=float(info.objective_function_value),
        bound=float(info.mip_dual_bound),
        optimal=status == known.kOptimal,
        infeasible=infeasible,
    )
