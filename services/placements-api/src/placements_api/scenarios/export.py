"""A plan as a table."""

from collections.abc import Iterator

from placements_api.scenarios.bench import Bench
from placements_api.sentences import SETTING_KINDS

COLUMNS = (
    "family_name",
    "given_names",
    "employer",
    "block",
    "starts_on",
    "ends_on",
    "place",
    "organisation",
    "kind",
    "sector",
    "postcode",
    "travel_minutes_estimated",
    "pinned",
)


def rows(bench: Bench) -> Iterator[tuple[str | int, ...]]:
    """One for each person and block; empty where nobody is placed, and nothing is known."""
    at = bench.assembled
    for a, person in enumerate(at.people):
        for block in at.timeline.blocks:
            key = (person.id, block.number)
            who = (person.row.family_name, person.row.given_names, person.employer_name)
            when = (block.name, block.starts_on.isoformat(), block.ends_on.isoformat())
            pinned = "yes" if key in bench.cells.pinned else "no"
            where = bench.cells.where.get(key)
            if where is None or where not in at.setting_at:
                place = person.employer_name if key in bench.cells.where and where is None else ""
                yield (*who, *when, place, "", "", "", "", "", pinned)
                continue
            position = at.setting_at[where]
            setting = at.settings[position]
            minutes = int(at.problem.travel_minutes[a, position]) if at.journeys_known[a, position] else ""
            yield (
                *who,
                *when,
                setting.row.name,
                setting.organisation_name,
                SETTING_KINDS[setting.row.kind],
                setting.row.sector.replace("_", " "),
                setting.row.postcode,
                minutes,
                pinned,
            )
