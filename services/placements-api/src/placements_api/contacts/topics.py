"""Whom to ask for what. Pure decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

ContactT = TypeVar("ContactT")


class Topic(StrEnum):
    PAY = "pay"
    ABSENCE = "absence"
    TRAVEL_CLAIMS = "travel_claims"
    LEARNING = "learning"
    EVIDENCE = "evidence"
    CONCERN = "concern"
    SAFEGUARDING = "safeguarding"


class Asked(StrEnum):
    """Whose person it is."""

    HOST = "host"
    EMPLOYER = "employer"
    PROVIDER = "provider"


ASKED_FIRST: Mapping[Topic, tuple[Asked, ...]] = {
    Topic.PAY: (Asked.EMPLOYER,),
    Topic.ABSENCE: (Asked.HOST, Asked.EMPLOYER),
    Topic.TRAVEL_CLAIMS: (Asked.EMPLOYER,),
    Topic.LEARNING: (Asked.PROVIDER, Asked.EMPLOYER),
    Topic.EVIDENCE: (Asked.PROVIDER, Asked.EMPLOYER),
    Topic.CONCERN: (Asked.EMPLOYER, Asked.PROVIDER, Asked.HOST),
    Topic.SAFEGUARDING: (Asked.HOST, Asked.EMPLOYER),
}
"""The employer of record stays the same through all rotations, and pays; the host knows who is on shift; a concern is
told first outside the place that it may be about."""


@dataclass(frozen=True, slots=True)
class Source(Generic[ContactT]):
    """An organisation that may be asked. `default` stands in where it names nobody, such as the contact of a ward."""

    asked: Asked
    organisation_name: str
    named: Mapping[Topic, ContactT]
    default: ContactT | None = None


def whom_to_ask(topic: Topic, sources: Sequence[Source[ContactT]]) -> tuple[Source[ContactT], ContactT] | None:
    """Who was named for the topic comes before who stands in; None when there is neither."""
    in_turn = [source for asked in ASKED_FIRST[topic] for source in sources if source.asked is asked]
    for source in in_turn:
        if topic in source.named:
            return source, source.named[topic]
    for source in in_turn:
        if source.default is not None:
            return source, source.default
    return None
