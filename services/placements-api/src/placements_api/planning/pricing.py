"""Cheapest itineraries for many apprentices at once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from placements_api.planning.facts import BoolArray, IntArray
from placements_api.planning.model import FloatArray, Model
from placements_api.planning.pricing_kernel import NO_WAY, Answers, Catalogue, Question, price_people

__all__ = ["NO_WAY", "Priced", "Pricer"]

THREADS = 2
_CHUNKS = 8


@dataclass(frozen=True, slots=True)
class Priced:
    """Answers in the order of the people asked about.

    `value`: price of the cheapest itinerary (the ceiling, if none is cheaper; NO_WAY, if there is none).
    `lower`: proven not to exceed it. `paths[:, k]` with `k < found`: candidates by block, cheapest first.
    """

    people: IntArray
    value: FloatArray
    lower: FloatArray
    found: IntArray
    paths: IntArray

    @property
    def possible(self) -> BoolArray:
        """People who have any itinerary."""
        return self.value < NO_WAY

    def columns(self) -> tuple[IntArray, IntArray]:
        """(people, candidates) of every path found."""
        each = np.arange(self.paths.shape[1]) < self.found[:, None]
        return np.repeat(self.people, self.found), self.paths[each]


class Pricer:
    """Keeps the model's graphs in flat arrays. One pricer may be used by one thread at a time."""

    def __init__(self, model: Model, paths_each: int = 3) -> None:
        self.model = model
        self._paths_each = paths_each
        graphs = model.graphs
        layers = np.zeros((len(graphs), model.widest + 2), np.int64)
        for g, graph in enumerate(graphs):
            layers[g, : len(graph.layers)] = graph.layers
        self.catalogue = Catalogue(
            block_count=model.block_count,
            first=model.first,
            step=model.step,
            cell=model.cell,
            cover=model.cover,
            need=model.need,
            graph_of=model.graph_of,
            graph_first=np.cumsum([0] + [graph.steps.size for graph in graphs]).astype(np.int64),
            graph_classes=np.array([graph.steps.shape[1] for graph in graphs], np.int64),
            graph_layers=layers,
            graph_steps=np.concatenate([graph.steps.ravel() for graph in graphs]).astype(np.int32),
        )
        self.most_states = max(len(graph.steps) for graph in graphs)
        self._everybody = np.arange(model.apprentice_count)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="pricing")

    def price(
        self,
        row_prices: FloatArray,
        *,
        people: IntArray | None = None,
        factor: FloatArray | None = None,
        ceiling: FloatArray | None = None,
        cost: FloatArray | None = None,
        cell_surcharge: FloatArray | None = None,
    ) -> Priced:
        """Price itineraries: `factor` x own cost + the prices of the load rows that they count in.

        `factor` is by apprentice, `ceiling` by position in `people`; `cost` replaces the candidates' own cost;
        `cell_surcharge` comes on top, by cell.
        """
        model = self.model
        people = self._everybody if people is None else people
        count = len(people)
        prices = model.cell_prices(row_prices)
        if cell_surcharge is not None:
            prices = prices + cell_surcharge
        priced = Priced(
            people=people,
            value=np.empty(count),
            lower=np.empty(count),
            found=np.zeros(count, np.int64),
            paths=np.full((count, self._paths_each, model.widest), -1, np.int64),
        )
        factor = np.ones(model.apprentice_count) if factor is None else factor
        ceiling = np.full(count, NO_WAY) if ceiling is None else ceiling
        own_cost = model.cost if cost is None else cost

        def work(part: slice) -> None:
            question = Question(people[part], own_cost, factor, prices, ceiling[part])
            answers = Answers(priced.value[part], priced.lower[part], priced.found[part], priced.paths[part])
            price_people(self.catalogue, question, self.most_states, answers)

        if count < 32:
            work(slice(None))
        else:
            bounds = np.linspace(0, count, _CHUNKS + 1).astype(int).tolist()
            list(self._threads.map(work, [slice(*pair) for pair in pairwise(bounds)]))
        return priced
