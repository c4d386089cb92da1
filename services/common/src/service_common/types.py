"""Bounded input types: whatever a client sends, the database can store it or the answer is 422.

PostgreSQL refuses NUL in text and integers beyond their width; JSON admits both, and NaN. Each type states its
bounds in the OpenAPI schema as well, so that a generated client knows them.
"""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, EmailStr, Field, StringConstraints

_ONE_LINE = r"^[^\x00-\x1f\x7f]*[^\x00-\x1f\x7f\s][^\x00-\x1f\x7f]*$"
_MANY_LINES = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*[^\x00-\x1f\x7f\s][^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"


def _line(max_length: int) -> tuple[StringConstraints, AfterValidator]:
    return StringConstraints(min_length=1, max_length=max_length, pattern=_ONE_LINE), AfterValidator(str.strip)


Line = Annotated[str, *_line(200)]
"""One line of text with something in it: names, titles. Surrounding space is dropped."""

ShortLine = Annotated[str, *_line(60)]
"""One short line: codes, references."""

Paragraphs = Annotated[
    str,
    StringConstraints(min_length=1, max_length=4000, pattern=_MANY_LINES),
    AfterValidator(str.strip),
]
"""Free text that may hold line breaks, such as a reason."""

SearchText = Annotated[str, StringConstraints(max_length=100, pattern=r"^[^\x00-\x1f\x7f]*$")]
"""What somebody typed into a search box; may be empty."""

Email = Annotated[EmailStr, StringConstraints(max_length=254), AfterValidator(str.lower)]
"""An e-mail address, kept in lower case so that one person is one account."""

Count = Annotated[int, Field(ge=0, le=2**31 - 1)]
"""A whole number of things that a PostgreSQL integer holds."""

CalendarDate = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2200, 12, 31))]
"""A day in the lifetime of people whom we may meet."""


class Input(BaseModel):
    """Base of every request body: unknown fields are refused, so that a typing error is not silently lost."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


class Output(BaseModel):
    """Base of every response body; reads attributes of rows."""

    model_config = ConfigDict(from_attributes=True, json_schema_serialization_defaults_required=True)
