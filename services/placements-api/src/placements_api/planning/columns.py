"""Whole itineraries, each one a column of the master program, kept as arrays."""

import numpy as np

from placements_api.planning.facts import IntArray
from placements_api.planning.model import FloatArray, Model

_MIX = np.uint64(0x9E3779B97F4A7C15)


class Columns:
    """A growing set of different itineraries. Positions never change."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._count = 0
        self._person = np.zeros(1024, np.int64)
        self._path = np.full((1024, model.widest), -1, np.int64)
        self._cost = np.zeros(1024)
        self._known: dict[int, int] = {}
        random = np.random.default_rng(0x5EED)
        self._key = random.integers(1, 2**63, model.widest, dtype=np.uint64)

    def __len__(self) -> int:
        return self._count

    @property
    def person(self) -> IntArray:
        return self._person[: self._count]

    @property
    def path(self) -> IntArray:
        """(columns, B) candidates."""
        return self._path[: self._count]

    @property
    def cost(self) -> FloatArray:
        return self._cost[: self._count]

    def add(self, people: IntArray, paths: IntArray) -> IntArray:
        """Positions of those that are new; incomplete itineraries are left out."""
        inside = np.arange(self.model.widest) < self.model.block_count[people][:, None]
        complete = ~np.logical_or.reduce((paths < 0) & inside, axis=1)
        fresh: list[int] = []
        for position, code in enumerate(self._codes(paths).tolist()):
            if complete[position] and code not in self._known:
                self._known[code] = self._count + len(fresh)
                fresh.append(position)
        self._reserve(len(fresh))
        place = slice(self._count, self._count + len(fresh))
        self._person[place] = people[fresh]
        self._path[place] = paths[fresh]
        self._cost[place] = self.model.own_cost(paths[fresh])
        self._count += len(fresh)
        return np.arange(place.start, place.stop)

    def find(self, paths: IntArray) -> IntArray:
        """Positions of those of the itineraries that are known."""
        codes = self._codes(paths).tolist()
        return np.array(sorted(self._known[code] for code in codes if code in self._known), np.int64)

    def prices(self, row_prices: FloatArray, factor: FloatArray, among: IntArray | None = None) -> FloatArray:
        """factor x own cost + prices of the load rows, as the pricing sees it."""
        chosen = slice(None) if among is None else among
        path = self.path[chosen]
        cell_price = self.model.cell_prices(row_prices)
        rented = np.where(path >= 0, cell_price[self.model.cell[path]], 0.0).sum(axis=1)
        priced: FloatArray = factor[self.person[chosen]] * self.cost[chosen] + rented
        return priced

    def entries(self, among: IntArray) -> tuple[IntArray, IntArray]:
        """(position in `among`, load row) for every row that each column counts in."""
        path = self.path[among]
        owner, block = np.nonzero(path >= 0)
        position, row = self.model.rows_of(self.model.cell[path[owner, block]])
        return owner[position], row

    def of(self, people: IntArray) -> IntArray:
        """Positions of all columns of these people."""
        asked = np.zeros(self.model.apprentice_count, bool)
        asked[people] = True
        return np.flatnonzero(asked[self.person])

    def best_of_each(self, among: IntArray, values: FloatArray, keep: int) -> IntArray:
        """Of the columns `among`, the `keep` lowest values of each person, in ascending position."""
        order = np.lexsort((values, self.person[among]))
        person = self.person[among][order]
        starts = np.flatnonzero(np.diff(person, prepend=-1))
        rank = np.arange(len(order)) - np.repeat(starts, np.diff(starts, append=len(order)))
        return np.sort(among[order[rank < keep]])

    def _codes(self, paths: IntArray) -> IntArray:
        mixed = (paths.astype(np.uint64) + np.uint64(2)) * self._key
        mixed ^= mixed >> np.uint64(29)
        codes: IntArray = (mixed * _MIX).sum(axis=1, dtype=np.uint64).view(np.int64)
        return codes

    def _reserve(self, extra: int) -> None:
        needed = self._count + extra
        if needed > len(self._person):
            size = max(needed, 2 * len(self._person)) - len(self._person)
            self._person = np.concatenate([self._person, np.zeros(size, np.int64)])
            self._path = np.concatenate([self._path, np.full((size, self.model.widest), -1, np.int64)])
            self._cost = np.concatenate([self._cost, np.zeros(size)])
