"""A scenario with everything that it is judged by, loaded together."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.assembly.assembled import Assembled, CellKey, Where
from placements_api.assembly.assumed import assume, assumptions_of
from placements_api.assembly.build import assemble
from placements_api.assembly.sources import Sources, load_sources
from placements_api.planning.changes import change_for
from placements_api.planning.problem import UNPLACED, Plan
from placements_api.planning.recheck import (
    Violation,
    count_load,
    load_points,
    own_points,
    recheck_apprentice,
    recheck_loads,
)
from placements_api.programmes.models import Cohort
from placements_api.scenarios.assumptions import ASSUMPTIONS, AnyAssumption
from placements_api.scenarios.cells import Cells, load_cells, load_cells_of
from placements_api.scenarios.models import Scenario
from placements_api.scenarios.problems import CohortNotPlannable
from placements_api.scenarios.queries import find_plan_in_force
from placements_api.scenarios.schemas import RemedyRead, ViolationRead
from placements_api.wording.remedies import assumption_sentence, remedy_sentence
from placements_api.wording.violations import violation_sentence

_OF_THE_WHOLE_WAY = frozenset({"home-blocks", "kinds-required", "sectors-required", "evidence-breadth"})
_OF_EVERYBODY = frozenset({"setting-minimum", "enough-or-none", "sector-share"})


@dataclass(frozen=True, slots=True)
class _Judged:
    """One person's way, whatever the others do."""

    violations: list[Violation]
    points: Counter[str]


@dataclass(frozen=True)
class Bench:
    """What is judged is judged once, and after moves only for those who were moved: it is the engine's re-check, person
    by person."""

    scenario: Scenario
    assembled: Assembled
    cells: Cells
    _before: "Bench | None" = None
    _moved: frozenset[int] = frozenset()

    @cached_property
    def plan(self) -> Plan:
        if self._before is None:
            return self.assembled.plan(self.cells.where)
        return tuple(
            self.assembled.itinerary(a, self.cells.where) if a in self._moved else row
            for a, row in enumerate(self._before.plan)
        )

    @cached_property
    def _ways(self) -> list[_Judged]:
        if self._before is None:
            return [self._judge(a) for a in range(len(self.plan))]
        return [self._judge(a) if a in self._moved else way for a, way in enumerate(self._before._ways)]

    def _judge(self, a: int) -> _Judged:
        problem, itinerary = self.assembled.problem, self.plan[a]
        return _Judged(recheck_apprentice(problem, a, itinerary), own_points(problem, a, itinerary))

    @cached_property
    def _load(self) -> Counter[tuple[int, int]]:
        """Periods are blocks."""
        if self._before is None:
            return count_load(self.assembled.problem, self.plan)
        load = self._before._load.copy()
        for a in self._moved:
            load.subtract((place, b) for b, place in enumerate(self._before.plan[a]) if place >= 0)
            load.update((place, b) for b, place in enumerate(self.plan[a]) if place >= 0)
        return load

    @cached_property
    def points(self) -> dict[str, int]:
        """By rule."""
        problem = self.assembled.problem
        costs: Counter[str] = Counter()
        for way in self._ways:
            costs.update(way.points)
        costs["spread"], costs["company"] = load_points(problem, self._load)
        worst = max((way.points.total() for way in self._ways), default=0)
        costs["fairness"] = problem.weights.fairness * worst
        return dict(costs)

    @cached_property
    def unplaced(self) -> int:
        return sum(row.count(UNPLACED) for row in self.plan)

    @cached_property
    def violations(self) -> tuple[Violation, ...]:
        """Broken rules of who is placed: what is not finished is not broken yet."""
        incomplete = {a for a, row in enumerate(self.plan) if UNPLACED in row}
        own = [violation for way in self._ways for violation in way.violations]
        return tuple(
            violation
            for violation in [*own, *recheck_loads(self.assembled.problem, self._load)]
            if violation.rule != "one-setting"
            and not (violation.rule in _OF_THE_WHOLE_WAY and violation.apprentice in incomplete)
            and not (violation.rule in _OF_EVERYBODY and incomplete)
        )

    @property
    def total_points(self) -> int:
        return sum(self.points.values())

    @property
    def cost(self) -> int | None:
        """None while nobody is placed."""
        return self.total_points if self.cells.where else None

    def moved(self, places: Mapping[CellKey, Where], emptied: Collection[CellKey] = ()) -> "Bench":
        """The same after moves, and with nobody in the emptied cells."""
        where = {key: place for key, place in {**self.cells.where, **places}.items() if key not in emptied}
        moved = {self.assembled.person_at[enrolment_id] for enrolment_id, _ in [*places, *emptied]}
        cells = Cells(where, self.cells.pinned & where.keys())
        return Bench(self.scenario, self.assembled, cells, self, frozenset(moved))

    def fresh_violations(self, before: "Bench") -> tuple[Violation, ...]:
        """What is broken here and was not, or less, before."""
        known = Counter({replace(each, amount=0): each.amount for each in before.violations})
        return tuple(each for each in self.violations if each.amount > known[replace(each, amount=0)])

    def violation_read(self, violation: Violation) -> ViolationRead:
        at, a = self.assembled, violation.apprentice
        place = violation.place if violation.place is not None and violation.place >= 0 else None
        return ViolationRead(
            rule=violation.rule,
            sentence=violation_sentence(at, violation),
            enrolment_id=None if a is None else at.people[a].id,
            block=violation.block if violation.block is not None else violation.period,
            setting_id=None if place is None else at.settings[place].id,
            remedy=self.remedy_for([violation]),
        )

    def remedy_for(self, violations: Sequence[Violation]) -> RemedyRead | None:
        """What together would make them none; None where nobody may change one of the rules."""
        problem = self.assembled.problem
        found = [change_for(problem, violation) for violation in violations]
        made = list(dict.fromkeys(change for changes in found for change in changes or ()))
        if not made or any(changes is None for changes in found):
            return None
        agreed = assumptions_of(self.assembled, problem, made)
        if any(each.kind == "unpin" and self._has_begun(each) for each in agreed):
            return None
        return RemedyRead(sentence=remedy_sentence(self.assembled, agreed), changes=agreed, verified=None)

    def _has_begun(self, assumption: AnyAssumption) -> bool:
        if assumption.kind != "unpin":
            return False
        return (self.assembled.person_at[assumption.enrolment_id], assumption.block) in self.assembled.began


