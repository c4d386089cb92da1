"""The unique learner number."""

import pytest
from pydantic import TypeAdapter, ValidationError

from learners_api.learners.uln import TEMPORARY, Uln, check_digit

ULN: TypeAdapter[str] = TypeAdapter(Uln)


@pytest.mark.parametrize("number", ["1000000000", "1000000043", "1000000078", TEMPORARY])
def test_numbers_whose_last_digit_fits(number: str) -> None:
    assert ULN.validate_python(number) == number


@pytest.mark.parametrize(
    "number",
    [
        "1000000044",
        "1000000060",
        "0000000000",
        "9999999997",
        "999999999",
        "99999999990",
        "10000OOO43",
        "１０００００００４３",
    ],
)
def test_numbers_that_cannot_be(number: str) -> None:
    with pytest.raises(ValidationError):
        ULN.validate_python(number)


def test_some_beginnings_have_no_last_digit() -> None:
    assert check_digit("100000006") is None
    assert check_digit("100000000") == 0
