"""The search for an apprentice's cheapest itinerary at given prices, compiled.

First the cheapest way through the itinerary graph without looking at evidence. It is exact when it happens to
offer every criterion; if not, its cost-to-go bounds a second search whose labels carry the criteria met so far.
A label that has met them all needs no further search: the cost-to-go completes it.
"""

import numpy as np
from numpy.typing import NDArray

from placements_api.planning.compiled import compiled
from placements_api.planning.facts import IntArray
from placements_api.planning.model import FloatArray

NO_WAY = 1e17
LABELS = 40_000
TOLERANCE = 1e-9

Int32Array = NDArray[np.int32]


@compiled
def _cheapest_to_go(
    blocks: int,
    classes: int,
    starts: IntArray,
    step: Int32Array,
    price: FloatArray,
    steps: Int32Array,
    layers: IntArray,
    best: FloatArray,
    best_candidate: IntArray,
    to_go: FloatArray,
) -> None:
    """Fill `best` and `best_candidate` by (block, class), `to_go` by state; evidence is left out."""
    for b in range(blocks):
        for c in range(classes):
            best[b, c] = NO_WAY
            best_candidate[b, c] = -1
        for j in range(starts[b], starts[b + 1]):
            if price[j] < best[b, step[j]]:
                best[b, step[j]] = price[j]
                best_candidate[b, step[j]] = j
    for s in range(layers[blocks], layers[blocks + 1]):
        to_go[s] = 0.0
    for b in range(blocks - 1, -1, -1):
        for s in range(layers[b], layers[b + 1]):
            lowest = NO_WAY
            for c in range(classes):
                after = steps[s * classes + c]
                if after >= 0 and best[b, c] + to_go[after] < lowest:
                    lowest = best[b, c] + to_go[after]
            to_go[s] = lowest


@compiled
def _follow(
    block: int,
    state: int,
    blocks: int,
    classes: int,
    steps: Int32Array,
    best: FloatArray,
    best_candidate: IntArray,
    to_go: FloatArray,
    path: IntArray,
) -> None:
    """Complete a path from `state` in the cheapest way."""
    for b in range(block, blocks):
        lowest, chosen = NO_WAY, -1
        for c in range(classes):
            after = steps[state * classes + c]
            if after >= 0 and best[b, c] + to_go[after] < lowest:
                lowest, chosen = best[b, c] + to_go[after], c
        path[b] = best_candidate[b, chosen]
        state = steps[state * classes + chosen]


@compiled
def _worthwhile(
    blocks: int,
    classes: int,
    starts: IntArray,
    step: Int32Array,
    price: FloatArray,
    cover: IntArray,
    need: int,
    bucket_first: IntArray,
    bucket: IntArray,
) -> None:
    """Candidates by (block, class) in order of price, without those that another one beats in both ways."""
    n = 0
    for b in range(blocks):
        for c in range(classes):
            bucket_first[b * classes + c] = n
            low = n
            for j in range(starts[b], starts[b + 1]):
                if step[j] == c:
                    i = n
                    while i > low and price[bucket[i - 1]] > price[j]:
                        bucket[i] = bucket[i - 1]
                        i -= 1
                    bucket[i] = j
                    n += 1
            kept = low
            for i in range(low, n):
                offered = cover[bucket[i]] & need
                beaten = False
                for k in range(low, kept):
                    if (cover[bucket[k]] & offered) == offered:
                        beaten = True
                        break
                if not beaten:
                    bucket[kept] = bucket[i]
                    kept += 1
            n = kept
    bucket_first[blocks * classes] = n


@compiled
def _insert(
    state: int,
    cost: float,
    met: int,
    count: int,
    head: IntArray,
    following: IntArray,
    label_cost: FloatArray,
    label_met: IntArray,
) -> bool:
    """Link label `count` into the list of its state unless another label is as good; unlink what it beats."""
    previous, i = -1, head[state]
    while i >= 0:
        if label_cost[i] <= cost and (label_met[i] & met) == met:
            return False
        after = following[i]
        if cost <= label_cost[i] and (label_met[i] & met) == label_met[i]:
            if previous < 0:
                head[state] = after
            else:
                following[previous] = after
        else:
            previous = i
        i = after
    label_cost[count] = cost
    label_met[count] = met
    following[count] = head[state]
    head[state] = count
    return True


