"""What a plan does not know, in sentences for its checklist: no limit is applied where nothing is on record."""

from collections.abc import Iterator, Sequence

from placements_api.assembly.assembled import Person, PlanSetting
from placements_api.assembly.positions import SHAPED_BY_SHIFTS
from placements_api.assembly.rotation import Timeline
from placements_api.assembly.sources import Sources
from placements_api.programmes.rotation import SectorRule
from placements_api.sentences import SECTORS, day, listed


def what_is_not_known(
    sources: Sources,
    timeline: Timeline,
    rules: Sequence[SectorRule],
    people: Sequence[Person],
    settings: Sequence[PlanSetting],
) -> tuple[str, ...]:
    return (
        *_of_people(sources, people),
        *_of_adjustments(people, settings),
        *_of_settings(settings, rules),
        *_of_rotation(sources, timeline, people),
    )


def _of_people(sources: Sources, people: Sequence[Person]) -> Iterator[str]:
    no_home = [person.name for person in people if person.facts.home_position is None]
    if no_home:
        yield f"It is not known where somebody lives: {listed(no_home)}. No limit of travel was applied to them."
    no_means = [person.name for person in people if person.facts.home_position and not person.facts.travel_means]
    if no_means:
        yield f"It is not known how somebody travels: {listed(no_means)}. Public transport was taken for granted."
    no_limit = [person.name for person in people if not person.facts.travel_limit_minutes]
    if no_limit:
        yield (
            f"No limit of travel is on record for {listed(no_limit)}: the programme's"
            f" {sources.wishes.travel_limit_minutes} minutes were applied."
        )
    not_asked = [person.name for person in people if person.row.learner_id not in sources.missing]
    if not_asked:
        yield f"It is not known what somebody has to evidence: {listed(not_asked)}. Breadth was not checked for them."


def _of_adjustments(people: Sequence[Person], settings: Sequence[PlanSetting]) -> Iterator[str]:
    silent = [setting.name for setting in settings if setting.row.adjustments is None]
    for person in people:
        needs = [code.replace("_", " ") for code in person.facts.adjustments if code not in SHAPED_BY_SHIFTS]
        if needs and silent:
            yield f"{person.name} needs {listed(needs)}: ask {listed(silent)} whether it can be arranged."


def _of_settings(settings: Sequence[PlanSetting], rules: Sequence[SectorRule]) -> Iterator[str]:
    nowhere = [setting.name for setting in settings if setting.row.latitude is None]
    if nowhere:
        yield f"The position of {listed(nowhere)} is not known: no limit of travel was applied there."
    unmentored = [setting.name for setting in settings if not setting.row.mentors]
    if unmentored:
        yield f"No mentor is on record for {listed(unmentored)}: mentors' load was not checked there."
    for rule in rules:
        silent = [
            setting.name
            for setting in settings
            if setting.row.sector == rule.sector
            and rule.vaccination == "mandatory"
            and not any(code.startswith("vaccination:") for code in setting.row.clearances)
        ]
        if silent:
            yield (
                f"The programme calls vaccination mandatory in {SECTORS[rule.sector]}, but {listed(silent)} name none:"
                " vaccination was not checked there."
            )


def _of_rotation(sources: Sources, timeline: Timeline, people: Sequence[Person]) -> Iterator[str]:
    if timeline.ends_on > sources.cohort.ends_on:
        yield (
            f"The rotation lasts until {day(timeline.ends_on)}, the cohort ends on {day(sources.cohort.ends_on)}:"
            " correct one of the two."
        )
    offered = {demand.sector for demand in timeline.demands}
    unheard = [
        f"{person.name} in {SECTORS[person.facts.first_sector]}"
        for person in people
        if person.facts.first_sector is not None and person.facts.first_sector not in offered
    ]
    if unheard and timeline.blocks:
        yield f"To start with: {listed(unheard)}. The order of this rotation is fixed, so that it was not applied."
