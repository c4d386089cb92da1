"""Invented apprentices and staff, the same on every machine."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from crossway_demo import uln
from crossway_demo.model import Age, Area
from crossway_demo.names import Name, Namebook
from crossway_demo.vocabulary import Sex

SEED = 20170601


@dataclass(frozen=True, kw_only=True)
class Learner:
    given_names: str
    family_name: str
    date_of_birth: date
    sex: Sex
    ethnicity: int
    uln: str
    postcode: str
    email: str


class People:
    """Invents people one after another; no two share a name or a learner number."""

    def __init__(self, seed: int = SEED) -> None:
        self._random = Random(seed)
        self._namebook = Namebook(self._random)
        self._ulns: set[str] = set()

    def learner(
        self,
        *,
        age: Age,
        start_on: date,
        area: Area,
        domain: str,
        sex: Sex | None = None,
        temporary_uln: bool = False,
    ) -> Learner:
        name = self._namebook.deal(sex)
        born_on = self._born_on(age, start_on)
        number = self._uln()
        return Learner(
            given_names=name.given,
            family_name=name.family,
            date_of_birth=born_on,
            sex=name.sex,
            ethnicity=name.ethnicity,
            uln=uln.TEMPORARY_ULN if temporary_uln else number,
            postcode=self._postcode(area),
            email=f"{name.given}.{name.family}@learner.{domain}".lower(),
        )

    def staff(self) -> Name:
        return self._namebook.deal()

    def _born_on(self, age: Age, start_on: date) -> date:
        days_since_birthday = self._random.randint(30, 330)
        if age.birthday_in_week is None:
            return _years_before(start_on - timedelta(days=days_since_birthday), age.on_start)
        next_birthday = start_on + timedelta(weeks=age.birthday_in_week - 1, days=2)
        return _years_before(next_birthday, age.on_start + 1)

    def _uln(self) -> str:
        while True:
            number = uln.invent(self._random)
            if number not in self._ulns:
                self._ulns.add(number)
                return number

    def _postcode(self, area: Area) -> str:
        district = self._random.choice(area.postcode_districts)
        unit = "".join(self._random.choices("ABDEFGHJLNPQRSTUWXYZ", k=2))
        return f"{district} {self._random.randint(1, 9)}{unit}"


def _years_before(day: date, years: int) -> date:
    if (day.month, day.day) == (2, 29):
        day -= timedelta(days=1)
    return day.replace(year=day.year - years)
