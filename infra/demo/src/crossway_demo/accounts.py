"""Who can sign in to the demonstration."""

from dataclasses import dataclass

from crossway_demo.model import Partnership
from crossway_demo.people import People
from crossway_demo.places import SETTINGS
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
    label: str
    """How colleagues know the person there."""
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
    slug, apprentice = partnership.slug, roster.running.enrolments[0]
    employer = partnership.organisation(partnership.employer_contact)
    host = partnership.organisation(host_of(partnership))
    provider = partnership.organisation(partnership.training_provider)

    def member(role: AccountRole, name: str, *, mailbox: str | None = None, **points_at: str) -> Account:
        membership = Membership(partnership=slug, role=role, **points_at)
        return Account(email=f"{mailbox or role}@{partnership.domain}", name=name, memberships=(membership,))

    accounts = [
        member(AccountRole.COORDINATOR, f"{people.staff()}", label="Programme coordinator"),
        member(
            AccountRole.EMPLOYER, f"{people.staff()}", organisation=employer.key, label=f"Contact of {employer.name}"
        ),
        member(
            AccountRole.APPRENTICE,
            f"{apprentice.learner.given_names} {apprentice.learner.family_name}",
            enrolment=apprentice.key,
            label="Apprentice",
        ),
        member(
            AccountRole.ASSESSOR, f"{people.staff()}", organisation=provider.key, label=f"Assessor of {provider.name}"
        ),
    ]
    accounts.append(
        member(
            AccountRole.EMPLOYER,
            f"{people.staff()}",
            mailbox="host",
            organisation=host.key,
            label=f"Placements at {host.name}",
        )
    )
    if slug == ADMINISTERED:
        accounts.append(member(AccountRole.ADMINISTRATOR, f"{people.staff()}", label="Administrator"))
    return tuple(accounts)


def host_of(partnership: Partnership) -> str:
    """Key of the first organisation with settings that is not the employer whose contact has an account."""
    hosts = (setting.organisation for setting in SETTINGS[partnership.slug])
    return next(key for key in hosts if key != partnership.employer_contact)


def account_in_all(partnerships: tuple[Partnership, ...], people: People) -> Account:
    return Account(
        email=ALL_NINE,
        name=f"{people.staff()}",
        memberships=tuple(
            Membership(
                partnership=partnership.slug,
                role=AccountRole.COORDINATOR,
                label="Coordinator of all nine programmes",
            )
            for partnership in partnerships
        ),
    )
