"""A planning problem with the way back: which position stands for whom, and what is not known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from placements_api.apprentices.facts import PlanningFacts
from placements_api.apprentices.models import Apprentice
from placements_api.assembly.rotation import Timeline
from placements_api.assembly.sources import Sources
from placements_api.assembly.weeks import Room, Weeks
from placements_api.host_settings.models import Setting
from placements_api.organisations.kinds import Sector
from placements_api.planning.problem import HOME, UNPLACED, Plan, Problem
from placements_api.travel.routing import TravelSource

CellKey = tuple[UUID, int]
"""Enrolment and number of the block."""
Where = UUID | None
"""A setting, or None for home. Who is nowhere yet has no entry at all."""


@dataclass(frozen=True, slots=True)
class Person:
    row: Apprentice
    facts: PlanningFacts
    employer_name: str

    @property
    def id(self) -> UUID:
        return self.row.enrolment_id

    @property
    def name(self) -> str:
        return f"{self.row.given_names} {self.row.family_name}"


@dataclass(frozen=True, slots=True)
class PlanSetting:
    row: Setting
    organisation_name: str
    room: Room
    minimum_age: int
    """The setting's own, or what the programme asks in its sector, whichever is higher."""

    @property
    def id(self) -> UUID:
        return self.row.id

    @property
    def name(self) -> str:
        return f"{self.row.name} ({self.organisation_name})"


@dataclass(frozen=True, slots=True)
class CriteriaGroup:
    """Criteria of one qualification that the same settings offer; one criterion to the engine."""

    qualification: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assembled:
    """`problem` counts people, settings, hosts, kinds, sectors, clearances, adjustments and criteria by their
    position here; its periods are the blocks. `began`: person and block of what has started. `unknown`: sentences about
    what is not on record, for the checklist."""

    sources: Sources
    timeline: Timeline
    weeks: Weeks
    problem: Problem
    people: tuple[Person, ...]
    settings: tuple[PlanSetting, ...]
    journeys_known: NDArray[np.bool_]
    travel_sources: frozenset[TravelSource]
    hosts: tuple[UUID, ...]
    kinds: tuple[frozenset[str], ...]
    sectors: tuple[Sector, ...]
    clearances: tuple[str, ...]
    adjustments: tuple[str, ...]
    criteria: tuple[CriteriaGroup, ...]
    began: frozenset[tuple[int, int]]
    unknown: tuple[str, ...]
    person_at: Mapping[UUID, int]
    setting_at: Mapping[UUID, int]

    def position_of(self, where: Where) -> int:
        """HOME, or the place; UNPLACED for a setting that is not there any more."""
        return HOME if where is None else self.setting_at.get(where, UNPLACED)

    def where(self, place: int) -> Where:
        return None if place == HOME else self.settings[place].id

    def plan(self, cells: Mapping[CellKey, Where]) -> Plan:
        """The cells as the engine sees them; who has none is nowhere."""
        return tuple(self.itinerary(a, cells) for a in range(len(self.people)))

    def itinerary(self, a: int, cells: Mapping[CellKey, Where]) -> tuple[int, ...]:
        keys = [(self.people[a].id, block.number) for block in self.timeline.blocks]
        return tuple(self.position_of(cells[key]) if key in cells else UNPLACED for key in keys)

    def cells(self, plan: Plan) -> dict[CellKey, Where]:
        """The inverse of `plan`."""
        return {
            (self.people[a].id, b): self.where(place)
            for a, itinerary in enumerate(plan)
            for b, place in enumerate(itinerary)
            if place != UNPLACED
        }

    def first_block_from(self, day: date) -> int:
        """The number of the first block that begins on the day or later; their count when there is none."""
        return next((b.number for b in self.timeline.blocks if b.starts_on >= day), len(self.timeline.blocks))
