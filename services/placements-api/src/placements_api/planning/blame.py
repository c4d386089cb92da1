"""A CP-SAT model of some people in which every rule has a name and a switch, to find out which rules conflict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from ortools.sat.python import cp_model

from placements_api.planning import constraints as _families
from placements_api.planning.constraints.registry import CELL_RULES, LOAD_RULES, PATH_RULES, Form, PathLimit
from placements_api.planning.facts import Facts
from placements_api.planning.problem import HOME, UNPLACED, Plan, Problem

_ = _families
STRUCTURE = frozenset({"one-setting", "block-stay"})
"""Rules that say what a rotation is; no conflict is ever put down to them."""


@dataclass(frozen=True, slots=True, order=True)
class Culprit:
    """One named rule: for an apprentice, or for a place, host, mentor or share (`subject`) in a period."""

    rule: str
    apprentice: int = -1
    subject: int = -1
    period: int = -1


class Undecided(RuntimeError):
    """The solver could not tell within its time."""


class BlameModel:
    """`people` must be placed; the others are left out, so limits that need them are only kept for everybody."""

    def __init__(self, problem: Problem, people: Sequence[int]) -> None:
        self.problem, self.people = problem, tuple(people)
        self.model: Any = cp_model.CpModel()
        self.switches: dict[Culprit, Any] = {}
        self._cells: dict[int, dict[tuple[int, int], Any]] = {}
        self._breaches: dict[Culprit, list[tuple[Any, int]]] = {}
        facts = Facts(problem)
        for a in self.people:
            self._add_person(facts, a)
        self._add_loads(facts, everybody=len(self.people) == len(problem.apprentices))

    def find_conflict(self, culprits: Iterable[Culprit], seconds: float) -> frozenset[Culprit] | None:
        """Some of the culprits that cannot hold together; None when all of them can. Raises Undecided."""
        named = {self.switches[c].index: c for c in culprits}
        self.model.clear_assumptions()
        self.model.add_assumptions([self.switches[c] for c in named.values()])
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.cp_model_presolve = False  # with presolve the core can name literals never assumed
        solver.parameters.max_time_in_seconds = seconds
        status = solver.solve(self.model)
        if status == cp_model.INFEASIBLE:
            return frozenset(named[i] for i in solver.sufficient_assumptions_for_infeasibility())
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        raise Undecided

    def least_breach(self, kept: Iterable[Culprit], broken: Culprit, seconds: float) -> Plan | None:
        """Itineraries of the people that keep `kept` and break `broken` as little as possible; others unplaced."""
        model = self.model.clone()
        model.clear_assumptions()
        for culprit in kept:
            model.add(self.switches[culprit] == 1)
        model.add(self.switches[broken] == 0)
        model.minimize(sum(weight * variable for variable, weight in self._breaches.get(broken, [])))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = seconds
        status = solver.solve(model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        rows = []
        for a in range(len(self.problem.apprentices)):
            row = [UNPLACED] * len(self.problem.blocks_of(a))
            for (b, p), variable in self._cells.get(a, {}).items():
                if solver.boolean_value(variable):
                    row[b] = p
            rows.append(tuple(row))
        return tuple(rows)

    def _switch(self, culprit: Culprit) -> Any:
        if culprit not in self.switches:
            self.switches[culprit] = self.model.new_bool_var("")
        return self.switches[culprit]

    def _add_person(self, facts: Facts, a: int) -> None:
        model = self.model
        blocks = facts.blocks(a)
        shape = len(blocks), facts.place_count + 1
        masks = {name: np.broadcast_to(rule.allows(facts, a), shape) for name, rule in CELL_RULES.items()}
        thinkable = masks["block-stay"] & (facts.travel_minutes[a] >= 0)
        cells = self._cells[a] = {}
        for b in range(len(blocks)):
            for p in np.flatnonzero(thinkable[b]).tolist():
                cells[b, p if p < facts.place_count else HOME] = model.new_bool_var("")
            model.add_exactly_one([variable for (block, _), variable in cells.items() if block == b])
        for name, mask in masks.items():
            if name not in STRUCTURE:
                self._add_gate(facts, a, name, ~mask & thinkable)
        for rule in PATH_RULES.values():
            for limit in rule.limits(facts, a):
                if limit.rule not in STRUCTURE:
                    self._add_path(a, limit)

    def _add_gate(self, facts: Facts, a: int, rule: str, closed: np.typing.NDArray[np.bool_]) -> None:
        culprit = Culprit(rule, a)
        for b, p in zip(*(axis.tolist() for axis in np.nonzero(closed)), strict=True):
            variable = self._cells[a][b, p if p < facts.place_count else HOME]
            self.model.add_implication(self._switch(culprit), variable.negated())
            beyond = 0
            if rule == "travel-limit":
                beyond = int(facts.travel_minutes[a, p]) - facts.apprentice(a).travel_limit_minutes
            self._breaches.setdefault(culprit, []).append((variable, 1 + beyond))

    def _add_path(self, a: int, limit: PathLimit) -> None:
        cells, model = self._cells[a], self.model
        switch = self._switch(Culprit(limit.rule, a, limit.subject))
        places = set(limit.places)
        visits = [variable for (_, p), variable in cells.items() if p in places]
        match limit.form:
            case Form.AT_MOST_ONCE:
                model.add(sum(visits) <= 1).only_enforce_if(switch)
            case Form.AT_LEAST_ONCE:
                model.add_bool_or([*visits, switch.negated()])
            case Form.HOME_BLOCKS:
                at_home = [variable for (_, p), variable in cells.items() if p == HOME]
                model.add(sum(at_home) == limit.count).only_enforce_if(switch)
            case Form.ONLY_AFTER:
                earlier = set(limit.earlier)
                for b in {b for b, p in cells if p in places}:
                    now = [variable for (block, p), variable in cells.items() if block == b and p in places]
                    before = [variable for (block, p), variable in cells.items() if block < b and p in earlier]
                    model.add(sum(now) <= sum(before)).only_enforce_if(switch)

    def _add_loads(self, facts: Facts, everybody: bool) -> None:
        heads: dict[tuple[int, int], list[Any]] = {}
        for a, cells in self._cells.items():
            blocks = facts.blocks(a)
            for (b, p), variable in cells.items():
                for t in blocks[b].periods:
                    heads.setdefault((p, t), []).append(variable)
        for rule in LOAD_RULES.values():
            for limit in rule.limits(facts):
                there = [variable for p in limit.places for variable in heads.get((p, limit.period), ())]
                culprit = Culprit(limit.rule, subject=limit.subject, period=limit.period)
                if limit.most is not None and len(there) > limit.most:
                    self.model.add(sum(there) <= limit.most).only_enforce_if(self._switch(culprit))
                    excess = self.model.new_int_var(0, len(there), "")
                    self.model.add(sum(there) - excess <= limit.most)
                    self._breaches[culprit] = [(excess, 1)]
                if everybody and limit.least:
                    self.model.add(sum(there) >= limit.least).only_enforce_if(self._switch(culprit))
                    short = self.model.new_int_var(0, limit.least, "")
                    self.model.add(sum(there) + short >= limit.least)
                    self._breaches.setdefault(culprit, []).append((short, 1))
                if everybody and limit.opens_with > 1:
                    opened = self.model.new_bool_var("")
                    self.model.add(sum(there) == 0).only_enforce_if(opened.negated())
                    switch = self._switch(culprit)
                    self.model.add(sum(there) >= limit.opens_with).only_enforce_if(opened, switch)
