"""When policies differ. Pure decisions."""

from collections.abc import Sequence

from placements_api.policies.schemas import Statement, Verdict


def compare(statements: Sequence[Statement | None]) -> Verdict:
    """Codes decide where all who wrote something gave one; words that say the same in other words differ otherwise."""
    written = [statement for statement in statements if statement is not None]
    codes = [getattr(statement, "code", None) for statement in written]
    gists = codes if None not in codes else [" ".join(each.text.casefold().split()) for each in written]
    if len(set(gists)) > 1:
        return Verdict.DIFFERENT
    return Verdict.SAME if len(written) == len(statements) else Verdict.INCOMPLETE
