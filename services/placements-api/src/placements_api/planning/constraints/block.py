"""What a block of the pattern allows: home or hosted, kinds, sectors, opening times."""

from collections.abc import Iterable

import numpy as np

from placements_api.planning.constraints.registry import Form, PathLimit, cell_rule, path_rule
from placements_api.planning.facts import BoolArray, Facts
from placements_api.planning.problem import Stay

ANYWHERE = np.True_


@path_rule(
    "one-setting",
    "give every apprentice exactly one setting (or home) in every block",
    "Scoping report: rotations of the nine programmes",
)
def one_setting(facts: Facts, a: int) -> Iterable[PathLimit]:
    yield PathLimit("one-setting", Form.EVERY_BLOCK)


@cell_rule(
    "block-stay",
    "keep home blocks at the home employer and hosted blocks with a host",
    "Scoping report: Leeds (home employer and partners), Herefordshire",
)
def block_stay(facts: Facts, a: int) -> BoolArray:
    stays = [block.stay for block in facts.blocks(a)]
    at_home = np.array([stay is not Stay.HOSTED for stay in stays])
    hosted = np.array([stay is not Stay.HOME for stay in stays])
    return np.where(facts.is_home, at_home[:, None], hosted[:, None])


@path_rule(
    "home-blocks",
    "spend the agreed number of blocks at the home employer",
    "Scoping report: Leeds (20-week module and four weeks at home)",
)
def home_blocks(facts: Facts, a: int) -> Iterable[PathLimit]:
    pattern = facts.problem.patterns[facts.apprentice(a).pattern]
    yield PathLimit("home-blocks", Form.HOME_BLOCKS, count=pattern.home_blocks)


@cell_rule(
    "block-kind",
    "use a kind of setting that the block is meant for",
    "Scoping report: Lincolnshire (acute, community, mental health, social care)",
)
def block_kind(facts: Facts, a: int) -> BoolArray:
    rows = [
        ANYWHERE if block.kinds is None else facts.is_home | np.isin(facts.kind, list(block.kinds))
        for block in facts.blocks(a)
    ]
    return np.array(np.broadcast_arrays(facts.is_home, *rows)[1:])


@cell_rule(
    "block-sector",
    "use a sector that the block is meant for",
    "Scoping report: Blackburn with Darwen (NHS and council by turns)",
)
def block_sector(facts: Facts, a: int) -> BoolArray:
    rows = [
        ANYWHERE if block.sectors is None else facts.is_home | np.isin(facts.sector, list(block.sectors))
        for block in facts.blocks(a)
    ]
    return np.array(np.broadcast_arrays(facts.is_home, *rows)[1:])


@cell_rule(
    "setting-open",
    "use a setting only in blocks for the whole of which it is open",
    "Scoping report: hosts that withdrew placements (West Sussex, Leeds)",
)
def setting_open(facts: Facts, a: int) -> BoolArray:
    return ~facts.closed(a)
