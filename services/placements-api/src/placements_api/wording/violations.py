"""Each broken rule of a plan as a sentence."""

from collections.abc import Callable

from placements_api.assembly.assembled import Assembled
from placements_api.assembly.assumed import needed_of
from placements_api.planning.problem import HOME, Stay, age_on
from placements_api.planning.recheck import Violation
from placements_api.sentences import (
    SECTORS,
    clearance_in_words,
    counted,
    day,
    kinds_in_words,
    listed,
    qualification_in_words,
)
from placements_api.wording.phrases import Phrases, hours, unsocial


def violation_sentence(assembled: Assembled, violation: Violation) -> str:
    return _SENTENCES[violation.rule](Phrases(assembled), _About(violation))


class _About:
    """The positions of a violation, those taken for given that its rule always has."""

    def __init__(self, violation: Violation) -> None:
        self.a = violation.apprentice if violation.apprentice is not None else -1
        self.block = violation.block if violation.block is not None else -1
        self.place = violation.place if violation.place is not None else HOME
        self.period = violation.period if violation.period is not None else -1
        self.subject = violation.subject if violation.subject is not None else -1
        self.amount = violation.amount


def _stay(it: Phrases, v: _About) -> str:
    if v.place != HOME:
        return f"{it.name(v.a)} spends {it.block_on(v.block)} with the employer, not at {it.setting(v.place).name}."
    if it.block(v.block).stay is Stay.EITHER:
        person = it.person(v.a)
        years = age_on(person.row.date_of_birth, it.block(v.block).starts_on)
        first = person.facts.first_sector
        why = f"has to start in {SECTORS[first]}" if first and years >= 18 else f"is only {years} then"
        return f"{it.name(v.a)} cannot be with the employer in {it.block_on(v.block)}: {it.name(v.a)} {why}."
    return f"{it.name(v.a)} is to be with a host, not with the employer, in {it.block_on(v.block)}."


def _home_blocks(it: Phrases, v: _About) -> str:
    wanted = it.assembled.timeline.home_blocks
    blocks = counted(wanted, "block", "blocks")
    return f"{it.name(v.a)} is to spend {blocks} with the employer: {v.amount} more or fewer now."


def _kind(it: Phrases, v: _About) -> str:
    setting = it.setting(v.place)
    kinds = it.block(v.block).kinds or frozenset()
    return (
        f"{setting.name} is a {kinds_in_words([setting.row.kind])}; {it.block_on(v.block)} is meant for a"
        f" {kinds_in_words(kinds)} ({it.name(v.a)})."
    )


def _sector(it: Phrases, v: _About) -> str:
    setting = it.setting(v.place)
    first = it.person(v.a).facts.first_sector
    slots = it.assembled.timeline.slots
    if first is not None and slots and slots[0].number == v.block:
        return f"{it.name(v.a)} has to start in {SECTORS[first]}, and {setting.name} is not."
    return f"{setting.name} is not in a sector that {it.block_on(v.block)} is meant for ({it.name(v.a)})."


def _open(it: Phrases, v: _About) -> str:
    setting, weeks = it.setting(v.place), it.assembled.weeks
    closed = [setting.room.weekly[week] for week in weeks.of(it.block(v.block)) if setting.room.weekly[week].closed]
    when = f"in the week of {day(closed[0].week_of)}" if closed else "at that time"
    more = f" and {counted(len(closed) - 1, 'more week', 'more weeks')}" if len(closed) > 1 else ""
    why = f" ({closed[0].reason})" if closed and closed[0].reason else ""
    return f"{setting.name} is closed {when}{more}{why}, within {it.block_on(v.block)} ({it.name(v.a)})."


def _excluded(it: Phrases, v: _About) -> str:
    person, setting = it.person(v.a), it.setting(v.place)
    if setting.row.organisation_id == person.row.employer_organisation_id:
        return (
            f"{person.employer_name} employs {person.name}: hosted blocks are spent with another organisation, not at"
            f" {setting.name}."
        )
    return f"It was agreed that {person.name} is not placed at {setting.name}."


def _travel(it: Phrases, v: _About) -> str:
    minutes = int(it.problem.travel_minutes[v.a, v.place])
    limit = it.problem.apprentices[v.a].travel_limit_minutes
    name, setting = it.name(v.a), it.setting(v.place).name
    if minutes < 0:
        return f"{name} has no way to {setting} by the means of travel on record."
    return f"{name} would travel about {minutes} minutes to {setting}; the limit is {limit}."


def _unsocial(it: Phrases, v: _About) -> str:
    budget = it.problem.patterns[it.problem.apprentices[v.a].pattern].budget
    worked = it.problem.places[v.place].shifts & ~budget
    name = it.name(v.a)
    return f"{it.setting(v.place).name} works {unsocial(worked)}, which the programme does not pay for ({name})."


def _age(it: Phrases, v: _About) -> str:
    setting = it.setting(v.place)
    turns = it.birthday(v.a, setting.minimum_age)
    return (
        f"{it.name(v.a)} turns {setting.minimum_age} on {day(turns)}: too late for {setting.name}, where"
        f" {it.block_on(v.block)} begins with a minimum age of {setting.minimum_age}."
    )


def _nights(it: Phrases, v: _About) -> str:
    turns = it.birthday(v.a, 18)
    return f"{it.setting(v.place).name} works nights, and {it.name(v.a)} turns 18 only on {day(turns)}."


def _week(it: Phrases, v: _About) -> str:
    asked, limit = it.problem.places[v.place].weekly_hours, it.problem.apprentices[v.a].weekly_hours_limit
    bound = "40 hours, under 18" if asked <= limit else hours(limit)
    return f"{it.setting(v.place).name} asks for {hours(asked)} a week; {it.name(v.a)}'s limit is {bound}."