def assumed_of(scenario: Scenario) -> list[AnyAssumption]:
    return ASSUMPTIONS.validate_python([each["change"] for each in scenario.assumptions])


def assumption_document(assembled: Assembled, assumption: AnyAssumption) -> dict[str, Any]:
    """As a scenario keeps it, with the sentence of the moment."""
    sentence = assumption_sentence(assembled, assumption)
    return {"id": str(uuid4()), "sentence": sentence, "change": assumption.model_dump(mode="json")}


async def assemble_cohort(
    session: AsyncSession, cohort: Cohort, cells: Cells, assumed: Iterable[AnyAssumption]
) -> Assembled:
    """Raises CohortNotPlannable."""
    sources = await load_sources(session, cohort.partnership_id, cohort)
    if sources is None or not sources.programme.rotation.get("blocks"):
        raise CohortNotPlannable("Its programme is not known here yet. Wait a moment, and try again.")
    in_force = await find_plan_in_force(session, cohort.partnership_id, cohort.id)
    standing = None if in_force is None else await load_cells_of(session, cohort.partnership_id, in_force.scenario_id)
    return _assemble(sources, cells, assumed, None if standing is None else standing.where)


def assume_more(at: Assembled, cells: Cells, assumed: Iterable[AnyAssumption]) -> Assembled:
    """Out of the records that `at` was made of, whatever became of them since: settings keep their positions, and so
    do people but for those who leave. That is how to read a plan that was computed meanwhile."""
    in_force = at.problem.plan_in_force
    return _assemble(at.sources, cells, assumed, None if in_force is None else at.cells(in_force))


def _assemble(
    sources: Sources, cells: Cells, assumed: Iterable[AnyAssumption], in_force: Mapping[CellKey, Where] | None
) -> Assembled:
    made = list(assumed)
    gone = {each.enrolment_id for each in made if each.kind == "leaves"}
    if gone:
        sources = replace(sources, people=[row for row in sources.people if row.enrolment_id not in gone])
    assembled = assume(assemble(sources, cells.pins(), cells.settings()), made)
    if in_force is None:
        return assembled
    return replace(assembled, problem=replace(assembled.problem, plan_in_force=assembled.plan(in_force)))


async def open_bench(session: AsyncSession, scenario: Scenario, cohort: Cohort) -> Bench:
    """Raises CohortNotPlannable."""
    cells = await load_cells(session, scenario)
    assembled = await assemble_cohort(session, cohort, cells, assumed_of(scenario))
    known = {person.id for person in assembled.people}
    kept = {key: where for key, where in cells.where.items() if key[0] in known}
    return Bench(scenario, assembled, Cells(kept, cells.pinned & kept.keys()))
