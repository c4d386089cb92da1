"""Two plans of a cohort side by side."""

from collections.abc import Mapping

from placements_api.assembly.assembled import Assembled, CellKey, Where
from placements_api.scenarios.bench import Bench
from placements_api.scenarios.publication_schemas import ComparisonRead, Difference, HostShare, Side
from placements_api.scenarios.queries import summary_of
from placements_api.wording.points import rule_points


def compare(first: Bench, second: Bench) -> ComparisonRead:
    differences = differences_between(first.assembled, first.cells.where, second.cells.where)
    return ComparisonRead(
        first=_side(first),
        second=_side(second),
        people_who_differ=len({each.enrolment_id for each in differences}),
        differences=differences,
    )


def _side(bench: Bench) -> Side:
    return Side(scenario=summary_of(bench.scenario), points=rule_points(bench.points))


def differences_between(
    at: Assembled, before: Mapping[CellKey, Where], after: Mapping[CellKey, Where]
) -> list[Difference]:
    """By the names of people, and by their blocks in order."""
    found = []
    for person in at.people:
        for block in at.timeline.blocks:
            key = (person.id, block.number)
            if (key in before, before.get(key)) == (key in after, after.get(key)):
                continue
            found.append(
                Difference(
                    enrolment_id=person.id,
                    name=person.name,
                    block=block.number,
                    block_name=block.name,
                    starts_on=block.starts_on,
                    ends_on=block.ends_on,
                    before=_in_words(at, person.employer_name, before, key),
                    after=_in_words(at, person.employer_name, after, key),
                    before_setting_id=before.get(key),
                    after_setting_id=after.get(key),
                )
            )
    return found


def _in_words(at: Assembled, employer: str, cells: Mapping[CellKey, Where], key: CellKey) -> str:
    if key not in cells:
        return "nowhere"
    where = cells[key]
    if where is None:
        return employer
    return at.settings[at.setting_at[where]].name if where in at.setting_at else "a setting that is gone"


def host_shares(at: Assembled, before: Mapping[CellKey, Where], after: Mapping[CellKey, Where]) -> list[HostShare]:
    """What each organisation gains and loses in placements, those that do neither left out; by their names."""
    names = {setting.row.organisation_id: setting.organisation_name for setting in at.settings}
    gains = dict.fromkeys(names, 0)
    loses = dict.fromkeys(names, 0)
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        for where, counts in ((old, loses), (new, gains)):
            if where is not None and where in at.setting_at:
                counts[at.settings[at.setting_at[where]].row.organisation_id] += 1
    return [
        HostShare(organisation_id=host, organisation_name=name, gains=gains[host], loses=loses[host])
        for host, name in sorted(names.items(), key=lambda item: item[1])
        if gains[host] or loses[host]
    ]
