"""Why there is no plan, in sentences: each reason is a rule that holds for somebody or somewhere."""

from collections.abc import Callable, Sequence
from itertools import groupby

from placements_api.assembly.assembled import Assembled
from placements_api.assembly.assumed import assumptions_of, needed_of
from placements_api.planning.blame import Culprit
from placements_api.planning.explain import Explanation, Remedy
from placements_api.planning.replan import Replan
from placements_api.scenarios.schemas import ConflictRead, PersonRef, RemedyRead
from placements_api.sentences import SECTORS, clearance_in_words, counted, day, listed, qualification_in_words
from placements_api.wording.phrases import Phrases, hours, unsocial
from placements_api.wording.remedies import remedy_sentence

_PROVEN_UNTOLD = (
    "It is proven that no plan places everybody any more, but which rules are in the way could not be told in the time"
    " there was."
)
_NOT_PROVEN = (
    "No plan was found, and no conflict could be proven in the time there was. Give it more time, or loosen a limit"
    " that many apprentices share."
)


def conflict_read(assembled: Assembled, explanation: Explanation) -> ConflictRead:
    """The explanation in words."""
    conflict = explanation.conflict
    if conflict is None:
        return ConflictRead(headline=_NOT_PROVEN, reasons=[], people=[], minimal=False, remedies=[])
    people = [assembled.people[a] for a in conflict.people]
    reasons = _reasons(Phrases(assembled), conflict.culprits)
    who = f" for {listed(person.name for person in people)}" if people else ""
    return ConflictRead(
        headline=f"There is no plan{who}: {_trouble(len(reasons))}.",
        reasons=reasons,
        people=[PersonRef(enrolment_id=person.id, name=person.name) for person in people],
        minimal=conflict.minimal,
        remedies=[remedy_read(assembled, remedy) for remedy in explanation.remedies],
    )


def _trouble(rules: int) -> str:
    return "one rule cannot be kept" if rules == 1 else f"{counted(rules, 'rule', 'rules')} cannot hold together"


def mend_conflict_read(assembled: Assembled, explanation: Explanation, replan: Replan) -> ConflictRead:
    """The same for a plan in force that cannot be mended, and everybody for whom no way is left, not only who is in
    the conflict that was looked into."""
    read = conflict_read(assembled, explanation)
    headline = _PROVEN_UNTOLD if explanation.conflict is None and replan.impossible else read.headline
    named = {person.enrolment_id for person in read.people}
    stuck = [person for a in replan.without_itinerary if (person := assembled.people[a]).id not in named]
    if not stuck:
        return read.model_copy(update={"headline": headline})
    left = "Nor is a way left for" if named else "No way is left for"
    people = [PersonRef(enrolment_id=person.id, name=person.name) for person in stuck]
    return read.model_copy(
        update={
            "headline": f"{headline} {left} {listed(person.name for person in stuck)}, whatever the others do.",
            "people": [*read.people, *people],
        }
    )


def remedy_read(assembled: Assembled, remedy: Remedy) -> RemedyRead:
    changes = assumptions_of(assembled, assembled.problem, remedy.changes)
    return RemedyRead(sentence=remedy_sentence(assembled, changes), changes=changes, verified=remedy.verified)


def _reasons(it: Phrases, culprits: Sequence[Culprit]) -> list[str]:
    """One sentence for the settings that share a rule and a block, and for the people who share a rule."""
    ordered = sorted(culprits, key=lambda culprit: (culprit.rule, culprit.period, culprit))
    reasons = []
    for (rule, _), group in groupby(ordered, key=lambda culprit: (culprit.rule, culprit.period)):
        reasons.extend(_SENTENCES[rule](it, list(group)))
    return reasons


def _names(it: Phrases, culprits: Sequence[Culprit]) -> str:
    return listed(dict.fromkeys(it.name(culprit.apprentice) for culprit in culprits))


def _about_people(text: str) -> Callable[[Phrases, list[Culprit]], list[str]]:
    return lambda it, culprits: [text.format(_names(it, culprits))]


def _room(it: Phrases, culprits: list[Culprit]) -> list[str]:
    period = culprits[0].period
    parts = [f"{it.problem.places[c.subject].most[period]} at {it.setting(c.subject).name}" for c in culprits]
    return [f"There is room for {listed(parts)} {it.from_to(period)}."]


def _promised(it: Phrases, culprits: list[Culprit]) -> list[str]:
    period = culprits[0].period
    parts = [f"{it.setting(c.subject).name} {it.problem.places[c.subject].least_in(period)}" for c in culprits]
    return [f"Promised at least {it.from_to(period)}: {listed(parts)}."]


def _enough(it: Phrases, culprits: list[Culprit]) -> list[str]:
    period = culprits[0].period
    parts = [f"{it.setting(c.subject).name} ({it.problem.places[c.subject].opens_with_in(period)})" for c in culprits]
    return [f"A smallest number or nobody {it.from_to(period)}: {listed(parts)}."]


def _mentors(it: Phrases, culprits: list[Culprit]) -> list[str]:
    found = []
    for culprit in culprits:
        mentor = it.problem.mentors[culprit.subject]
        names = listed(it.setting(place).name for place in sorted(mentor.places))
        found.append(f"The mentors of {names} take {mentor.most} at once ({it.from_to(culprit.period)}).")
    return found