def _clearances(it: Phrases, v: _About) -> str:
    held = it.problem.apprentices[v.a].clearances
    block = it.block(v.block)
    parts = []
    for clearance in sorted(it.problem.places[v.place].clearances):
        validity = held.get(clearance)
        words = clearance_in_words(it.assembled.clearances[clearance])
        if validity is None:
            parts.append(f"no {words} is on record")
        elif validity.from_on > block.starts_on:
            parts.append(f"the {words} holds only from {day(validity.from_on)}")
        elif validity.until_on is not None and validity.until_on < block.ends_on:
            parts.append(f"the {words} runs out on {day(validity.until_on)}")
    return f"{it.name(v.a)} at {it.setting(v.place).name} {it.from_to(v.block)}: {listed(parts)}."


def _adjustments(it: Phrases, v: _About) -> str:
    lacking = it.problem.apprentices[v.a].adjustments - it.problem.places[v.place].adjustments
    words = listed(it.assembled.adjustments[each].replace("_", " ") for each in sorted(lacking))
    return f"{it.name(v.a)} needs {words}, which the shifts of {it.setting(v.place).name} do not allow."


def _pinned(it: Phrases, v: _About) -> str:
    pinned = it.problem.apprentices[v.a].pins[v.block]
    why = "has started" if (v.a, v.block) in it.assembled.began else "is pinned"
    return f"{it.name(v.a)} {why} at {it.where(pinned, v.a)} in {it.block_on(v.block)}."


def _twice(what: Callable[[Phrases, _About], str]) -> Callable[[Phrases, _About], str]:
    return lambda it, v: f"{it.name(v.a)} would be at {what(it, v)} a second time in {it.block_on(v.block)}."


def _evidence(it: Phrases, v: _About) -> str:
    numbers = needed_of(it.assembled, it.person(v.a).row.learner_id, v.subject)
    code = it.assembled.criteria[v.subject].qualification
    return f"Nowhere on {it.name(v.a)}'s way can {listed(numbers)} of {qualification_in_words(code)} be evidenced."


def _room(it: Phrases, v: _About) -> str:
    setting = it.setting(v.place)
    most = it.problem.places[v.place].most[v.period]
    many = counted(v.amount, "apprentice", "apprentices")
    return f"{setting.name} has {many} too many {it.from_to(v.period)}: it has room for {most}{_who_else(it, v)}."


def _who_else(it: Phrases, v: _About) -> str:
    room = it.setting(v.place).room
    weeks = it.assembled.weeks.of(it.block(v.period))
    others = max((room.others[week] for week in weeks), default=0)
    capacity = min((room.weekly[week].at_most for week in weeks), default=0)
    mentored = room.mentors is not None and room.mentors < capacity
    why = f", as its mentors take {room.mentors} at once" if mentored else ""
    return f"{why}{f', beside {others} of other cohorts' if others else ''}"


def _minimum(it: Phrases, v: _About) -> str:
    least = it.problem.places[v.place].least_in(v.period)
    promised = counted(least, "apprentice", "apprentices")
    return f"{it.setting(v.place).name} was promised {promised} {it.from_to(v.period)}: {v.amount} too few."


def _enough(it: Phrases, v: _About) -> str:
    enough = it.problem.places[v.place].opens_with_in(v.period)
    least = f"at least {enough} apprentices or nobody"
    return f"{it.setting(v.place).name} takes {least} {it.from_to(v.period)}: {v.amount} too few."


def _mentors(it: Phrases, v: _About) -> str:
    mentor = it.problem.mentors[v.subject]
    names = listed(it.setting(place).name for place in sorted(mentor.places))
    return f"The mentors of {names} take {mentor.most} at once: {v.amount} too many {it.from_to(v.period)}."


def _share(it: Phrases, v: _About) -> str:
    share = it.problem.shares[v.subject]
    sector = SECTORS[it.assembled.sectors[share.sector]]
    wanted = f"{share.least}" if share.least == share.most else f"{share.least} to {share.most}"
    return f"{wanted} of the cohort are to start in {sector}: {v.amount} too many or too few."


_SENTENCES: dict[str, Callable[[Phrases, _About], str]] = {
    "one-setting": lambda it, v: f"{it.name(v.a)} has no place in {it.block_on(v.block)}.",
    "block-stay": _stay,
    "home-blocks": _home_blocks,
    "block-kind": _kind,
    "block-sector": _sector,
    "setting-open": _open,
    "exclusions": _excluded,
    "travel-limit": _travel,
    "unsocial-hours": _unsocial,
    "minimum-age": _age,
    "no-nights-under-18": _nights,
    "weekly-hours": _week,
    "clearances": _clearances,
    "adjustments": _adjustments,
    "pinned": _pinned,
    "kind-once": _twice(lambda it, v: f"a {it.kind(v.subject)}"),
    "host-once": _twice(lambda it, v: it.setting(v.place).organisation_name),
    "setting-once": _twice(lambda it, v: it.setting(v.place).name),
    "kinds-required": lambda it, v: f"{it.name(v.a)}'s rotation has no {it.kind(v.subject)}.",
    "sectors-required": lambda it, v: (
        f"{it.name(v.a)}'s rotation has nothing in {SECTORS[it.assembled.sectors[v.subject]]}."
    ),
    "evidence-breadth": _evidence,
    "setting-capacity": _room,
    "setting-minimum": _minimum,
    "enough-or-none": _enough,
    "mentor-load": _mentors,
    "sector-share": _share,
}
