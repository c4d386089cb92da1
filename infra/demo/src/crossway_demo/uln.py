"""Unique learner numbers for invented people."""

from random import Random

TEMPORARY_ULN = "9999999999"


def check_digit(first_nine: str) -> int | None:
    """The tenth digit for these nine, or None where no valid number begins with them.

    Source: ILR validation rule ULN_04 (derived rule DD01).
    """
    weighted = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), first_nine, strict=True))
    remainder = weighted % 11
    return None if remainder == 0 else 10 - remainder


def is_valid(uln: str) -> bool:
    """Whether `uln` is a permanent number: the temporary one is not."""
    return (
        len(uln) == 10
        and uln.isascii()
        and uln.isdecimal()
        and uln[0] != "0"
        and uln != TEMPORARY_ULN
        and check_digit(uln[:9]) == int(uln[9])
    )


def invent(random: Random) -> str:
    while True:
        first_nine = str(random.randint(100_000_000, 999_999_999))
        digit = check_digit(first_nine)
        if digit is not None:
            return f"{first_nine}{digit}"
