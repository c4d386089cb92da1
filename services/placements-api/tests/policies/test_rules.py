"""When policies differ."""

import pytest

from placements_api.policies.rules import compare
from placements_api.policies.schemas import Statement, UniformPolicy, Verdict

TUNICS = UniformPolicy(text="Two tunics.", code="provided")
MORE_TUNICS = UniformPolicy(text="Three tunics.", code="provided")
OWN = UniformPolicy(text="Two tunics.", code="own_clothes")
WITHOUT_CODE = UniformPolicy(text="two  TUNICS.")


@pytest.mark.parametrize(
    ("statements", "verdict"),
    [
        ([TUNICS, MORE_TUNICS], Verdict.SAME),
        ([TUNICS, OWN], Verdict.DIFFERENT),
        ([TUNICS, WITHOUT_CODE], Verdict.SAME),
        ([MORE_TUNICS, WITHOUT_CODE], Verdict.DIFFERENT),
        ([TUNICS, None, OWN], Verdict.DIFFERENT),
        ([TUNICS, None], Verdict.INCOMPLETE),
        ([None, None], Verdict.INCOMPLETE),
        ([TUNICS], Verdict.SAME),
    ],
)
def test_codes_decide_and_words_where_there_is_none(statements: list[Statement | None], verdict: Verdict) -> None:
    assert compare(statements) is verdict
