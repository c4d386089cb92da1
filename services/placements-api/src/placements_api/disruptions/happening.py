"""What a disruption means for a plan: for the engine, for the scenarios that mend it, and in words. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from placements_api.assembly.assembled import Assembled
from placements_api.disruptions import schemas
from placements_api.disruptions.schemas import AnyDisruption
from placements_api.planning import disruption as engine
from placements_api.planning.disruption import Disruption
from placements_api.scenarios.assumptions import AnyAssumption, Leaves, LessCapacity, LosesClearance
from placements_api.scenarios.bench import Bench
from placements_api.sentences import clearance_in_words, day


class NotInThePlan(ValueError):
    """The field of `what` that is about nothing in the plan."""


@dataclass(frozen=True, slots=True)
class Happening:
    """`from_block`: the first block that is computed anew."""

    what: AnyDisruption
    from_on: date
    from_block: int
    bench: Bench

    @property
    def at(self) -> Assembled:
        return self.bench.assembled

    def check(self) -> None:
        """Raises NotInThePlan."""
        what, at = self.what, self.at
        if isinstance(what, schemas.HostLeaves) and what.organisation_id not in at.hosts:
            raise NotInThePlan("organisation_id")
        if isinstance(what, schemas.SettingCloses | schemas.CapacityShrinks) and what.setting_id not in at.setting_at:
            raise NotInThePlan("setting_id")
        if (
            isinstance(what, schemas.ApprenticeLeaves | schemas.ClearanceFails)
            and what.enrolment_id not in at.person_at
        ):
            raise NotInThePlan("enrolment_id")
        if isinstance(what, schemas.ClearanceFails) and what.code not in at.clearances:
            raise NotInThePlan("code")

    def for_engine(self) -> Disruption:
        what, at, first = self.what, self.at, self.from_block
        match what:
            case schemas.HostLeaves():
                return engine.HostLeaves(at.hosts.index(what.organisation_id), first)
            case schemas.SettingCloses():
                return engine.SettingCloses(at.setting_at[what.setting_id], first)
            case schemas.CapacityShrinks():
                return engine.CapacityShrinks(at.setting_at[what.setting_id], first, self._left(what))
            case schemas.ApprenticeLeaves():
                return engine.ApprenticeLeaves(at.person_at[what.enrolment_id])
            case schemas.ClearanceFails():
                return engine.ClearanceFails(
                    at.person_at[what.enrolment_id], at.clearances.index(what.code), self.from_on
                )

    def _left(self, what: schemas.CapacityShrinks) -> int:
        """Room for this cohort once the others have theirs."""
        others = self.at.settings[self.at.setting_at[what.setting_id]].room.others
        later = self.at.weeks.touching(self.at.timeline.blocks[self.from_block].starts_on, self.at.timeline.ends_on)
        return max(0, what.at_most - max(others[week] for week in later))

    def assumptions(self) -> list[AnyAssumption]:
        """What a scenario has to take for granted so that it keeps to what happened."""
        match self.what:
            case schemas.ApprenticeLeaves(enrolment_id=enrolment_id):
                return [Leaves(kind="leaves", enrolment_id=enrolment_id)]
            case schemas.ClearanceFails(enrolment_id=enrolment_id, code=code):
                return [
                    LosesClearance(kind="loses_clearance", enrolment_id=enrolment_id, code=code, from_on=self.from_on)
                ]
        most = self.what.at_most if isinstance(self.what, schemas.CapacityShrinks) else 0
        later = [block.number for block in self.at.timeline.hosted if block.number >= self.from_block]
        return [
            LessCapacity(kind="less_capacity", setting_id=setting_id, block=number, at_most=most)
            for setting_id in self._settings()
            for number in later
        ]

    def _settings(self) -> list[UUID]:
        match self.what:
            case schemas.HostLeaves(organisation_id=host):
                return [setting.id for setting in self.at.settings if setting.row.organisation_id == host]
            case schemas.SettingCloses(setting_id=setting_id) | schemas.CapacityShrinks(setting_id=setting_id):
                return [setting_id]
            case _:
                return []

    def sentence(self) -> str:
        what, at = self.what, self.at
        match what:
            case schemas.HostLeaves():
                name = next(s.organisation_name for s in at.settings if s.row.organisation_id == what.organisation_id)
                return f"{name} drops out from {day(self.from_on)}."
            case schemas.SettingCloses():
                return f"{self._setting_name(what.setting_id)} takes nobody from {day(self.from_on)}."
            case schemas.CapacityShrinks():
                return f"{self._setting_name(what.setting_id)} takes at most {what.at_most} from {day(self.from_on)}."
            case schemas.ApprenticeLeaves():
                return f"{self._name(what.enrolment_id)} leaves from {day(self.from_on)}."
            case schemas.ClearanceFails():
                words = clearance_in_words(what.code)
                return f"{self._name(what.enrolment_id)} does not hold the {words} from {day(self.from_on)}."

    def _setting_name(self, setting_id: UUID) -> str:
        return self.at.settings[self.at.setting_at[setting_id]].name

    def _name(self, enrolment_id: UUID) -> str:
        return self.at.people[self.at.person_at[enrolment_id]].name

    def affected_now(self) -> list[str]:
        """People whom it hits in a block that has begun by then and is not computed anew."""
        return list(dict.fromkeys(self._hit_now()))

    def _hit_now(self) -> Iterator[str]:
        running = [
            block.number
            for block in self.at.timeline.blocks[: self.from_block]
            if block.starts_on < self.from_on <= block.ends_on
        ]
        settings = set(self._settings())
        own = (
            self.what.enrolment_id if isinstance(self.what, schemas.ApprenticeLeaves | schemas.ClearanceFails) else None
        )
        for person in self.at.people:
            for number in running:
                where = self.bench.cells.where.get((person.id, number))
                if person.id == own or (where is not None and where in settings):
                    yield person.name
