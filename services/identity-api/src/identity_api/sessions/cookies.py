"""The cookie that a signed-in browser holds.

Source: RFC 6265bis section 4.1.3.2 (the `__Host-` prefix).
"""

from fastapi import Request, Response

from identity_api.settings import IdentitySettings

LOCAL_NAME = "crossway-session"


def cookie_name(settings: IdentitySettings) -> str:
    return "__Host-session" if settings.cookie_is_secure else LOCAL_NAME


def sent_session_token(request: Request) -> str | None:
    return request.cookies.get(cookie_name(request.app.state.settings))


def give_session_cookie(response: Response, settings: IdentitySettings, token: str) -> None:
    """No Max-Age: closing the browser of a shared computer ends it too."""
    response.set_cookie(
        cookie_name(settings), token, path="/", secure=settings.cookie_is_secure, httponly=True, samesite="strict"
    )


def take_session_cookie(response: Response, settings: IdentitySettings) -> None:
    response.delete_cookie(
        cookie_name(settings), path="/", secure=settings.cookie_is_secure, httponly=True, samesite="strict"
    )
