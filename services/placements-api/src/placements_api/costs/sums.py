"""What funding lines come to. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from placements_api.programmes.rotation import FundingLine


@dataclass(frozen=True, slots=True)
class CostLine:
    """`total_pence` is None where the amount is not known: it is not taken for nothing."""

    payer: str
    purpose: str
    amount_pence: int | None
    per_apprentice: bool
    total_pence: int | None


def cost_lines(lines: Sequence[FundingLine], apprentices: int) -> list[CostLine]:
    """In the order of the programme."""
    return [
        CostLine(
            line.payer,
            line.purpose,
            line.amount_pence,
            line.per_apprentice,
            None if line.amount_pence is None else line.amount_pence * (apprentices if line.per_apprentice else 1),
        )
        for line in lines
    ]


def known_total(lines: Sequence[CostLine]) -> int:
    return sum(line.total_pence or 0 for line in lines)


def shares(weeks: Sequence[int]) -> list[float]:
    """Per cent of all weeks, to one decimal; zero where there are none."""
    total = sum(weeks)
    return [round(100 * own / total, 1) if total else 0.0 for own in weeks]
