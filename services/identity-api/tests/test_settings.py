"""Settings that are not safe stop the process."""

import pytest
from pydantic import SecretStr, ValidationError

from identity_api.settings import IdentitySettings

SAFE = {
    "service_database_url": SecretStr("postgresql://localhost/crossway_identity"),
    "public_origin": "https://crossway.example.org",
    "key_encryption_secret": SecretStr("x" * 32),
}


@pytest.mark.parametrize(
    ("change", "secure"),
    [
        ({}, True),
        ({"public_origin": "http://127.0.0.1:8080"}, False),
        ({"public_origin": "http://localhost:8080"}, False),
        ({"key_encryption_secret": SecretStr(""), "demonstration": True}, True),
    ],
)
def test_cookies_are_secure_except_on_this_machine(change: dict[str, object], secure: bool) -> None:
    assert IdentitySettings.model_validate({**SAFE, **change}).cookie_is_secure is secure


@pytest.mark.parametrize(
    "change",
    [
        {"public_origin": "http://crossway.example.org"},
        {"key_encryption_secret": SecretStr("")},
        {"key_encryption_secret": SecretStr("too short")},
    ],
)
def test_what_is_not_safe_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        IdentitySettings.model_validate({**SAFE, **change})
