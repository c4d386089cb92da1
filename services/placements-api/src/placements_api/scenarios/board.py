"""The board: a whole plan in one document."""

from datetime import date

from placements_api.assembly.assembled import CellKey
from placements_api.planning.problem import Stay
from placements_api.planning.recheck import count_load
from placements_api.scenarios.bench import Bench
from placements_api.scenarios.schemas import BlockRead, BoardPerson, BoardRead, BoardSetting, Cell, ScenarioRead
from placements_api.wording.points import rule_points

_STAYS = {Stay.HOME: "home", Stay.HOSTED: "hosted", Stay.EITHER: "either"}


def board_read(bench: Bench, scenario: ScenarioRead, plan_version: int, today: date) -> BoardRead:
    at = bench.assembled
    return BoardRead(
        scenario=scenario,
        cohort_name=at.sources.cohort.name,
        programme_id=at.sources.programme.id,
        programme_name=at.sources.programme.name,
        plan_version=plan_version,
        first_week_of=at.weeks.first,
        weeks=at.weeks.count,
        blocks=_blocks(bench, today),
        settings=_settings(bench),
        clearances=list(at.clearances),
        people=[
            BoardPerson(
                enrolment_id=person.id,
                learner_id=person.row.learner_id,
                given_names=person.row.given_names,
                family_name=person.row.family_name,
                date_of_birth=person.row.date_of_birth,
                employer_organisation_id=person.row.employer_organisation_id,
                employer_name=person.employer_name,
                travel_means=person.facts.travel_means,
                cells=[cell_read(bench, (person.id, block.number)) for block in at.timeline.blocks],
            )
            for person in at.people
        ],
        travel_sources=sorted(at.travel_sources),
        violations=[bench.violation_read(violation) for violation in bench.violations],
        points=rule_points(bench.points),
    )


def _blocks(bench: Bench, today: date) -> list[BlockRead]:
    return [
        BlockRead.model_validate(
            {
                "number": block.number,
                "name": block.name,
                "kind": block.kind,
                "stay": _STAYS[block.stay],
                "starts_on": block.starts_on,
                "ends_on": block.ends_on,
                "weeks": block.weeks,
                "setting_kinds": sorted(block.kinds or ()),
                "sectors": sorted(block.sectors or ()),
                "has_begun": block.starts_on <= today,
            }
        )
        for block in bench.assembled.timeline.blocks
    ]


def _settings(bench: Bench) -> list[BoardSetting]:
    at = bench.assembled
    load = count_load(at.problem, bench.plan)
    found = []
    for place, setting in enumerate(at.settings):
        weekly = [0] * at.weeks.count
        for block in at.timeline.blocks:
            for week in at.weeks.of(block):
                weekly[week] = max(weekly[week], load[place, block.number])
        found.append(
            BoardSetting(
                id=setting.id,
                name=setting.row.name,
                organisation_id=setting.row.organisation_id,
                organisation_name=setting.organisation_name,
                kind=setting.row.kind,
                sector=setting.row.sector,
                postcode=setting.row.postcode,
                minimum_age=setting.minimum_age,
                weekly_capacity=[setting.room.capacity(week) for week in range(at.weeks.count)],
                weekly_others=list(setting.room.others),
                weekly_load=weekly,
            )
        )
    return found


def cell_read(bench: Bench, key: CellKey) -> Cell:
    at, (enrolment_id, block) = bench.assembled, key
    a = at.person_at[enrolment_id]
    began = (a, block) in at.began
    if key not in bench.cells.where:
        return Cell(at="nowhere", setting_id=None, pinned=False, has_begun=began, travel_minutes=None)
    where = bench.cells.where[key]
    minutes = None
    if where is not None and where in at.setting_at:
        place = at.setting_at[where]
        own = int(at.problem.travel_minutes[a, place])
        minutes = own if at.journeys_known[a, place] and own >= 0 else None
    return Cell(
        at="home" if where is None else "setting",
        setting_id=where,
        pinned=key in bench.cells.pinned,
        has_begun=began,
        travel_minutes=minutes,
    )