def _share(it: Phrases, culprits: list[Culprit]) -> list[str]:
    found = []
    for culprit in culprits:
        share = it.problem.shares[culprit.subject]
        wanted = f"{share.least}" if share.least == share.most else f"{share.least} to {share.most}"
        found.append(f"{wanted} of the cohort start in {SECTORS[it.assembled.sectors[share.sector]]}.")
    return found


def _ages(it: Phrases, culprits: list[Culprit]) -> list[str]:
    return [
        f"{it.name(c.apprentice)} was born on {day(it.person(c.apprentice).row.date_of_birth)}, and settings have a"
        " minimum age."
        for c in culprits
    ]


def _limits(it: Phrases, culprits: list[Culprit]) -> list[str]:
    parts = [f"{it.name(c.apprentice)} {it.problem.apprentices[c.apprentice].travel_limit_minutes}" for c in culprits]
    return [f"Limits of travel in minutes: {listed(parts)}."]


def _clearances(it: Phrases, culprits: list[Culprit]) -> list[str]:
    found = []
    for culprit in culprits:
        held = it.problem.apprentices[culprit.apprentice].clearances
        lacking = [clearance_in_words(code) for n, code in enumerate(it.assembled.clearances) if n not in held]
        has = [
            f"the {clearance_in_words(it.assembled.clearances[n])} until {day(validity.until_on)}"
            for n, validity in sorted(held.items())
            if validity.until_on is not None and validity.until_on < it.assembled.timeline.ends_on
        ]
        parts = [f"has no {listed(lacking)}"] if lacking else []
        parts += [f"holds {listed(has)}"] if has else []
        what = " and ".join(parts) or "holds some clearances only from a later day"
        found.append(f"{it.name(culprit.apprentice)} {what}, and settings demand them.")
    return found


def _weeks(it: Phrases, culprits: list[Culprit]) -> list[str]:
    parts = [
        f"{it.name(c.apprentice)} {hours(it.problem.apprentices[c.apprentice].weekly_hours_limit)}" for c in culprits
    ]
    return [f"Limits of the working week: {listed(parts)}; 40 hours under 18."]


def _budget(it: Phrases, culprits: list[Culprit]) -> list[str]:
    budget = it.problem.patterns[it.problem.apprentices[culprits[0].apprentice].pattern].budget
    paid = unsocial(budget)
    return [f"The programme pays for {paid or 'no unsocial hours'} ({_names(it, culprits)})."]


def _pins(it: Phrases, culprits: list[Culprit]) -> list[str]:
    return [f"Pinned or started placements of {_names(it, culprits)} stay where they are."]


def _kinds(it: Phrases, culprits: list[Culprit]) -> list[str]:
    return [f"{it.name(c.apprentice)} needs a {it.kind(c.subject)} in the rotation." for c in culprits]


def _sectors(it: Phrases, culprits: list[Culprit]) -> list[str]:
    return [
        f"{it.name(c.apprentice)} needs {SECTORS[it.assembled.sectors[c.subject]]} in the rotation." for c in culprits
    ]


def _evidence(it: Phrases, culprits: list[Culprit]) -> list[str]:
    found = []
    for culprit in culprits:
        numbers = needed_of(it.assembled, it.person(culprit.apprentice).row.learner_id, culprit.subject)
        code = it.assembled.criteria[culprit.subject].qualification
        at = [
            it.setting(place).name for place, each in enumerate(it.problem.places) if culprit.subject in each.criteria
        ]
        found.append(
            f"{it.name(culprit.apprentice)} has to evidence {listed(numbers)} of {qualification_in_words(code)},"
            f" offered only at {listed(at)}."
        )
    return found


_SENTENCES: dict[str, Callable[[Phrases, list[Culprit]], list[str]]] = {
    "one-setting": _about_people("{} need a place in every block."),
    "block-stay": _about_people("Blocks with the employer and blocks with a host are fixed for {}."),
    "home-blocks": _about_people("The number of blocks with the employer is fixed for {}."),
    "block-kind": _about_people("The blocks of {} are each meant for certain kinds of setting."),
    "block-sector": _about_people("The blocks of {} are each meant for certain sectors."),
    "setting-open": _about_people("Some settings are closed in blocks of {}."),
    "exclusions": _about_people("Agreed exclusions, and the rule that hosts are not one's employer, hold for {}."),
    "travel-limit": _limits,
    "unsocial-hours": _budget,
    "minimum-age": _ages,
    "no-nights-under-18": _about_people("Nobody works nights under 18: {}."),
    "weekly-hours": _weeks,
    "clearances": _clearances,
    "adjustments": _about_people("Some settings cannot make the adjustments that {} need."),
    "pinned": _pins,
    "kind-once": _about_people("No kind of setting comes twice for {}."),
    "host-once": _about_people("No host comes twice for {}."),
    "setting-once": _about_people("No setting comes twice for {}."),
    "kinds-required": _kinds,
    "sectors-required": _sectors,
    "evidence-breadth": _evidence,
    "setting-capacity": _room,
    "setting-minimum": _promised,
    "enough-or-none": _enough,
    "mentor-load": _mentors,
    "sector-share": _share,
}
