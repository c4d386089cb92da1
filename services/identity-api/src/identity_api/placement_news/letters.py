"""Who hears what of placements, without a name or a place: those are read after signing in."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from identity_api.mail.texts import Mail
from identity_api.settings import IdentitySettings
from service_common.auth import Role
from service_common.events import Event


@dataclass(frozen=True, slots=True)
class Member:
    """An account in the partnership that the events belong to."""

    email: str
    roles: Collection[str]
    organisation_ids: Collection[UUID]
    learner_id: UUID | None


def _hosts(member: Member, data: Mapping[str, Any]) -> bool:
    own = {str(id_) for id_ in member.organisation_ids}
    return Role.EMPLOYER in member.roles and data.get("organisation_id") in own


def _is_apprentice(member: Member, data: Mapping[str, Any]) -> bool:
    own = member.learner_id
    return Role.APPRENTICE in member.roles and own is not None and data.get("learner_id") == str(own)


def _coordinates(member: Member, _data: Mapping[str, Any]) -> bool:
    return Role.COORDINATOR in member.roles


_LINES: Sequence[tuple[str, Callable[[Member, Mapping[str, Any]], bool], str, str]] = (
    (
        "placement.offered",
        _hosts,
        "A placement has been offered to you. Please accept or decline it.",
        "{} placements have been offered to you. Please accept or decline them.",
    ),
    (
        "placement.withdrawn",
        _hosts,
        "A placement with you has been withdrawn.",
        "{} placements with you have been withdrawn.",
    ),
    ("placement.proposed", _is_apprentice, "A placement is planned for you.", "{} placements are planned for you."),
    (
        "placement.confirmed",
        _is_apprentice,
        "A placement of yours is confirmed.",
        "{} placements of yours are confirmed.",
    ),
    (
        "placement.moved",
        _is_apprentice,
        "A placement of yours has other days.",
        "{} placements of yours have other days.",
    ),
    (
        "placement.withdrawn",
        _is_apprentice,
        "A placement of yours has been withdrawn.",
        "{} placements of yours have been withdrawn.",
    ),
    ("placement.declined", _coordinates, "A host has declined a placement.", "Hosts have declined {} placements."),
)
TYPES = frozenset(type_ for type_, *_ in _LINES)


def letter_to(
    member: Member, events: Sequence[Event], partnership_name: str, settings: IdentitySettings
) -> Mail | None:
    """One mail about all of it; None when nothing of it concerns the member."""
    lines = []
    for type_, concerns, one, many in _LINES:
        about = {event.subject for event in events if event.type == type_ and concerns(member, event.data)}
        if about:
            lines.append(f"- {one if len(about) == 1 else many.format(len(about))}")
    if not lines:
        return None
    told = "\n".join(lines)
    return Mail(
        member.email,
        f"Placements at {partnership_name}: news for you",
        f"""Hello,

there is news for you at {partnership_name} on Crossway:

{told}

Sign in to see which, where and when:

{settings.public_origin}/placements
""",
    )
