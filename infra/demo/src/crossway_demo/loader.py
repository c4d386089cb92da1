"""Loads what is missing of the demonstration; running it again changes nothing."""

import asyncio
import time
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import httpx

from crossway_demo.accounts import Account
from crossway_demo.catalogue import PARTNERSHIPS, Demonstration, demonstration
from crossway_demo.model import Partnership
from crossway_demo.plans_loader import PlanToMake, load_plan
from crossway_demo.records import Assessor, Records, day_of_first_load, load_records
from crossway_demo.roster import Roster
from crossway_demo.services import Addresses, LoadFailed, Services
from crossway_demo.vocabulary import AccountRole

PARTNERSHIPS_AT_ONCE = 4
ANSWER_SECONDS = 30

if TYPE_CHECKING:
    from crossway_demo.sign_ins import SignIns

Say = Callable[[str], None]


async def load(addresses: Addresses, today: date, say: Say) -> None:
    """Load the partnerships in which nobody can sign in yet: people are admitted last, when the rest is there.

    Raises LoadFailed.
    """
    began = time.monotonic()
    async with httpx.AsyncClient(timeout=ANSWER_SECONDS, trust_env=False) as http:
        services = Services(http, addresses)
        missing = await _missing(services)
        if not missing:
            say(f"All {len(PARTNERSHIPS)} programmes are there already.")
            return
        # Imported only now: it brings the whole of identity-api, and most starts find nothing to load.
        from crossway_demo.sign_ins import open_sign_ins  # noqa: PLC0415

        async with open_sign_ins() as sign_ins:
            await _load(services, sign_ins, missing, today, say)
    say(f"{len(missing)} programmes loaded in {time.monotonic() - began:.1f} s.")


async def _missing(services: Services) -> tuple[Partnership, ...]:
    """Those to which no account but the one in all of them belongs."""
    offered = await services.send("GET", "identity", "/demonstration")
    admitted = {account["email"].partition("@")[2] for each in offered["programmes"] for account in each["accounts"]}
    return tuple(partnership for partnership in PARTNERSHIPS if partnership.domain not in admitted)


async def _load(
    services: Services, sign_ins: "SignIns", missing: tuple[Partnership, ...], today: date, say: Say
) -> None:
    ids = await sign_ins.found(PARTNERSHIPS)
    demo = demonstration(today, await _earlier(services, missing, ids))
    wanted = {partnership.slug for partnership in missing}
    accounts = [each for each in demo.accounts if wanted & {member.partnership for member in each.memberships}]
    account_ids = await sign_ins.register(accounts)
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(sign_ins.set_passwords(accounts))
            loading = tasks.create_task(_load_records(services, missing, demo, ids, account_ids, today, say))
    except* LoadFailed as failures:
        raise _first(failures) from None
    await sign_ins.admit(accounts, loading.result())


async def _earlier(services: Services, missing: tuple[Partnership, ...], ids: Mapping[str, UUID]) -> dict[str, date]:
    """By slug, when the loading of a partnership began that was never finished."""
    days = await asyncio.gather(*(day_of_first_load(services.partner(ids[each.slug]), each) for each in missing))
    return {each.slug: day for each, day in zip(missing, days, strict=True) if day is not None}


async def _load_records(
    services: Services,
    missing: tuple[Partnership, ...],
    demo: Demonstration,
    ids: Mapping[str, UUID],
    account_ids: Mapping[str, UUID],
    today: date,
    say: Say,
) -> dict[str, Records]:
    """By slug."""
    at_once = asyncio.Semaphore(PARTNERSHIPS_AT_ONCE)

    async def load_one(partnership: Partnership) -> Records:
        roster = demo.rosters[partnership.slug]
        assessor = _assessor(partnership, demo.accounts, account_ids)
        partner = services.partner(ids[partnership.slug])
        async with at_once:
            records = await load_records(partner, partnership, roster, assessor)
            await load_plan(partner, _plan(partnership, roster, records, today))
        say(_what_was_loaded(partnership, roster))
        return records

    async with asyncio.TaskGroup() as tasks:
        loading = {each.slug: tasks.create_task(load_one(each)) for each in missing}
    return {slug: task.result() for slug, task in loading.items()}


def _plan(partnership: Partnership, roster: Roster, records: Records, today: date) -> PlanToMake:
    return PlanToMake(
        partnership=partnership,
        cohort=roster.running,
        cohort_id=records.running_cohort,
        programme_id=records.programme,
        organisations=records.organisations,
        learners=records.learners,
        today=today,
    )


def _assessor(partnership: Partnership, accounts: tuple[Account, ...], account_ids: Mapping[str, UUID]) -> Assessor:
    account = next(each for each in accounts if each.email == f"{AccountRole.ASSESSOR}@{partnership.domain}")
    return Assessor(account_id=str(account_ids[account.email]), name=account.name)


def _what_was_loaded(partnership: Partnership, roster: Roster) -> str:
    learners = sum(len(cohort.enrolments) for cohort in roster.cohorts)
    cohorts = "1 cohort" if len(roster.cohorts) == 1 else f"{len(roster.cohorts)} cohorts"
    return f"{partnership.name}: {len(partnership.organisations)} organisations, {cohorts}, {learners} apprentices."


def _first(failures: BaseExceptionGroup[LoadFailed]) -> LoadFailed:
    """One reason is enough for whoever reads it: the others are likely to be the same."""
    failure = failures.exceptions[0]
    return failure if isinstance(failure, LoadFailed) else _first(failure)
