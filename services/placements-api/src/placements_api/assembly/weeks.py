"""What settings take week by week, and what other cohorts already have of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from placements_api.assembly.rotation import PlanBlock
from placements_api.host_settings.capacity import WeekCapacity, monday_of, weekly_capacity
from placements_api.host_settings.schemas import CapacityPeriod, Closure


@dataclass(frozen=True, slots=True)
class Weeks:
    """Whole weeks from a Monday."""

    first: date
    count: int

    @classmethod
    def spanning(cls, starts_on: date, ends_on: date) -> "Weeks":
        first = monday_of(starts_on)
        return cls(first, (monday_of(ends_on) - first).days // 7 + 1)

    @property
    def ends_on(self) -> date:
        return self.first + timedelta(weeks=self.count, days=-1)

    def touching(self, starts_on: date, ends_on: date) -> range:
        """Numbers of the weeks that have a day of the stretch."""
        start = max(0, (monday_of(starts_on) - self.first).days // 7)
        return range(start, min(self.count, (monday_of(ends_on) - self.first).days // 7 + 1))

    def of(self, block: PlanBlock) -> range:
        return self.touching(block.starts_on, block.ends_on)


@dataclass(frozen=True, slots=True)
class Room:
    """A setting's weeks. `mentors`: how many its mentors take at once; None: no mentor is on record."""

    weekly: Sequence[WeekCapacity]
    others: Sequence[int]
    mentors: int | None

    def most(self, weeks: range) -> int:
        """Free for this cohort in all of the weeks."""
        return max(0, min(self.capacity(week) - self.others[week] for week in weeks))

    def capacity(self, week: int) -> int:
        most = self.weekly[week].at_most
        return most if self.mentors is None else min(most, self.mentors)

    def least(self, weeks: range) -> int:
        """Promised and not met by other cohorts. A promise lasts for a block only if it does for all of its weeks."""
        promised = min(
            0 if each.or_none else max(0, each.at_least - self.others[week])
            for week, each in ((week, self.weekly[week]) for week in weeks)
        )
        return min(promised, self.most(weeks))

    def opens_with(self, weeks: range) -> int:
        return max(
            each.at_least if each.or_none and not self.others[week] else 0
            for week, each in ((week, self.weekly[week]) for week in weeks)
        )

    def is_closed(self, weeks: range) -> bool:
        return any(self.weekly[week].closed for week in weeks)


def room_of(
    weeks: Weeks,
    periods: Sequence[CapacityPeriod],
    closures: Sequence[Closure],
    others: Iterable[tuple[date, date]],
    mentors: int | None,
) -> Room:
    """`others`: first and last day of each placement of another cohort."""
    taken = [0] * weeks.count
    for starts_on, ends_on in others:
        for week in weeks.touching(starts_on, ends_on):
            taken[week] += 1
    return Room(weekly_capacity(periods, closures, weeks.first, weeks.count), taken, mentors)
