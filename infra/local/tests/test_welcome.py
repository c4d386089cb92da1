"""The words below the ready line."""

from typing import Any

from crossway_local.welcome import sign_ins


def programme(name: str, *emails: str) -> dict[str, Any]:
    return {"partnership_name": name, "accounts": [{"email": email, "password": "a long phrase"} for email in emails]}


def test_who_belongs_to_every_programme_is_named_once() -> None:
    lines = sign_ins([programme("North", "all@x", "coordinator@n"), programme("South", "all@x", "coordinator@s")])
    assert lines == [
        "Sign in as (password: a long phrase)",
        "  All programmes: all@x",
        "  North: coordinator@n",
        "  South: coordinator@s",
        "",
    ]


def test_without_a_demonstration_nothing_is_said() -> None:
    assert sign_ins([]) == []
