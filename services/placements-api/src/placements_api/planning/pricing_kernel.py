"""The search for an apprentice's cheapest itinerary at given prices, compiled.

First the cheapest way through the itinerary graph without looking at evidence. It is exact when it happens to
offer every criterion; if not, its cost-to-go bounds a second search whose labels carry the criteria met so far.
A label that has met them all needs no further search: the cost-to-go completes it.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from placements_api.planning.compiled import compiled
from placements_api.planning.facts import IntArray
from placements_api.planning.model import FloatArray

NO_WAY = 1e17
LABELS = 40_000
TOLERANCE = 1e-9

Int32Array = NDArray[np.int32]


class Catalogue(NamedTuple):
    """The arrays of a model and of its graphs, laid out one after the other."""

    block_count: IntArray
    first: IntArray
    step: Int32Array
    cell: IntArray
    cover: IntArray
    need: IntArray
    graph_of: IntArray
    graph_first: IntArray
    graph_classes: IntArray
    graph_layers: IntArray
    graph_steps: Int32Array


class Question(NamedTuple):
    """By candidate `cost`, by apprentice `factor`, by cell `cell_price`, by position in `people` `ceiling`."""

    people: IntArray
    cost: FloatArray
    factor: FloatArray
    cell_price: FloatArray
    ceiling: FloatArray


class Answers(NamedTuple):
    """By position in `people`. `value`: price of the cheapest itinerary, the ceiling when there is none below
    it, NO_WAY when there is none at all. `lower`: proven not to exceed it (the same, unless the search was cut
    off). The first `found` of `paths` hold candidates, cheapest first."""

    value: FloatArray
    lower: FloatArray
    found: IntArray
    paths: IntArray


class Person(NamedTuple):
    """One apprentice: candidates of block b are `starts[b]:starts[b + 1]`, from nought."""

    blocks: int
    classes: int
    need: int
    starts: IntArray
    step: Int32Array
    cover: IntArray
    price: FloatArray
    steps: Int32Array
    layers: IntArray


class Desk(NamedTuple):
    """Room to work in, used again for every person.

    By (block, class): the `best` price and its candidate. By state: the cost `to_go` and the `head` of its list
    of labels. By label: cost, criteria met, parent, candidate, the one `following` in the list. `ends`: parent,
    candidate, state and block of the itineraries found, in a ring.
    """

    best: FloatArray
    best_candidate: IntArray
    to_go: FloatArray
    head: IntArray
    cost: FloatArray
    met: IntArray
    parent: IntArray
    candidate: IntArray
    following: IntArray
    bucket_first: IntArray
    bucket: IntArray
    offers: IntArray
    ends: IntArray


@compiled
def _cheapest_to_go(person: Person, desk: Desk) -> None:
    """Fill `best`, `best_candidate` and `to_go`; evidence is left out."""
    blocks, classes, starts, layers = person.blocks, person.classes, person.starts, person.layers
    step, price, steps = person.step, person.price, person.steps
    best, best_candidate, to_go = desk.best, desk.best_candidate, desk.to_go
    for b in range(blocks):
        for c in range(classes):
            best[b, c] = NO_WAY
            best_candidate[b, c] = -1
        for j in range(starts[b], starts[b + 1]):
            c = step[j]
            if price[j] < best[b, c]:
                best[b, c] = price[j]
                best_candidate[b, c] = j
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
def _follow(person: Person, desk: Desk, block: int, state: int, path: IntArray) -> None:
    """Complete a path from `state` in the cheapest way."""
    for b in range(block, person.blocks):
        lowest, chosen = NO_WAY, -1
        for c in range(person.classes):
            after = person.steps[state * person.classes + c]
            if after >= 0 and desk.best[b, c] + desk.to_go[after] < lowest:
                lowest, chosen = desk.best[b, c] + desk.to_go[after], c
        path[b] = desk.best_candidate[b, chosen]
        state = person.steps[state * person.classes + chosen]


@compiled
def _sort_by_price(
    low: int, high: int, wanted: int, step: Int32Array, price: FloatArray, bucket: IntArray, n: int
) -> int:
    """Append the candidates low..high of a class to the bucket, in order of price; returns its new end."""
    start = n
    for j in range(low, high):
        if step[j] == wanted:
            i = n
            while i > start and price[bucket[i - 1]] > price[j]:
                bucket[i] = bucket[i - 1]
                i -= 1
            bucket[i] = j
            n += 1
    return n


@compiled
def _fill_buckets(person: Person, desk: Desk) -> None:
    """Candidates by (block, class) without those that a cheaper one equals in evidence; what later blocks offer."""
    blocks, classes, starts, need = person.blocks, person.classes, person.starts, person.need
    step, price, cover = person.step, person.price, person.cover
    bucket, bucket_first, offers = desk.bucket, desk.bucket_first, desk.offers
    n = 0
    for b in range(blocks):
        for c in range(classes):
            bucket_first[b * classes + c] = n
            end = _sort_by_price(starts[b], starts[b + 1], c, step, price, bucket, n)
            kept = n
            for i in range(n, end):
                offered = cover[bucket[i]] & need
                beaten = False
                for k in range(n, kept):
                    if (cover[bucket[k]] & offered) == offered:
                        beaten = True
                        break
                if not beaten:
                    bucket[kept] = bucket[i]
                    kept += 1
            n = kept
    bucket_first[blocks * classes] = n
    offers[blocks] = 0
    for b in range(blocks - 1, -1, -1):
        offers[b] = offers[b + 1]
        for j in range(starts[b], starts[b + 1]):
            offers[b] |= cover[j]


@compiled
def _insert(state: int, label: int, head: IntArray, following: IntArray, cost: FloatArray, met: IntArray) -> bool:
    """Link a label into the list of its state unless another one is as good; unlink those that it beats."""
    own_cost, own_met = cost[label], met[label]
    previous, i = -1, head[state]
    while i >= 0:
        if cost[i] <= own_cost and (met[i] & own_met) == own_met:
            return False
        after = following[i]
        if own_cost <= cost[i] and (met[i] & own_met) == met[i]:
            if previous < 0:
                head[state] = after
            else:
                following[previous] = after
        else:
            previous = i
        i = after
    following[label] = head[state]
    head[state] = label
    return True


# One loop on purpose, its arrays unpacked once: passing them on for every label would double the time.
@compiled
def _extend_block(person: Person, desk: Desk, b: int, tally: IntArray, limit: float) -> float:  # noqa: C901
    """Extend all labels of block b. `tally`: labels so far, itineraries found, 1 if cut off. Returns the limit."""
    classes, steps, price, cover, need = person.classes, person.steps, person.price, person.cover, person.need
    head, following, cost, met, to_go = desk.head, desk.following, desk.cost, desk.met, desk.to_go
    bucket, bucket_first, ends, ahead = desk.bucket, desk.bucket_first, desk.ends, desk.offers[b + 1]
    parent, candidate = desk.parent, desk.candidate
    count = tally[0]
    for s in range(person.layers[b], person.layers[b + 1]):
        label = head[s]
        while label >= 0:
            for c in range(classes):
                after = steps[s * classes + c]
                if after < 0:
                    continue
                reach = cost[label] + to_go[after]
                for i in range(bucket_first[b * classes + c], bucket_first[b * classes + c + 1]):
                    j = bucket[i]
                    if reach + price[j] >= limit - TOLERANCE:
                        break
                    now = (met[label] | cover[j]) & need
                    if now == need:
                        limit = reach + price[j]
                        slot = tally[1] % ends.shape[0]
                        ends[slot, 0], ends[slot, 1], ends[slot, 2], ends[slot, 3] = label, j, after, b
                        tally[1] += 1
                    elif ((now | ahead) & need) == need:
                        if count >= LABELS:
                            tally[2] = 1
                            return limit
                        cost[count], met[count] = cost[label] + price[j], now
                        if _insert(after, count, head, following, cost, met):
                            parent[count], candidate[count] = label, j
                            count += 1
            label = following[label]
    tally[0] = count
    return limit


@compiled
def _search(person: Person, desk: Desk, ceiling: float, tally: IntArray) -> float:
    """The price of the cheapest itinerary with all the evidence below the ceiling, or the ceiling."""
    _fill_buckets(person, desk)
    desk.head[: person.layers[person.blocks + 1]] = -1
    desk.cost[0], desk.met[0], desk.parent[0], desk.following[0] = 0.0, 0, -1, -1
    desk.head[0] = 0
    tally[0], tally[1], tally[2] = 1, 0, 0
    limit = ceiling
    for b in range(person.blocks):
        if tally[2] == 0:
            limit = _extend_block(person, desk, b, tally, limit)
    return limit


@compiled
def _write_paths(person: Person, desk: Desk, found: int, ends: int, paths: IntArray) -> None:
    for k in range(found):
        slot = (ends - 1 - k) % desk.ends.shape[0]
        label, j, state, b = desk.ends[slot, 0], desk.ends[slot, 1], desk.ends[slot, 2], desk.ends[slot, 3]
        paths[k, b] = j
        _follow(person, desk, b + 1, state, paths[k])
        while b > 0:
            b -= 1
            paths[k, b] = desk.candidate[label]
            label = desk.parent[label]


@compiled
def _price_person(person: Person, desk: Desk, ceiling: float, tally: IntArray, q: int, answers: Answers) -> None:
    _cheapest_to_go(person, desk)
    to_go = desk.to_go[0]
    answers.found[q] = 0
    answers.value[q] = answers.lower[q] = min(to_go, NO_WAY)
    if to_go >= min(ceiling, NO_WAY) - TOLERANCE:
        if to_go < NO_WAY:
            answers.value[q] = answers.lower[q] = ceiling
        return
    path = answers.paths[q, 0]
    _follow(person, desk, 0, 0, path)
    met = 0
    for b in range(person.blocks):
        met |= person.cover[path[b]]
    if (met & person.need) == person.need:
        answers.found[q] = 1
        return
    limit = _search(person, desk, ceiling, tally)
    answers.value[q] = min(limit, NO_WAY)
    if tally[2] == 0:
        answers.lower[q] = answers.value[q]
    answers.found[q] = min(tally[1], desk.ends.shape[0])
    _write_paths(person, desk, answers.found[q], tally[1], answers.paths[q])


@compiled
def make_desk(catalogue: Catalogue, most_states: int, paths_each: int) -> Desk:
    widest = catalogue.first.shape[1] - 1
    classes = catalogue.graph_classes.max()
    most_candidates = (catalogue.first[:, widest] - catalogue.first[:, 0]).max()
    return Desk(
        np.empty((widest, classes)),
        np.empty((widest, classes), np.int64),
        np.empty(most_states + 1),
        np.empty(most_states + 1, np.int64),
        np.empty(LABELS + 1),
        np.empty(LABELS + 1, np.int64),
        np.empty(LABELS + 1, np.int64),
        np.empty(LABELS + 1, np.int64),
        np.empty(LABELS + 1, np.int64),
        np.empty(widest * classes + 1, np.int64),
        np.empty(most_candidates + 1, np.int64),
        np.zeros(widest + 1, np.int64),
        np.empty((paths_each, 4), np.int64),
    )


@compiled
def price_one(
    catalogue: Catalogue, desk: Desk, a: int, price: FloatArray, ceiling: float, q: int, answers: Answers
) -> None:
    """Write the answer for apprentice `a` at position `q`; `price`: of each of their candidates."""
    tally = np.zeros(3, np.int64)
    g = catalogue.graph_of[a]
    origin, end = catalogue.first[a, 0], catalogue.first[a, -1]
    steps = catalogue.graph_steps[catalogue.graph_first[g] : catalogue.graph_first[g + 1]]
    if len(steps) == 0:
        answers.found[q] = 0
        answers.value[q] = answers.lower[q] = NO_WAY
        return
    person = Person(
        catalogue.block_count[a],
        catalogue.graph_classes[g],
        catalogue.need[a],
        catalogue.first[a] - origin,
        catalogue.step[origin:end],
        catalogue.cover[origin:end],
        price,
        steps,
        catalogue.graph_layers[g],
    )
    _price_person(person, desk, ceiling, tally, q, answers)
    for k in range(answers.found[q]):
        for b in range(person.blocks):
            answers.paths[q, k, b] += origin


@compiled
def price_people(catalogue: Catalogue, question: Question, most_states: int, answers: Answers) -> None:
    """Answer the question for each of its people."""
    desk = make_desk(catalogue, most_states, answers.paths.shape[1])
    for q in range(len(question.people)):
        a = question.people[q]
        mine = slice(catalogue.first[a, 0], catalogue.first[a, -1])
        price = question.factor[a] * question.cost[mine] + question.cell_price[catalogue.cell[mine]]
        price_one(catalogue, desk, a, price, question.ceiling[q], q, answers)
