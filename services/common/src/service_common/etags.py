"""Optimistic locking: an `ETag` is the row's version, `If-Match` says which version somebody looked at.

Source: RFC 9110 sections 8.8.3 and 13.1.1, RFC 6585 section 3.
"""

from typing import Annotated, Protocol

from fastapi import Depends, Header, Response

from service_common.problems import InvalidInput, PreconditionRequired, VersionMismatch


class Versioned(Protocol):
    version: int


def set_etag(response: Response, row: Versioned) -> None:
    response.headers["ETag"] = etag(row.version)


def etag(version: int) -> str:
    return f'"{version}"'


async def _seen_version(
    if_match: Annotated[
        str | None,
        Header(
            description='The `ETag` of the version that you looked at, such as `"3"`.',
            max_length=40,
            json_schema_extra={"pattern": '^"[0-9]{1,18}"$'},
        ),
    ] = None,
) -> int:
    if if_match is None:
        raise PreconditionRequired("Send If-Match with the ETag of the version that you looked at.")
    digits = if_match[1:-1]
    if if_match != f'"{digits}"' or not digits.isascii() or not digits.isdigit() or len(digits) > 18:
        raise InvalidInput([("header:If-Match", 'Send the ETag as it was answered, such as "3".')])
    return int(digits)


SeenVersion = Annotated[int, Depends(_seen_version)]
"""The version in `If-Match`; 428 without the header."""


def check_version(row: Versioned, seen_version: int) -> None:
    """Raise `VersionMismatch` when the row has moved on. The row is locked for update by the caller."""
    if row.version != seen_version:
        raise VersionMismatch(
            "Somebody changed this after you opened it. Look at the current version, then make your change again.",
            current_version=row.version,
        )
