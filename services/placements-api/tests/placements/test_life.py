"""The life of a placement, and clearances for the whole of it."""

from dataclasses import dataclass
from datetime import date

import pytest

from placements_api.placements.life import State, Step, missing_clearances, state_after, steps_from


@pytest.mark.parametrize(
    ("state", "step", "leads_to"),
    [
        (State.PROPOSED, Step.OFFER, State.OFFERED),
        (State.PROPOSED, Step.ACCEPT, None),
        (State.OFFERED, Step.ACCEPT, State.ACCEPTED),
        (State.OFFERED, Step.DECLINE, State.DECLINED),
        (State.ACCEPTED, Step.DECLINE, None),
        (State.ACCEPTED, Step.CONFIRM, State.CONFIRMED),
        (State.CONFIRMED, Step.START, None),
        (State.CONFIRMED, Step.INDUCT, State.INDUCTED),
        (State.INDUCTED, Step.START, State.STARTED),
        (State.STARTED, Step.SUSPEND, State.SUSPENDED),
        (State.SUSPENDED, Step.RESUME, State.STARTED),
        (State.SUSPENDED, Step.COMPLETE, State.COMPLETED),
        (State.STARTED, Step.WITHDRAW, State.WITHDRAWN),
        (State.DECLINED, Step.WITHDRAW, None),
        (State.COMPLETED, Step.WITHDRAW, None),
    ],
)
def test_steps_of_a_hosted_placement(state: State, step: Step, leads_to: State | None) -> None:
    assert state_after(state, step, hosted=True) is leads_to


def test_at_home_there_is_no_second_induction() -> None:
    assert state_after(State.CONFIRMED, Step.START, hosted=False) is State.STARTED
    assert state_after(State.CONFIRMED, Step.INDUCT, hosted=False) is None


def test_each_sees_the_steps_that_are_theirs() -> None:
    assert steps_from(State.OFFERED, hosted=True, as_host=True) == [Step.ACCEPT, Step.DECLINE]
    assert steps_from(State.ACCEPTED, hosted=True, as_host=True) == []
    assert steps_from(State.ACCEPTED, hosted=True, as_host=False) == [Step.CONFIRM, Step.WITHDRAW]
    assert steps_from(State.COMPLETED, hosted=True, as_host=False) == []


@dataclass(frozen=True)
class Has:
    code: str
    valid_from: date
    expires_on: date | None = None


DBS = "dbs_enhanced"
BEFORE, FIRST, LAST = date(2026, 12, 1), date(2027, 3, 1), date(2027, 8, 29)


@pytest.mark.parametrize(
    ("held", "words"),
    [
        ([Has(DBS, BEFORE)], None),
        ([Has(DBS, FIRST, LAST)], None),
        ([], "there is none on record"),
        ([Has("right_to_work", BEFORE)], "there is none on record"),
        ([Has(DBS, BEFORE, date(2027, 8, 28))], "runs out before 29 August 2027, and the placement lasts until"),
        ([Has(DBS, date(2027, 3, 2))], "is only valid from 2 March 2027"),
        ([Has(DBS, BEFORE, date(2027, 2, 1))], "ran out before 1 March 2027"),
        ([Has(DBS, date(2027, 5, 2)), Has(DBS, BEFORE, date(2027, 5, 1))], None),
        ([Has(DBS, BEFORE, date(2027, 5, 1)), Has(DBS, date(2027, 5, 3))], "runs out before 2 May 2027"),
    ],
)
def test_a_clearance_covers_the_whole_placement(held: list[Has], words: str | None) -> None:
    missing = missing_clearances([DBS], held, FIRST, LAST)
    if words is None:
        assert missing == []
    else:
        [only] = missing
        assert only.code == DBS
        assert only.words.startswith(words)
