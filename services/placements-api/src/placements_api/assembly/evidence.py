"""Criteria: who needs which, and where they can be met."""

from collections.abc import Sequence
from dataclasses import dataclass

from placements_api.assembly.assembled import CriteriaGroup, Person, PlanSetting
from placements_api.assembly.rotation import Timeline
from placements_api.assembly.sources import Sources
from placements_api.host_settings.models import Setting
from placements_api.planning.problem import Stay
from placements_api.sentences import listed, qualification_in_words

Criterion = tuple[str, str]
"""Qualification and number."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """`offered` by setting and `needs` by person hold positions of groups."""

    groups: tuple[CriteriaGroup, ...]
    offered: tuple[frozenset[int], ...]
    needs: tuple[frozenset[int], ...]
    scarce: frozenset[int]
    unknown: tuple[str, ...]


def gather_evidence(
    settings: Sequence[PlanSetting], people: Sequence[Person], sources: Sources, timeline: Timeline
) -> Evidence:
    """Criteria that no setting of the rotation offers are nobody's need here: they go on the checklist."""
    offered = [_offered_by(setting.row) for setting in settings]
    missing = [_missing_of(person, sources, timeline) for person in people]
    wanted = set().union(*missing)
    where: dict[Criterion, frozenset[int]] = {
        criterion: frozenset(n for n, own in enumerate(offered) if criterion in own) for criterion in wanted
    }
    by_places: dict[tuple[str, frozenset[int]], list[str]] = {}
    for criterion in sorted(wanted, key=_in_order):
        if where[criterion]:
            by_places.setdefault((criterion[0], where[criterion]), []).append(criterion[1])
    groups = tuple(CriteriaGroup(code, tuple(numbers)) for (code, _), numbers in by_places.items())
    group_at = {(group.qualification, number): n for n, group in enumerate(groups) for number in group.numbers}
    scarce = {(each.qualification, number) for each in sources.wishes.scarce_criteria for number in each.criteria}
    return Evidence(
        groups=groups,
        offered=tuple(
            frozenset(n for n, (_, places) in enumerate(by_places) if place in places) for place in range(len(settings))
        ),
        needs=tuple(frozenset(group_at[each] for each in own if each in group_at) for own in missing),
        scarce=frozenset(group_at[each] for each in scarce if each in group_at),
        unknown=_nowhere(wanted - set(group_at)),
    )


def _offered_by(setting: Setting) -> set[Criterion]:
    return {(each["qualification"], number) for each in setting.evidence for number in each["criteria"]}


def _missing_of(person: Person, sources: Sources, timeline: Timeline) -> set[Criterion]:
    """Without what the employer of record's own settings offer to those who spend placement blocks there."""
    missing = {
        (each.qualification, number)
        for each in sources.missing.get(person.row.learner_id, ())
        for number in each.criteria
    }
    if not any(block.kind == "placement" and block.stay is not Stay.HOSTED for block in timeline.blocks):
        return missing
    for setting in sources.settings:
        if setting.organisation_id == person.row.employer_organisation_id:
            missing -= _offered_by(setting)
    return missing


def _in_order(criterion: Criterion) -> tuple[str, list[int]]:
    return criterion[0], [int(part) for part in criterion[1].split(".")]


def _nowhere(criteria: set[Criterion]) -> tuple[str, ...]:
    by_code: dict[str, list[str]] = {}
    for code, number in sorted(criteria, key=_in_order):
        by_code.setdefault(code, []).append(number)
    return tuple(
        f"No setting of this rotation offers {listed(numbers)} of {qualification_in_words(code)}:"
        " arrange that they are evidenced elsewhere."
        for code, numbers in by_code.items()
    )
