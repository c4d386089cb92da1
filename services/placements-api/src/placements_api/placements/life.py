"""The life of a placement: which step leads from which state to which, and whose step it is. Pure decisions.

    proposed -> offered -> accepted | declined -> confirmed -> inducted -> started <-> suspended -> completed

and withdrawn from every state before an end. A block at the employer of record has nobody to offer it to and no second
induction: it begins as confirmed, and starts from there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from placements_api.sentences import day


class State(StrEnum):
    PROPOSED = "proposed"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CONFIRMED = "confirmed"
    INDUCTED = "inducted"
    STARTED = "started"
    SUSPENDED = "suspended"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    OFFER = "offer"
    ACCEPT = "accept"
    DECLINE = "decline"
    CONFIRM = "confirm"
    INDUCT = "induct"
    START = "start"
    SUSPEND = "suspend"
    RESUME = "resume"
    COMPLETE = "complete"
    WITHDRAW = "withdraw"


OFFER_NOTICE = timedelta(weeks=12)
ROTA_NOTICE = timedelta(weeks=6)
"""Source: the programmes' agreements with hosts; both are defaults of the partnership."""

ENDED = frozenset({State.DECLINED, State.COMPLETED, State.WITHDRAWN})
OVER_FOR_THE_PLAN = frozenset({State.DECLINED, State.WITHDRAWN})
"""The block is free again for another placement."""
UNDER_WAY = frozenset({State.STARTED, State.SUSPENDED, State.COMPLETED})
"""No plan moves these."""
NEEDS_REASON = frozenset({Step.DECLINE, Step.SUSPEND, Step.WITHDRAW})
HOSTS_STEPS = frozenset({Step.ACCEPT, Step.DECLINE, Step.INDUCT, Step.START, Step.SUSPEND, Step.RESUME, Step.COMPLETE})
"""Those of the organisation that hosts; the coordinator takes every step."""

_LEADS = {
    (State.PROPOSED, Step.OFFER): State.OFFERED,
    (State.OFFERED, Step.ACCEPT): State.ACCEPTED,
    (State.OFFERED, Step.DECLINE): State.DECLINED,
    (State.ACCEPTED, Step.CONFIRM): State.CONFIRMED,
    (State.CONFIRMED, Step.INDUCT): State.INDUCTED,
    (State.INDUCTED, Step.START): State.STARTED,
    (State.STARTED, Step.SUSPEND): State.SUSPENDED,
    (State.SUSPENDED, Step.RESUME): State.STARTED,
    (State.STARTED, Step.COMPLETE): State.COMPLETED,
    (State.SUSPENDED, Step.COMPLETE): State.COMPLETED,
} | {(state, Step.WITHDRAW): State.WITHDRAWN for state in State if state not in ENDED}


def state_after(state: State, step: Step, *, hosted: bool) -> State | None:
    """Where the step leads from the state; None when it cannot be taken there."""
    if not hosted and step is Step.INDUCT:
        return None
    if not hosted and (state, step) == (State.CONFIRMED, Step.START):
        return State.STARTED
    return _LEADS.get((state, step))


def steps_from(state: State, *, hosted: bool, as_host: bool) -> list[Step]:
    """The steps that can be taken, in the order of a life; `as_host`: only those that are the host's."""
    return [
        step
        for step in Step
        if (not as_host or step in HOSTS_STEPS) and state_after(state, step, hosted=hosted) is not None
    ]


class Held(Protocol):
    """A clearance that somebody has; no last day: it does not run out."""

    @property
    def code(self) -> str: ...
    @property
    def valid_from(self) -> date: ...
    @property
    def expires_on(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class MissingClearance:
    """What a setting demands and somebody does not have for the whole of a placement."""

    code: str
    words: str


def missing_clearances(
    demanded: Iterable[str], held: Sequence[Held], starts_on: date, ends_on: date
) -> list[MissingClearance]:
    """In the order in which they are demanded. Several of one code, such as renewals, count together."""
    missing = []
    for code in demanded:
        own = sorted((each for each in held if each.code == code), key=lambda each: each.valid_from)
        gap = _first_day_without(own, starts_on, ends_on)
        if gap is None:
            continue
        if not own:
            words = "there is none on record"
        elif gap > starts_on:
            words = f"runs out before {day(gap)}, and the placement lasts until {day(ends_on)}"
        elif own[0].valid_from > starts_on:
            words = f"is only valid from {day(own[0].valid_from)}"
        else:
            words = f"ran out before {day(starts_on)}"
        missing.append(MissingClearance(code, words))
    return missing


def _first_day_without(own: Sequence[Held], starts_on: date, ends_on: date) -> date | None:
    first = starts_on
    for each in own:
        if each.valid_from <= first and (each.expires_on is None or each.expires_on >= first):
            if each.expires_on is None or each.expires_on >= ends_on:
                return None
            first = each.expires_on + timedelta(days=1)
    return first
