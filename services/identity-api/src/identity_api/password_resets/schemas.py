"""Asking for a new password, and setting it."""

from identity_api.one_time_tokens import OneTimeToken
from identity_api.passwords.rules import NewPassword
from service_common.types import Email, Input


class PasswordResetCreate(Input):
    email: Email


class PasswordResetUse(Input):
    token: OneTimeToken
    new_password: NewPassword
