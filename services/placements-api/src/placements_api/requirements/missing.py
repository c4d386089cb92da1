"""Criteria of a qualification that somebody has still to evidence."""

from pydantic import BaseModel, TypeAdapter


class MissingCriteria(BaseModel):
    qualification: str
    criteria: list[str]


MISSING: TypeAdapter[list[MissingCriteria]] = TypeAdapter(list[MissingCriteria])
