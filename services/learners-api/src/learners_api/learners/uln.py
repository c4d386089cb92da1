"""The unique learner number (ULN): ten digits, the last of which checks the others."""

from typing import Annotated

from pydantic import AfterValidator, Field

TEMPORARY = "9999999999"
"""Stands for a number that has not been issued yet."""


def check_digit(first_nine: str) -> int | None:
    """The tenth digit; None when no number begins with these nine.

    Source: ILR validation rule ULN_04.
    """
    weighted = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), first_nine, strict=True))
    remainder = weighted % 11
    return None if remainder == 0 else 10 - remainder


def _checked(number: str) -> str:
    if number != TEMPORARY and check_digit(number[:9]) != int(number[9]):
        msg = "The last digit does not fit the others: compare the number with the learner's record, digit by digit."
        raise ValueError(msg)
    return number


Uln = Annotated[
    str,
    Field(
        pattern="^[1-9][0-9]{9}$",
        description=f"Unique learner number; {TEMPORARY} until one has been issued.",
        examples=["1000000043"],
    ),
    AfterValidator(_checked),
]
