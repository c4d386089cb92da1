"""A small cohort on record, for tests of planning: people, their facts, a rotation, and what they have to evidence."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.programmes.models import Cohort, Programme
from placements_api.requirements.models import Requirement

FIRST_DAY = date(2027, 3, 1)
ADULT = date(1999, 5, 1)
CLEARED = ["dbs_enhanced", "occupational_health", "vaccination:hepatitis_b"]
Json = dict[str, Any]


def block(name: str, weeks: int, *kinds: str, sector: str | None = None, at: str = "hosted", **more: Any) -> Json:
    facts = {"name": name, "kind": "placement", "length_weeks": weeks, "location": at, "sector": sector}
    return facts | {"setting_kinds": list(kinds)} | more


WARD_AND_CARE_HOME = (
    block("Ward", 26, "acute_ward", sector="health"),
    block("Care home", 26, "care_home", sector="social_care"),
)


@dataclass
class OnRecord:
    """`await on_record.store(session)` puts it there as the feeds would."""

    partnership_id: UUID
    blocks: tuple[Json, ...] = WARD_AND_CARE_HOME
    ordering: str = "half_and_half"
    sector_rules: tuple[Json, ...] = ()
    starts_on: date = FIRST_DAY
    employer_id: UUID = field(default_factory=uuid4)
    programme_id: UUID = field(default_factory=uuid4)
    cohort_id: UUID = field(default_factory=uuid4)
    people: list[Apprentice] = field(default_factory=list)
    requirements: list[Requirement] = field(default_factory=list)

    def person(self, name: str, born_on: date = ADULT, missing: Json | None = None, **facts: Any) -> UUID:
        """Somebody with all clearances unless they are given; `missing`: criteria by qualification."""
        clearances = facts.pop("clearances", CLEARED)
        held = [
            {"code": code, "valid_from": "2020-01-01", "expires_on": None} if isinstance(code, str) else code
            for code in clearances
        ]
        person = Apprentice(
            partnership_id=self.partnership_id,
            enrolment_id=uuid4(),
            learner_id=uuid4(),
            given_names=name,
            family_name="Marsh",
            date_of_birth=born_on,
            programme_id=self.programme_id,
            cohort_id=self.cohort_id,
            employer_organisation_id=facts.pop("employer_id", self.employer_id),
            state="active",
            started_on=self.starts_on,
            planned_end_on=self.starts_on + timedelta(weeks=60),
            ended_on=None,
            planning={"clearances": held, "travel_means": ["car"], **facts},
        )
        self.people.append(person)
        criteria = [{"qualification": code, "criteria": numbers} for code, numbers in (missing or {}).items()]
        self.requirements.append(
            Requirement(partnership_id=self.partnership_id, learner_id=person.learner_id, missing=criteria)
        )
        return person.enrolment_id

    async def store(self, session: AsyncSession) -> None:
        weeks = sum(each["length_weeks"] for each in self.blocks)
        programme = Programme(
            partnership_id=self.partnership_id,
            id=self.programme_id,
            name="Coastal",
            weekly_hours=37.5,
            weekly_learning_hours=7.5,
            sector_rules=list(self.sector_rules),
            rotation={"ordering": self.ordering, "blocks": list(self.blocks)},
            learning_days=[],
        )
        cohort = Cohort(
            partnership_id=self.partnership_id,
            id=self.cohort_id,
            programme_id=self.programme_id,
            name="March 2027",
            starts_on=self.starts_on,
            ends_on=self.starts_on + timedelta(weeks=weeks, days=-1),
            places=20,
        )
        session.add_all([programme, cohort, *self.people, *self.requirements])
        await session.commit()
