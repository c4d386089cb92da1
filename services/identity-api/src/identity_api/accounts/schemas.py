"""A person's account."""

from uuid import UUID

from identity_api.passwords.rules import NewPassword, Password
from service_common.types import Input, Line, Output


class AccountRead(Output):
    id: UUID
    email: str
    display_name: str


class AccountUpdate(Input):
    display_name: Line


class PasswordChange(Input):
    current_password: Password
    new_password: NewPassword
