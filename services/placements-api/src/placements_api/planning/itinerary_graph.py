"""The rules of one itinerary as a layered graph: which kinds of step may follow which.

A *token* is a group of places that a rule counts (a kind, a host, a sector ...); a *class* is a set of places
with the same tokens. A state is "these tokens have been met, so many blocks were at home"; a step takes one
class or goes home. Apprentices with the same rules share one graph; evidence stays outside, because its
states would be too many.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from placements_api.planning.constraints.registry import Form, PathLimit
from placements_api.planning.facts import BoolArray, IntArray
from placements_api.planning.problem import HOME, Block, Stay

_TOKEN_BITS = 56
_SHARED_TOKENS = 16
STATE_LIMIT = 200_000


class ItineraryTooFree(ValueError):
    """The variety rules of a pattern allow more combinations than the pricing can hold."""


@dataclass(frozen=True, slots=True)
class Graph:
    """`steps[state, class]`: next state or -1, the last column is home. Layer b: `layers[b]:layers[b+1]`.

    Only states from which the last layer can be reached are kept; without any, there is no itinerary.
    """

    steps: NDArray[np.int32]
    layers: IntArray

    @property
    def is_empty(self) -> bool:
        return len(self.steps) == 0


@dataclass(frozen=True, slots=True)
class PathSpec:
    """What the limits of one apprentice come to. `tokens[p]`: bits of each place, home last (always 0)."""

    tokens: IntArray
    once: int
    required: int
    order: tuple[tuple[int, int], ...]
    home_blocks: int
    coverage: tuple[tuple[int, ...], ...]

    @property
    def key(self) -> tuple[bytes, int, int, tuple[tuple[int, int], ...], int]:
        return np.unique(self.tokens[:-1]).tobytes(), self.once, self.required, self.order, self.home_blocks


def read_limits(limits: Sequence[PathLimit], usable: BoolArray) -> PathSpec:
    """Turn path limits into tokens. `usable`: (P+1,) the places that the apprentice can have at all."""
    groups: dict[tuple[int, ...], int] = {}
    once = required = 0
    home_blocks = sum(limit.count for limit in limits if limit.form is Form.HOME_BLOCKS)
    order: list[tuple[int, int]] = []
    coverage: list[tuple[int, ...]] = []

    def bit(places: tuple[int, ...]) -> int:
        return 1 << groups.setdefault(places, len(groups))

    at_most = [limit.places for limit in limits if limit.form is Form.AT_MOST_ONCE]
    if len(at_most) > _SHARED_TOKENS:
        at_most = _without_implied(at_most, usable)
    for places in at_most:
        once |= bit(places)
    for limit in limits:
        if limit.form is Form.AT_LEAST_ONCE and limit.rule == "evidence-breadth":
            coverage.append(limit.places)
        elif limit.form is Form.AT_LEAST_ONCE:
            required |= bit(limit.places)
        elif limit.form is Form.ONLY_AFTER:
            order.append((bit(limit.earlier), bit(limit.places)))
    if len(groups) > _TOKEN_BITS:
        raise ItineraryTooFree(f"{len(groups)} groups of places are counted for one apprentice")
    tokens = np.zeros(len(usable), np.int64)
    for places, position in groups.items():
        tokens[list(places)] |= 1 << position
    return PathSpec(tokens, once, required, tuple(order), home_blocks, tuple(coverage))


def _without_implied(groups: list[tuple[int, ...]], usable: BoolArray) -> list[tuple[int, ...]]:
    """Drop "at most once" groups that lie inside another one, as far as this apprentice can go."""
    reachable = {tuple(p for p in places if usable[p]) for places in groups}
    ordered = sorted((places for places in reachable if places), key=lambda places: (-len(places), places))
    kept: list[tuple[int, ...]] = []
    for places in ordered:
        if not any(set(places) <= set(other) for other in kept):
            kept.append(places)
    return kept


def build_graph(spec: PathSpec, blocks: Sequence[Block]) -> Graph:
    """Every state that can be reached and from which the rotation can be completed."""
    classes = np.unique(spec.tokens[:-1])
    layers = [np.zeros(1, np.int64)]
    steps: list[NDArray[np.int64]] = []
    for block in blocks:
        following = _following(layers[-1], classes, spec, block)
        states = np.unique(following[following >= 0])
        if len(states) > STATE_LIMIT:
            raise ItineraryTooFree(f"{len(states)} combinations of places visited in one block")
        steps.append(np.where(following >= 0, np.searchsorted(states, following), -1))
        layers.append(states)
    return _completable(layers, steps, spec)


def _following(states: IntArray, classes: IntArray, spec: PathSpec, block: Block) -> IntArray:
    """(states, classes + home) the key of the state after each step, -1 where the step is not allowed."""
    met = states & ((1 << _TOKEN_BITS) - 1)
    homes = states >> _TOKEN_BITS
    after = np.full((len(states), len(classes) + 1), -1, np.int64)
    if block.stay is not Stay.HOME:
        allowed = (met[:, None] & classes & spec.once) == 0
        for earlier, later in spec.order:
            allowed &= ((classes & later) == 0) | ((met & earlier) != 0)[:, None]
        after[:, :-1] = np.where(allowed, states[:, None] | classes, -1)
    if block.stay is not Stay.HOSTED:
        after[:, HOME] = np.where(homes < spec.home_blocks, states + (1 << _TOKEN_BITS), -1)
    return after


def _completable(layers: list[IntArray], steps: list[IntArray], spec: PathSpec) -> Graph:
    last = layers[-1]
    alive = ((last & spec.required) == spec.required) & ((last >> _TOKEN_BITS) == spec.home_blocks)
    kept = [alive]
    for step in reversed(steps):
        alive = ((step >= 0) & alive[step] if len(alive) else np.zeros_like(step, bool)).any(axis=1)
        kept.append(alive)
    kept.reverse()
    sizes = np.array([int(mask.sum()) for mask in kept], np.int64)
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    width = steps[0].shape[1]
    if not kept[0][0]:
        return Graph(np.zeros((0, width), np.int32), bounds)
    table = np.full((int(bounds[-1]), width), -1, np.int32)
    for b, step in enumerate(steps):
        renumbered = np.where(kept[b + 1], bounds[b + 1] + np.cumsum(kept[b + 1]) - 1, -1)
        table[bounds[b] : bounds[b + 1]] = np.where(step >= 0, renumbered[step], -1)[kept[b]]
    return Graph(table, bounds)
