"""Which position stands for which setting, host, kind, sector, clearance and adjustment."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from placements_api.assembly.assembled import PlanSetting
from placements_api.assembly.rotation import Timeline
from placements_api.host_settings.schemas import Adjustment
from placements_api.organisations.kinds import Sector

ItemT = TypeVar("ItemT")

SHAPED_BY_SHIFTS = ("no_night_shifts", "fixed_hours")
"""Adjustments of which a setting's shift pattern says whether they can be made."""
ADJUSTMENTS = (*SHAPED_BY_SHIFTS, *(each.value for each in Adjustment))


@dataclass(frozen=True)
class Positions:
    settings: tuple[PlanSetting, ...]
    timeline: Timeline

    @cached_property
    def kinds(self) -> tuple[frozenset[str], ...]:
        """Kinds of setting, those first that count as one."""
        merged = self.timeline.merged
        taken = {kind for group in merged for kind in group}
        named = {setting.row.kind for setting in self.settings} | set(self.timeline.required_kinds)
        return (*merged, *(frozenset({kind}) for kind in sorted(named - taken)))

    @cached_property
    def kind_at(self) -> dict[str, int]:
        return {kind: n for n, group in enumerate(self.kinds) for kind in group}

    @cached_property
    def sectors(self) -> tuple[Sector, ...]:
        return tuple(Sector)

    @cached_property
    def sector_at(self) -> dict[Sector, int]:
        return _places_of(self.sectors)

    @cached_property
    def hosts(self) -> tuple[UUID, ...]:
        return tuple(dict.fromkeys(setting.row.organisation_id for setting in self.settings))

    @cached_property
    def host_at(self) -> dict[UUID, int]:
        return _places_of(self.hosts)

    @cached_property
    def clearances(self) -> tuple[str, ...]:
        return tuple(sorted({code for setting in self.settings for code in setting.row.clearances}))

    @cached_property
    def clearance_at(self) -> dict[str, int]:
        return _places_of(self.clearances)

    @cached_property
    def adjustment_at(self) -> dict[str, int]:
        return _places_of(ADJUSTMENTS)

    @cached_property
    def setting_at(self) -> dict[UUID, int]:
        return {setting.id: n for n, setting in enumerate(self.settings)}


def _places_of(items: Sequence[ItemT]) -> dict[ItemT, int]:
    return {item: n for n, item in enumerate(items)}
