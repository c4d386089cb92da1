"""Which passwords are taken."""

import pytest
from pydantic import TypeAdapter, ValidationError

from identity_api.passwords.common_passwords import COMMON_PASSWORDS
from identity_api.passwords.rules import NewPassword

NEW_PASSWORD: TypeAdapter[str] = TypeAdapter(NewPassword)


@pytest.mark.parametrize(
    "password",
    [
        "granite-willow-harbour",
        "twelve chars",
        "  spaces count  ",
        "пароль-из-слов",
        "🦊🦊🦊🦊🐻🐻🐻🐻🐼🐼🐼🐼",
        "xyzzy" * 25 + "abc",
    ],
)
def test_what_is_long_and_uncommon_is_taken_as_it_is(password: str) -> None:
    assert NEW_PASSWORD.validate_python(password) == password


@pytest.mark.parametrize(
    "password",
    [
        "elevenchars",
        "a" * 200,
        "aaaaaaaaaaaaa",
        "ababababababab",
        "password1234",
        "Password1234!",
        "PASSWORDPASSWORD",
        "qwertyuiopas",
        "123456789012",
        "liverpool2024",
        "Welcome12345",
        "Apprentice2025!",
        "correcthorsebatterystaple",
    ],
)
def test_what_is_short_or_tried_first_is_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        NEW_PASSWORD.validate_python(password)


def test_the_list_holds_thousands_and_only_what_could_be_chosen() -> None:
    assert len(COMMON_PASSWORDS) > 5_000
    assert min(map(len, COMMON_PASSWORDS)) == 12
    assert all(password == password.casefold() for password in COMMON_PASSWORDS)
