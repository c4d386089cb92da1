"""Parts that the sentences about a plan share."""

from dataclasses import dataclass
from datetime import date

from placements_api.assembly.assembled import Assembled, Person, PlanSetting
from placements_api.assembly.rotation import PlanBlock
from placements_api.planning.problem import HOME, Problem, Shift
from placements_api.sentences import day, kinds_in_words, listed


@dataclass(frozen=True, slots=True)
class Phrases:
    """Names of what is at the positions of a problem."""

    assembled: Assembled

    @property
    def problem(self) -> Problem:
        return self.assembled.problem

    def person(self, a: int) -> Person:
        return self.assembled.people[a]

    def name(self, a: int) -> str:
        return self.assembled.people[a].name

    def setting(self, place: int) -> PlanSetting:
        return self.assembled.settings[place]

    def where(self, place: int, a: int) -> str:
        """The setting, or the employer of record."""
        if place == HOME:
            return f"{self.person(a).employer_name} (employer)"
        return self.setting(place).name if place >= 0 else "nowhere"

    def block(self, number: int) -> PlanBlock:
        return self.assembled.timeline.blocks[number]

    def from_to(self, number: int) -> str:
        block = self.block(number)
        return f"from {day(block.starts_on)} to {day(block.ends_on)}"

    def block_on(self, number: int) -> str:
        """The block's name and days; slots go by their days, because any placement may come then."""
        block = self.block(number)
        return f"the block {self.from_to(number)}" if block.is_slot else f"“{block.name}” ({self.from_to(number)})"

    def kind(self, position: int) -> str:
        return kinds_in_words(self.assembled.kinds[position])

    def birthday(self, a: int, age: int) -> date:
        """The day on which somebody reaches an age; for 29 February, 1 March in common years."""
        born = self.person(a).row.date_of_birth
        try:
            return born.replace(year=born.year + age)
        except ValueError:
            return date(born.year + age, 3, 1)


def unsocial(shifts: Shift) -> str:
    names = ((Shift.EVENINGS, "evenings"), (Shift.NIGHTS, "nights"), (Shift.WEEKENDS, "weekends"))
    return listed(name for shift, name in names if shift in shifts)


def hours(number: float) -> str:
    return f"{number:g} hours"