@compiled
def price_people(
    people: IntArray,
    block_count: IntArray,
    first: IntArray,
    step: Int32Array,
    cell: IntArray,
    cover: IntArray,
    cost: FloatArray,
    need: IntArray,
    graph_of: IntArray,
    graph_first: IntArray,
    graph_classes: IntArray,
    graph_layers: IntArray,
    graph_steps: Int32Array,
    most_states: int,
    factor: FloatArray,
    cell_price: FloatArray,
    ceiling: FloatArray,
    value: FloatArray,
    lower: FloatArray,
    found: IntArray,
    paths: IntArray,
) -> None:
    """Price `people`; results are by position in it.

    `ceiling`: only itineraries cheaper than this are of interest. `value`: price of the cheapest itinerary, the
    ceiling when there is none below it, NO_WAY when there is none at all. `lower`: a proven lower bound of it
    (the same, unless the search was cut off). `found` of `paths` are filled with candidates, cheapest first.
    """
    widest = first.shape[1] - 1
    keep = paths.shape[1]
    most_classes = graph_classes.max()
    best = np.empty((widest, most_classes))
    best_candidate = np.empty((widest, most_classes), np.int64)
    to_go = np.empty(most_states + 1)
    head = np.empty(most_states + 1, np.int64)
    label_cost = np.empty(LABELS)
    label_met = np.empty(LABELS, np.int64)
    label_parent = np.empty(LABELS, np.int64)
    label_candidate = np.empty(LABELS, np.int64)
    following = np.empty(LABELS, np.int64)
    bucket_first = np.empty(widest * most_classes + 1, np.int64)
    offers = np.zeros(widest + 1, np.int64)
    end_parent = np.empty(keep, np.int64)
    end_candidate = np.empty(keep, np.int64)
    end_state = np.empty(keep, np.int64)
    end_block = np.empty(keep, np.int64)
    starts = np.empty(widest + 1, np.int64)
    for q in range(len(people)):
        a = people[q]
        g = graph_of[a]
        blocks, classes = block_count[a], graph_classes[g]
        origin, end = first[a, 0], first[a, widest]
        steps = graph_steps[graph_first[g] : graph_first[g + 1]]
        layers = graph_layers[g]
        found[q] = 0
        if len(steps) == 0:
            value[q] = lower[q] = NO_WAY
            continue
        for b in range(widest + 1):
            starts[b] = first[a, b] - origin
        price = factor[a] * cost[origin:end] + cell_price[cell[origin:end]]
        own_step = step[origin:end]
        own_cover = cover[origin:end]
        _cheapest_to_go(blocks, classes, starts, own_step, price, steps, layers, best, best_candidate, to_go)
        if to_go[0] >= NO_WAY:
            value[q] = lower[q] = NO_WAY
            continue
        if to_go[0] >= ceiling[q] - TOLERANCE:
            value[q] = lower[q] = ceiling[q]
            continue
        _follow(0, 0, blocks, classes, steps, best, best_candidate, to_go, paths[q, 0])
        met = 0
        for b in range(blocks):
            met |= own_cover[paths[q, 0, b]]
        if (met & need[a]) == need[a]:
            value[q] = lower[q] = to_go[0]
            found[q] = 1
            for b in range(blocks):
                paths[q, 0, b] += origin
            continue

        needed = need[a]
        bucket = np.empty(end - origin, np.int64)
        _worthwhile(blocks, classes, starts, own_step, price, own_cover, needed, bucket_first, bucket)
        offers[blocks] = 0
        for b in range(blocks - 1, -1, -1):
            offers[b] = offers[b + 1]
            for j in range(starts[b], starts[b + 1]):
                offers[b] |= own_cover[j]
        head[: layers[blocks + 1]] = -1
        label_cost[0] = 0.0
        label_met[0] = 0
        label_parent[0] = -1
        following[0] = -1
        head[0] = 0
        count = 1
        limit = ceiling[q]
        ends = 0
        cut = False
        for b in range(blocks):
            if cut:
                break
            for s in range(layers[b], layers[b + 1]):
                label = head[s]
                while label >= 0:
                    for c in range(classes):
                        after = steps[s * classes + c]
                        if after < 0:
                            continue
                        reach = label_cost[label] + to_go[after]
                        for i in range(bucket_first[b * classes + c], bucket_first[b * classes + c + 1]):
                            j = bucket[i]
                            if reach + price[j] >= limit - TOLERANCE:
                                break
                            now = (label_met[label] | own_cover[j]) & needed
                            if ((now | offers[b + 1]) & needed) != needed:
                                continue
                            if now == needed:
                                limit = reach + price[j]
                                slot = ends % keep
                                end_parent[slot] = label
                                end_candidate[slot] = j
                                end_state[slot] = after
                                end_block[slot] = b
                                ends += 1
                            elif count < LABELS:
                                if _insert(
                                    after,
                                    label_cost[label] + price[j],
                                    now,
                                    count,
                                    head,
                                    following,
                                    label_cost,
                                    label_met,
                                ):
                                    label_parent[count] = label
                                    label_candidate[count] = j
                                    count += 1
                            else:
                                cut = True
                    label = following[label]
        value[q] = limit if limit < NO_WAY else NO_WAY
        lower[q] = to_go[0] if cut else value[q]
        found[q] = min(ends, keep)
        for k in range(found[q]):
            slot = (ends - 1 - k) % keep
            b = end_block[slot]
            paths[q, k, b] = end_candidate[slot]
            _follow(b + 1, end_state[slot], blocks, classes, steps, best, best_candidate, to_go, paths[q, k])
            label = end_parent[slot]
            while b > 0:
                b -= 1
                paths[q, k, b] = label_candidate[label]
                label = label_parent[label]
            for b in range(blocks):
                paths[q, k, b] += origin
