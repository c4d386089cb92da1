"""Bringing partnerships, accounts and memberships to the state of a document; running it again changes nothing."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from identity_api.accounts.models import Account, Credential
from identity_api.demonstration.models import DemonstrationSignIn
from identity_api.desk import Desk, record_at_desk
from identity_api.memberships.models import Membership
from identity_api.partnerships.queries import get_partnership_by_key
from identity_api.partnerships.service import found_partnership
from identity_api.passwords.hashing import PasswordHashing
from identity_api.passwords.service import set_password_hash
from identity_api.provisioning.schemas import (
    ProvisionDocument,
    Provisioned,
    ProvisionedAccount,
    ProvisionedMembership,
)
from identity_api.sessions.service import end_sessions_of_membership
from service_common.auth import Principal
from service_common.events import publish


async def provision(
    desk: Desk, hashing: PasswordHashing, document: ProvisionDocument, *, demonstration: bool
) -> Provisioned:
    """Apply the document. Raises LookupError for a membership in a partnership that is not there.

    In a demonstration the passwords are also kept readable, to be offered on the sign-in page.
    """
    hashes = await _hash_new_passwords(desk, hashing, document)
    done = Provisioned(partnerships={}, accounts={}, memberships={})
    async with desk.transaction() as session:
        for wanted in document.partnerships:
            partnership = await found_partnership(session, key=wanted.key, name=wanted.name, id_=wanted.id)
            done.partnerships[wanted.key] = partnership.id
        for account in document.accounts:
            account_id = await _account(session, account)
            done.accounts[account.email] = account_id
            if account.email in hashes:
                await set_password_hash(session, account_id, hashes[account.email])
            if demonstration and account.password is not None:
                await _keep_readable(session, account_id, account.password.get_secret_value())
            done.memberships[account.email] = {
                membership.partnership: await _membership(session, account_id, membership)
                for membership in account.memberships
            }
    return done


async def _hash_new_passwords(desk: Desk, hashing: PasswordHashing, document: ProvisionDocument) -> dict[str, str]:
    """By e-mail address, for accounts that have no password yet. Before the transaction: hashing takes long."""
    async with desk.transaction() as session:
        have_one = set(
            (
                await session.execute(select(Account.email).join(Credential, Credential.account_id == Account.id))
            ).scalars()
        )
    return {
        account.email: await hashing.hash(account.password.get_secret_value())
        for account in document.accounts
        if account.password is not None and account.email not in have_one
    }


async def _account(session: AsyncSession, wanted: ProvisionedAccount) -> UUID:
    made = insert(Account).values(email=wanted.email, display_name=wanted.display_name)
    query = made.on_conflict_do_update(
        index_elements=[Account.email], set_={"display_name": wanted.display_name}
    ).returning(Account.id)
    return (await session.execute(query)).scalar_one()


async def _keep_readable(session: AsyncSession, account_id: UUID, password: str) -> None:
    await session.execute(
        insert(DemonstrationSignIn)
        .values(account_id=account_id, password=password)
        .on_conflict_do_update(index_elements=[DemonstrationSignIn.account_id], set_={"password": password})
    )


async def _membership(session: AsyncSession, account_id: UUID, wanted: ProvisionedMembership) -> UUID:
    partnership_id = (await get_partnership_by_key(session, wanted.partnership)).id
    content = wanted.model_dump(exclude={"partnership"}) | {"roles": sorted(map(str, wanted.roles))}
    membership = (
        await session.execute(
            select(Membership).where(Membership.partnership_id == partnership_id, Membership.account_id == account_id)
        )
    ).scalar_one_or_none()
    if membership is not None and all(getattr(membership, name) == value for name, value in content.items()):
        return membership.id
    event = "membership.created"
    if membership is None:
        membership = Membership(partnership_id=partnership_id, account_id=account_id, **content)
        session.add(membership)
    else:
        event = "membership.changed"
        membership.version += 1
        for name, value in content.items():
            setattr(membership, name, value)
        await end_sessions_of_membership(session, membership.id)
    await session.flush()
    operator = Principal("service", "operator", partnership_id)
    await record_at_desk(session, operator, event, membership.id, {"roles": content["roles"]})
    await publish(session, event, membership.id)
    return membership.id
