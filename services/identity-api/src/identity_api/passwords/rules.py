"""Which passwords are taken: long enough, and not one that everybody tries first.

Source: OWASP ASVS 5.0, V6.2 (length, no composition rules, common passwords refused).
"""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints, TypeAdapter, ValidationError

from identity_api.passwords.common_passwords import COMMON_PASSWORDS
from service_common.problems import InvalidInput

MIN_LENGTH = 12
MAX_LENGTH = 128


def is_common(password: str) -> bool:
    """Whether it is on the list, or one or two characters over and over, whatever the case."""
    folded = password.casefold()
    return folded in COMMON_PASSWORDS or len(set(folded)) <= 2


def _refuse_common(password: str) -> str:
    if is_common(password):
        raise ValueError("Many people use this password, so it is tried first. Choose another: three unrelated words.")
    return password


Password = Annotated[str, StringConstraints(min_length=1, max_length=MAX_LENGTH)]
"""A password to be checked; whatever was accepted once."""

NewPassword = Annotated[
    str, StringConstraints(min_length=MIN_LENGTH, max_length=MAX_LENGTH), AfterValidator(_refuse_common)
]
"""A password to be set."""

_NEW_PASSWORD: TypeAdapter[str] = TypeAdapter(NewPassword)


def check_new_password(password: str, pointer: str) -> None:
    """For a field that holds a password to be set or to be checked, as it turns out. Raises InvalidInput."""
    try:
        _NEW_PASSWORD.validate_python(password)
    except ValidationError as error:
        faults = [(pointer, fault["msg"].removeprefix("Value error, ")) for fault in error.errors()]
        raise InvalidInput(faults) from None
