"""Apprentices as the engine sees them."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

from placements_api.apprentices.facts import HeldClearance
from placements_api.assembly.assembled import CellKey, Person
from placements_api.assembly.positions import Positions
from placements_api.assembly.sources import Sources
from placements_api.planning.problem import HOME, Apprentice, Validity

_LAW_WEEKLY_HOURS = 48.0
"""Source: Working Time Regulations 1998, regulation 4."""
_ALWAYS = Validity(date.min)


def apprentice_of(
    person: Person,
    pattern: int,
    needs: frozenset[int],
    at: Positions,
    sources: Sources,
    pins: Mapping[CellKey, UUID | None],
) -> Apprentice:
    """`pins`: what a person fixed; what has started is pinned as well."""
    facts, row = person.facts, person.row
    excluded = [each for each in sources.exclusions if each.learner_id == row.learner_id]
    hosts = {each.organisation_id for each in excluded} | {row.employer_organisation_id}  # hosted is with another
    return Apprentice(
        pattern=pattern,
        born_on=row.date_of_birth,
        travel_limit_minutes=facts.travel_limit_minutes or sources.wishes.travel_limit_minutes,
        clearances=_clearances(person, at),
        adjustments=frozenset(at.adjustment_at[code] for code in facts.adjustments if code in at.adjustment_at),
        excluded_places=frozenset(at.setting_at[e.setting_id] for e in excluded if e.setting_id in at.setting_at),
        excluded_hosts=frozenset(at.host_at[host] for host in hosts if host in at.host_at),
        needs=needs,
        ranks=_ranks(facts.preferences.setting_kinds, at),
        weekly_hours_limit=facts.weekly_hours_limit or _LAW_WEEKLY_HOURS,
        pins=_pins(person, at, {**pins, **sources.under_way}),
    )


def _pins(person: Person, at: Positions, fixed: Mapping[CellKey, UUID | None]) -> dict[int, int]:
    numbers = [block.number for block in at.timeline.blocks if (person.id, block.number) in fixed]
    places = [fixed[person.id, number] for number in numbers]
    return {
        number: HOME if where is None else at.setting_at[where]
        for number, where in zip(numbers, places, strict=True)
        if where is None or where in at.setting_at
    }


def _ranks(liked: Iterable[str], at: Positions) -> tuple[int, ...]:
    """By kind, 0 liked best; kinds that are not named come after all that are. Empty without a preference."""
    order = {kind: rank for rank, kind in enumerate(dict.fromkeys(liked))}
    return tuple(min(order.get(kind, len(order)) for kind in group) for group in at.kinds) if order else ()


def _clearances(person: Person, at: Positions) -> dict[int, Validity]:
    by_code: dict[str, list[HeldClearance]] = {}
    for held in person.facts.clearances:
        by_code.setdefault(held.code, []).append(held)
    found = {
        at.clearance_at[code]: _validity(several, at.timeline.blocks[0].starts_on)
        for code, several in by_code.items()
        if code in at.clearance_at
    }
    if "car" in person.facts.travel_means and "car" in at.clearance_at:
        found[at.clearance_at["car"]] = _ALWAYS
    return found


def _validity(several: Iterable[HeldClearance], begins_on: date) -> Validity:
    """Renewals that leave no day between them are one; of several stretches, the one that lasts longest from the start
    of the rotation."""
    stretches: list[Validity] = []
    for held in sorted(several, key=lambda each: each.valid_from):
        last = stretches[-1] if stretches else None
        if last is not None and (last.until_on is None or held.valid_from <= last.until_on + timedelta(days=1)):
            stretches[-1] = Validity(last.from_on, _later(last.until_on, held.expires_on))
        else:
            stretches.append(Validity(held.valid_from, held.expires_on))
    return max(stretches, key=lambda each: ((each.until_on or date.max) - max(each.from_on, begins_on), each.from_on))


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)
