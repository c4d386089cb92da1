"""What our mails say. Links carry their token behind `#`: it reaches neither a server's log nor a referrer."""

from dataclasses import dataclass

from identity_api.settings import IdentitySettings


@dataclass(frozen=True, slots=True)
class Mail:
    recipient: str
    subject: str
    text: str


def invitation_link(settings: IdentitySettings, token: str) -> str:
    return f"{settings.public_origin}/invitation#token={token}"


def reset_link(settings: IdentitySettings, token: str) -> str:
    return f"{settings.public_origin}/reset-password#token={token}"


def invitation_mail(recipient: str, partnership_name: str, link: str) -> Mail:
    return Mail(
        recipient,
        f"Join {partnership_name} on Crossway",
        f"""Hello,

you have been invited to work with {partnership_name} on Crossway, where rotational apprenticeships are planned and run.

Open this link to accept. It works once, for seven days:

{link}

If you did not expect this, you need do nothing.
""",
    )


def reset_mail(recipient: str, link: str) -> Mail:
    return Mail(
        recipient,
        "Choose a new Crossway password",
        f"""Hello,

somebody, probably you, has asked for a new Crossway password. Open this link to choose one. It works once, for an hour:

{link}

If it was not you, you need do nothing: your password stays as it is.
""",
    )


def password_changed_mail(recipient: str, settings: IdentitySettings) -> Mail:
    return Mail(
        recipient,
        "Your Crossway password has been changed",
        f"""Hello,

your Crossway password has just been changed, and you are signed out everywhere else.

If it was not you, choose a new one at once: {settings.public_origin}/forgotten-password
and tell the administrator of your partnership.
""",
    )
