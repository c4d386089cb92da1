"""A programme's rotation as blocks on days, with what the blocks together ask for. Pure.

Where the order is free (or half of a cohort starts in each of two), the placement blocks become slots: each slot takes
any of the placements, and each placement has to come once. The k-th slot is as long as the k-th placement block.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from placements_api.organisations.kinds import Sector
from placements_api.planning.problem import Stay
from placements_api.programmes.rotation import Rotation, RotationBlock, SectorRule

Kinds = frozenset[str] | None
"""Kinds of setting that will do; None: all."""
Sectors = frozenset[Sector] | None


@dataclass(frozen=True, slots=True)
class PlanBlock:
    """A block on days, both included. `is_slot`: any of the placements that may come in any order."""

    number: int
    name: str
    kind: Literal["induction", "training", "placement"]
    starts_on: date
    weeks: int
    stay: Stay
    kinds: Kinds
    sectors: Sectors
    is_slot: bool

    @property
    def ends_on(self) -> date:
        return self.starts_on + timedelta(weeks=self.weeks, days=-1)

    @property
    def is_hosted(self) -> bool:
        return self.stay is not Stay.HOME


@dataclass(frozen=True, slots=True)
class Timeline:
    """`demands`: the placements that may come in any order. `home_blocks`: blocks at home, wherever they come.
    `merged`: kinds of setting of which one stands for all. `halves`: sectors that half of the cohort starts in."""

    blocks: tuple[PlanBlock, ...]
    demands: tuple[RotationBlock, ...]
    home_blocks: int
    required_kinds: frozenset[str]
    required_sectors: frozenset[Sector]
    merged: tuple[frozenset[str], ...]
    halves: Sector | None
    places_differ: bool
    """No setting can serve two blocks of one person."""

    @property
    def slots(self) -> tuple[PlanBlock, ...]:
        return tuple(block for block in self.blocks if block.is_slot)

    @property
    def hosted(self) -> tuple[PlanBlock, ...]:
        return tuple(block for block in self.blocks if block.is_hosted)

    @property
    def ends_on(self) -> date:
        return self.blocks[-1].ends_on

    def name_of(self, block: PlanBlock, kind: str | None, sector: Sector | None) -> str:
        """What the block is called for somebody in a setting of the kind, None: with the employer. Where placements
        come in any order, it has the name of the one that is spent there."""
        if block.is_slot:
            for demand in self.demands:
                at_home = demand.location != "hosted"
                fits = demand.sector in {None, sector} and (not demand.setting_kinds or kind in demand.setting_kinds)
                if at_home if kind is None else not at_home and fits:
                    return demand.name
        return block.name

    def takes(self, kind: str, sector: Sector) -> bool:
        """Whether some block can be spent in such a setting."""
        return any(
            (block.kinds is None or kind in block.kinds) and (block.sectors is None or sector in block.sectors)
            for block in self.hosted
        )


def lay_out(rotation: Rotation, starts_on: date) -> Timeline:
    """Put the rotation on the days from `starts_on`."""
    placements = [block for block in rotation.blocks if block.kind == "placement"]
    demands = tuple(placements) if rotation.ordering != "ordered" and len(placements) > 1 else ()
    blocks: list[PlanBlock] = []
    day = starts_on
    for number, block in enumerate(rotation.blocks):
        nth_slot = 1 + sum(before.is_slot for before in blocks)
        blocks.append(_block(number, nth_slot, block, day, demands))
        day += timedelta(weeks=block.length_weeks)
    hosted = [demand for demand in demands if demand.location == "hosted"]
    required_kinds, required_sectors, merged, told_apart = _required(hosted)
    return Timeline(
        blocks=tuple(blocks),
        demands=demands,
        home_blocks=sum(block.location != "hosted" for block in rotation.blocks),
        required_kinds=required_kinds,
        required_sectors=required_sectors,
        merged=merged,
        halves=_halved_sector(demands) if rotation.ordering == "half_and_half" else None,
        places_differ=told_apart if demands else _have_no_kind_in_common(placements),
    )


def _block(number: int, nth_slot: int, block: RotationBlock, day: date, demands: Sequence[RotationBlock]) -> PlanBlock:
    is_slot = block.kind == "placement" and bool(demands)
    served = [demand for demand in demands if demand.location == "hosted"] if is_slot else [block]
    if not is_slot:
        stay = Stay.HOSTED if block.location == "hosted" else Stay.HOME
    elif not served:
        stay = Stay.HOME
    else:
        stay = Stay.HOSTED if len(served) == len(demands) else Stay.EITHER
    kinds: Kinds = None
    sectors: Sectors = None
    if all(each.setting_kinds for each in served):
        kinds = frozenset(kind for each in served for kind in each.setting_kinds)
    if all(each.sector for each in served):
        sectors = frozenset(each.sector for each in served if each.sector)
    name = f"Placement {nth_slot}" if is_slot else block.name
    return PlanBlock(number, name, block.kind, day, block.length_weeks, stay, kinds, sectors, is_slot)


def _required(
    hosted: Sequence[RotationBlock],
) -> tuple[frozenset[str], frozenset[Sector], tuple[frozenset[str], ...], bool]:
    """What makes each of the placements come once: by its kind, by its sector, or by its kinds taken as one.

    The last part says whether that tells all of them apart; equal placements cannot be and need not be.
    """
    uses = Counter(kind for demand in hosted for kind in set(demand.setting_kinds))
    sectors = Counter(demand.sector for demand in hosted)
    any_kind = any(not demand.setting_kinds for demand in hosted)
    kinds: set[str] = set()
    required_sectors: set[Sector] = set()
    merged: list[frozenset[str]] = []
    told_apart = True
    for demand in hosted:
        own = set(demand.setting_kinds)
        alone = bool(own) and not any_kind and all(uses[kind] == 1 for kind in own)
        if alone and len(own) == 1:
            kinds |= own
        elif demand.sector is not None and sectors[demand.sector] == 1:
            required_sectors.add(demand.sector)
        elif alone:
            merged.append(frozenset(own))
            kinds.add(min(own))
        else:
            told_apart = False
    return frozenset(kinds), frozenset(required_sectors), tuple(merged), told_apart


def _have_no_kind_in_common(placements: Sequence[RotationBlock]) -> bool:
    hosted = [set(block.setting_kinds) for block in placements if block.location == "hosted"]
    return len(hosted) < 2 or (all(hosted) and len(set().union(*hosted)) == sum(len(kinds) for kinds in hosted))


def _halved_sector(demands: Sequence[RotationBlock]) -> Sector | None:
    """The sector in whose settings half of the cohort starts; None where sectors do not tell the halves apart."""
    hosted = [demand.sector for demand in demands if demand.location == "hosted"]
    if not hosted or hosted[0] is None or len(set(hosted)) < len(hosted):
        return None
    return hosted[0]


@dataclass(frozen=True, slots=True)
class Variant:
    """What is different in the rotation of some people: where they start, and slots in which home is not for them."""

    first_sector: Sector | None = None
    not_home: frozenset[int] = frozenset()


def variant_for(
    timeline: Timeline, rules: Sequence[SectorRule], first_sector: Sector | None, age_on_starts: Sequence[int]
) -> Variant:
    """`age_on_starts`: whole years on the first day of each block."""
    slots = timeline.slots
    if not slots:
        return Variant()
    minimum = {rule.sector: rule.minimum_age for rule in rules}
    ages = [minimum.get(each.sector, 0) if each.sector else 0 for each in timeline.demands if each.location != "hosted"]
    too_young = frozenset(slot.number for slot in slots if ages and age_on_starts[slot.number] < min(ages))
    offered = {demand.sector for demand in timeline.demands}
    return Variant(first_sector if first_sector in offered else None, too_young)


def blocks_of(timeline: Timeline, variant: Variant) -> tuple[PlanBlock, ...]:
    """The blocks as they are for people of the variant."""
    slots = timeline.slots
    return tuple(_as_for(block, slots, timeline.demands, variant) for block in timeline.blocks)


def _as_for(
    block: PlanBlock, slots: Sequence[PlanBlock], demands: Sequence[RotationBlock], variant: Variant
) -> PlanBlock:
    if block.is_slot and variant.first_sector is not None and block.number == slots[0].number:
        block = _starting_in(block, demands, variant.first_sector)
    if block.number in variant.not_home and block.stay is Stay.EITHER:
        return replace(block, stay=Stay.HOSTED)
    return block


def _starting_in(block: PlanBlock, demands: Sequence[RotationBlock], sector: Sector) -> PlanBlock:
    of_sector = [demand for demand in demands if demand.sector is sector]
    hosted = [demand for demand in of_sector if demand.location == "hosted"]
    if not hosted:
        return replace(block, stay=Stay.HOME)
    stay = Stay.HOSTED if len(hosted) == len(of_sector) else Stay.EITHER
    return replace(block, stay=stay, sectors=frozenset({sector}))
