"""Finding learners by words of their names or by ULN.

Row-level security keeps PostgreSQL from using an index for operators that are not leakproof, which all of full-text
and trigram search are. A range of text is leakproof: so each word of a learner is a row, and a prefix is a range.
"""

from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.learners.models import BY_BYTES, Learner, LearnerWord

MAX_WORDS = 6
_LAST_CHARACTER = "\U0010ffff"


def _begins_with(n: int) -> ColumnElement[bool]:
    found = select(LearnerWord.learner_id).where(
        LearnerWord.partnership_id == bindparam("partnership_id"),
        LearnerWord.word >= bindparam(f"word_{n}", type_=BY_BYTES),
        LearnerWord.word < bindparam(f"word_{n}_end", type_=BY_BYTES),
    )
    return Learner.id.in_(found)


WORD_FILTERS = {f"word_{n}": _begins_with(n) for n in range(MAX_WORDS)}
"""Filters of a `JsonList`, each for a word with which a word of the learner begins."""


async def find_words(session: AsyncSession, q: str) -> dict[str, Any]:
    """Values of `WORD_FILTERS` for what somebody typed, whatever its case and accents; may be empty."""
    if not q.strip():
        return {}
    # The database takes words apart in one way for both sides of the comparison.
    words: list[str] = (await session.execute(select(func.search_words(q)))).scalar_one()
    longest = sorted(words, key=len, reverse=True)[:MAX_WORDS]
    return {f"word_{n}": {f"word_{n}": word, f"word_{n}_end": word + _LAST_CHARACTER} for n, word in enumerate(longest)}
