"""The answer of the token endpoint."""

from typing import Literal

from pydantic import Field

from service_common.types import Output


class TokenRead(Output):
    """Source: RFC 6749 section 5.1."""

    access_token: str
    token_type: Literal["Bearer"]
    expires_in: int = Field(description="Seconds.")
    scope: str = Field(description="What was granted, separated by spaces.", examples=["learners:read events:read"])
