"""How far a learner has come. Pure: no I/O."""

from collections.abc import Mapping, Sequence
from typing import Any

from portfolio_api.qualifications.schemas import EvidencedIn, Unit, criteria_of
from portfolio_api.requirements.schemas import CriterionProgress, OutcomeProgress, QualificationProgress, UnitProgress


def progress_in(names: Mapping[str, Any], units: Sequence[Unit], met: frozenset[str]) -> QualificationProgress:
    """`names`: the fields of `QualificationProgress` that name it; `met`: numbers of criteria."""
    shown = [_unit(unit, met) for unit in units]
    missing = [criterion for criterion in criteria_of(units) if criterion.number not in met]
    return QualificationProgress.model_validate(
        {
            **{name: value for name, value in names.items() if name in QualificationProgress.model_fields},
            "criterion_count": sum(unit.criterion_count for unit in shown),
            "met_count": sum(unit.met_count for unit in shown),
            "placement_missing_count": sum(each.evidenced_in is EvidencedIn.PLACEMENT for each in missing),
            "units": shown,
        }
    )


def _unit(unit: Unit, met: frozenset[str]) -> UnitProgress:
    numbers = [criterion.number for criterion in criteria_of([unit])]
    return UnitProgress(
        number=unit.number,
        reference=unit.reference,
        title=unit.title,
        criterion_count=len(numbers),
        met_count=len(met.intersection(numbers)),
        outcomes=[
            OutcomeProgress(
                title=outcome.title,
                criteria=[
                    CriterionProgress(**criterion.model_dump(), met=criterion.number in met)
                    for criterion in outcome.criteria
                ],
            )
            for outcome in unit.outcomes
        ],
    )
