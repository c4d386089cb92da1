"""Who can sign in to the demonstration."""

from dataclasses import dataclass

from crossway_demo.model import Partnership
from crossway_demo.people import People
from crossway_demo.roster import Roster
from crossway_demo.vocabulary import AccountRole

SIGN_IN_PHRASE = "marble-otter-lantern-seven"
"""Shared by all demonstration accounts and shown on the sign-in page: it protects nothing but invented people."""

ALL_NINE = "coordinator@crossway.example.org"
ADMINISTERED = "west-sussex"


@dataclass(frozen=True, kw_only=True)
class Membership:
    partnership: str
    """Slug."""
    role: AccountRole
    organisation: str | None = None
    """Key of the organisation that an employer speaks for, or that an assessor belongs to."""
    enrolment: str | None = None
    """Key of the enrolment whose learner an apprentice is."""


@dataclass(frozen=True, kw_only=True)
class Account:
    email: str
    name: str
    memberships: tuple[Membership, ...]


def accounts_of(partnership: Partnership, roster: Roster, people: People) -> tuple[Account, ...]:
    """The accounts that belong to this partnership alone."""
    slug = partnership.slug
    learner = roster.running.enrolments[0].learner
    accounts = [
        _account(partnership, f"{people.staff()}", Membership(partnership=slug, role=AccountRole.COORDINATOR)),
        _account(
            partnership,
            f"{people.staff()}",
            Membership(partnership=slug, role=AccountRole.EMPLOYER, organisation=partnership.employer_contact),
        ),
        _account(
            partnership,
            f"{learner.given_names} {learner.family_name}",
            Membership(partnership=slug, role=AccountRole.APPRENTICE, enrolment=roster.running.enrolments[0].key),
        ),
        _account(
            partnership,
            f"{people.staff()}",
            Membership(partnership=slug, role=AccountRole.ASSESSOR, organisation=partnership.training_provider),
        ),
    ]
    if slug == ADMINISTERED:
        administrator = Membership(partnership=slug, role=AccountRole.ADMINISTRATOR)
        accounts.append(_account(partnership, f"{people.staff()}", administrator))
    return tuple(accounts)


def account_in_all(partnerships: tuple[Partnership, ...], people: People) -> Account:
    return Account(
        email=ALL_NINE,
        name=f"{people.staff()}",
        memberships=tuple(
            Membership(partnership=partnership.slug, role=AccountRole.COORDINATOR) for partnership in partnerships
        ),
    )


def _account(partnership: Partnership, name: str, membership: Membership) -> Account:
    return Account(email=f"{membership.role}@{partnership.domain}", name=name, memberships=(membership,))
