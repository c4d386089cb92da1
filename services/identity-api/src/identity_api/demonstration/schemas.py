"""The sign-ins that the sign-in page offers in demonstration mode."""

from pydantic import Field

from service_common.auth import Role
from service_common.types import Output


class DemonstrationAccount(Output):
    role: Role
    display_name: str
    label: str | None = Field(description="What they are there, in words.")
    email: str
    password: str


class DemonstrationProgramme(Output):
    partnership_name: str
    accounts: list[DemonstrationAccount]


class DemonstrationRead(Output):
    programmes: list[DemonstrationProgramme]
