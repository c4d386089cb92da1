"""Finding learners by words of their names or by ULN.

Row-level security keeps PostgreSQL from using an index for operators that are not leakproof, which all of full-text
and trigram search are. A range of text is leakproof, so each word of a learner is a row, and a prefix is a range.
"""

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.learners.models import Learner, LearnerWord
from service_common.auth import Principal

_LAST_CHARACTER = "\U0010ffff"


async def matching(session: AsyncSession, principal: Principal, q: str) -> list[ColumnElement[bool]]:
    """Conditions on learners: a word begins with each word of `q`, whatever their case and accents. May be empty."""
    if not q.strip():
        return []
    # The database takes words apart in one way for both sides of the comparison.
    prefixes: list[str] = (await session.execute(select(func.search_words(q)))).scalar_one()
    return [
        Learner.id.in_(
            select(LearnerWord.learner_id).where(
                LearnerWord.partnership_id == principal.partnership_id,
                LearnerWord.word >= prefix,
                LearnerWord.word < prefix + _LAST_CHARACTER,
            )
        )
        for prefix in prefixes
    ]
