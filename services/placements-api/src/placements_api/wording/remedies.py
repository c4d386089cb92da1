"""Assumptions as sentences: what somebody would have to agree to."""

from collections.abc import Callable
from typing import Any

from placements_api.assembly.assembled import Assembled
from placements_api.scenarios.assumptions import AnyAssumption
from placements_api.sentences import (
    SECTORS,
    clearance_in_words,
    counted,
    day,
    kinds_in_words,
    listed,
    qualification_in_words,
)
from placements_api.wording.phrases import Phrases, hours

_GONE = "Something that is not part of this plan any more."


def assumption_sentence(assembled: Assembled, assumption: AnyAssumption) -> str:
    """A plain sentence also when what it is about is gone."""
    words = _Words(assembled)
    try:
        return _SENTENCES[assumption.kind](words, assumption)
    except (KeyError, IndexError):
        return _GONE


def remedy_sentence(assembled: Assembled, assumptions: list[AnyAssumption]) -> str:
    return " ".join(assumption_sentence(assembled, each) for each in assumptions)


class _Words(Phrases):
    def person_of(self, assumption: Any) -> str:
        return self.name(self.assembled.person_at[assumption.enrolment_id])

    def setting_of(self, assumption: Any) -> str:
        return self.setting(self.assembled.setting_at[assumption.setting_id]).name


_SENTENCES: dict[str, Callable[[_Words, Any], str]] = {
    "extra_capacity": lambda say, it: (
        f"{counted(it.by, 'more place', 'more places')} at {say.setting_of(it)} {say.from_to(it.block)}."
    ),
    "extra_mentoring": lambda say, it: (
        f"The mentors of {listed(say.setting(say.assembled.setting_at[each]).name for each in it.setting_ids)} take"
        f" {it.by} more at once."
    ),
    "lower_minimum": lambda say, it: (
        f"{say.setting_of(it)} does with {it.by} fewer than it was promised {say.from_to(it.block)}."
    ),
    "uneven_share": lambda say, it: (
        "The two halves of the cohort may differ from an even division by"
        f" {counted(it.by, 'apprentice', 'apprentices')}."
    ),
    "open_setting": lambda say, it: f"{say.setting_of(it)} is open all the time {say.from_to(it.block)}.",
    "arrange_adjustment": lambda say, it: f"{say.setting_of(it)} arranges {it.adjustment.replace('_', ' ')}.",
    "longer_travel": lambda say, it: f"{say.person_of(it)} agrees to journeys of up to {it.minutes} minutes.",
    "obtain_clearance": lambda say, it: (
        f"{say.person_of(it)} holds the {clearance_in_words(it.code)} from {day(it.from_on)} to {day(it.until_on)}."
    ),
    "lift_exclusion": lambda say, it: f"{say.person_of(it)} may be placed at {say.setting_of(it)} after all.",
    "unpin": lambda say, it: f"{say.person_of(it)} is not pinned any more in {say.block_on(it.block)}.",
    "evidence_elsewhere": lambda say, it: (
        f"{say.person_of(it)} evidences {listed(it.criteria)} of {qualification_in_words(it.qualification)}"
        " outside the rotation."
    ),
    "longer_week": lambda say, it: f"{say.person_of(it)} agrees to {hours(it.hours)} a week.",
    "less_capacity": lambda say, it: (
        f"{say.setting_of(it)} takes {f'at most {it.at_most}' if it.at_most else 'nobody'} {say.from_to(it.block)}."
    ),
    "loses_clearance": lambda say, it: (
        f"{say.person_of(it)} does not hold the {clearance_in_words(it.code)} from {day(it.from_on)} on."
    ),
    "leaves": lambda say, it: f"{say.person_of(it)} has left: nothing is planned for them.",
    "swap_blocks": lambda say, it: (
        f"For {say.person_of(it)}, {say.block_on(it.first)} and {say.block_on(it.second)} exchange what they are"
        " meant for."
    ),
    "waive_kind": lambda say, it: f"{say.person_of(it)}'s rotation does without a {kinds_in_words([it.setting_kind])}.",
    "waive_sector": lambda say, it: f"{say.person_of(it)}'s rotation does without {SECTORS[it.sector]}.",
    "allow_repeat": lambda say, it: (
        f"{say.person_of(it)} may meet the same {it.of if it.of != 'kind' else 'kind of setting'} twice."
    ),
    "pay_unsocial_hours": lambda say, it: f"{listed(it.shifts).capitalize()} of {say.person_of(it)} are paid for.",
}
