"""Finding learners by words of their names or by ULN.

Row-level security keeps PostgreSQL from using an index for operators that are not leakproof, which all of full-text
and trigram search are. A range of text is leakproof: so each word of a learner is a row, and a prefix is a range.

What was found comes in the order of an index: learners with the very word first, then those with longer ones, each by
name. So the first page of a million hits costs what the first page of ten does.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, select
from sqlalchemy.orm import aliased

from learners_api.learners.models import BY_BYTES, Learner, LearnerWord
from service_common.db import Reader
from service_common.statements import Statement

MAX_WORDS = 6
_LAST_CHARACTER = "\U0010ffff"
_Other = aliased(LearnerWord)

OF_LEARNER = and_(LearnerWord.partnership_id == Learner.partnership_id, LearnerWord.learner_id == Learner.id)


def _from(n: int) -> ColumnElement[str]:
    return bindparam(f"word_{n}", type_=BY_BYTES)


def _until(n: int) -> ColumnElement[str]:
    return bindparam(f"word_{n}_end", type_=BY_BYTES)


def _same_learner() -> ColumnElement[bool]:
    return and_(_Other.partnership_id == LearnerWord.partnership_id, _Other.learner_id == LearnerWord.learner_id)


def _first_word_that_fits() -> ColumnElement[bool]:
    """Each learner once, though several of their words may begin so."""
    is_first = _one_of(_Other.word >= _from(0), _Other.word < LearnerWord.word).is_(None)
    return and_(LearnerWord.word >= _from(0), LearnerWord.word < _until(0), is_first)


def _has_another_word(n: int) -> ColumnElement[bool]:
    return _one_of(_Other.word >= _from(n), _Other.word < _until(n)).is_not(None)


def _one_of(*conditions: ColumnElement[bool]) -> ColumnElement[str | None]:
    """A word of the same learner, or null. Not EXISTS: that would become a join that reads all words of the range."""
    return select(_Other.word).where(_same_learner(), *conditions).limit(1).scalar_subquery()


WORD_FILTERS: Mapping[str, ColumnElement[bool]] = {
    "word_0": _first_word_that_fits(),
    **{f"word_{n}": _has_another_word(n) for n in range(1, MAX_WORDS)},
}
"""Filters of a `JsonList` over learners joined to `LearnerWord`, each for a word with which one of theirs begins."""


_WORDS_OF = Statement("SELECT search_words($1)", ("q",))


async def find_words(reader: Reader, q: str) -> dict[str, Any]:
    """Values of `WORD_FILTERS` for what somebody typed, whatever its case and accents; empty when there is no word."""
    if not q.strip():
        return {}
    # The database takes words apart in one way for both sides of the comparison.
    (words,) = await reader.row(_WORDS_OF, {"q": q})
    longest: list[str] = sorted(words, key=len, reverse=True)[:MAX_WORDS]
    return {f"word_{n}": {f"word_{n}": word, f"word_{n}_end": word + _LAST_CHARACTER} for n, word in enumerate(longest)}
