from random import Random

import pytest

from crossway_demo import uln


@pytest.mark.parametrize(
    "number",
    ["9276308686", "1061484016", "1061484466", "1061484903", "1061485810", "1004014316", "7673614579"],
)
def test_published_examples_are_valid(number: str) -> None:
    assert uln.is_valid(number)


@pytest.mark.parametrize(
    "number",
    ["1061484935", "9276308685", "1234567890", "999999999", "106148401", "0000000000", uln.TEMPORARY_ULN, ""],
)
def test_numbers_without_a_valid_check_digit_are_refused(number: str) -> None:
    assert not uln.is_valid(number)


def test_no_valid_number_begins_with_nine_digits_of_remainder_zero() -> None:
    assert uln.check_digit("000000000") is None


def test_invented_numbers_are_valid() -> None:
    random = Random(1)
    assert all(uln.is_valid(uln.invent(random)) for _ in range(1000))
