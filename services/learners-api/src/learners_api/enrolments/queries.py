"""Every SELECT of enrolments."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from fastapi import Response
from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    Row,
    and_,
    bindparam,
    join,
    label,
    literal_column,
    outerjoin,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.elements import SQLCoreOperations

from learners_api.clearances.attention import has_expiring_clearance, lacks_clearance
from learners_api.cohorts.models import Cohort
from learners_api.enrolments.models import Enrolment, EnrolmentChange
from learners_api.enrolments.rules import born_by
from learners_api.enrolments.schemas import ABOUT_CLEARANCES, EnrolmentAttention, EnrolmentRead
from learners_api.enrolments.states import OPEN, EnrolmentState
from learners_api.enrolments.visibility import is_among, seen, sight, visible_to, ways_of, ways_to_facts_of
from learners_api.learners import search
from learners_api.learners.models import Learner, LearnerWord
from learners_api.organisations.models import Organisation
from learners_api.programmes.models import Programme
from service_common.auth import Principal
from service_common.db import Reader
from service_common.json_lists import JsonList
from service_common.pagination import Paging, Rows, list_page
from service_common.problems import NotFound

SOON_DAYS = 30


def with_names(enrolment: type[Enrolment]) -> FromClause:
    """Enrolments joined to their cohort, programme and, when it is known, employer."""
    tenant = enrolment.partnership_id
    cohort = and_(Cohort.partnership_id == tenant, Cohort.id == enrolment.cohort_id)
    programme = and_(Programme.partnership_id == tenant, Programme.id == Cohort.programme_id)
    employer = and_(Organisation.partnership_id == tenant, Organisation.id == enrolment.employer_organisation_id)
    return outerjoin(join(join(enrolment, Cohort, cohort), Programme, programme), Organisation, employer)


OF_LEARNER = and_(Learner.partnership_id == Enrolment.partnership_id, Learner.id == Enrolment.learner_id)

_FIELDS: Mapping[str, SQLCoreOperations[Any]] = {
    "id": Enrolment.id,
    "learner_id": Enrolment.learner_id,
    "given_names": Learner.given_names,
    "family_name": Learner.family_name,
    "preferred_name": Learner.preferred_name,
    "uln_is_temporary": Learner.uln_is_temporary,
    "cohort_id": Enrolment.cohort_id,
    "cohort_name": Cohort.name,
    "programme_id": Cohort.programme_id,
    "programme_name": Programme.name,
    "employer_organisation_id": Enrolment.employer_organisation_id,
    "employer_name": Organisation.name,
    "recruited_as": Enrolment.recruited_as,
    "started_on": Enrolment.started_on,
    "planned_end_on": Enrolment.planned_end_on,
    "state": Enrolment.state,
    "break_started_on": Enrolment.break_started_on,
    "return_expected_on": Enrolment.return_expected_on,
    "ended_on": Enrolment.ended_on,
    "withdrawal_reason": Enrolment.withdrawal_reason,
    "outcome": Enrolment.outcome,
    "version": Enrolment.version,
}
"""The columns of `EnrolmentRead`."""

_SOURCE = join(with_names(Enrolment), Learner, OF_LEARNER)
_ONE = select(*(label(name, column) for name, column in _FIELDS.items())).select_from(_SOURCE)

# States are written out: a plan that is made once then knows how rare each is, and which partial index serves it.
_ON_BREAK = Enrolment.state == literal_column("'on_break'")
IS_OPEN = Enrolment.state.in_([literal_column(f"'{state}'") for state in OPEN])
IN_STATE: Mapping[str, ColumnElement[bool]] = {
    **{f"state_{state}": Enrolment.state == literal_column(f"'{state}'") for state in EnrolmentState},
    "state_on_break": is_among(
        select(Enrolment.id).where(Enrolment.partnership_id == bindparam("partnership_id"), _ON_BREAK).correlate(None)
    ),
}
"""Filters of a `JsonList`, by the name `state_<state>`."""


def with_attention(attention: EnrolmentAttention, today: date) -> ColumnElement[bool]:
    """The open enrolments that need it; a condition on enrolments and learners.

    Days are written out: a plan that is made for any day reads all rows where one for this day reads a few.
    """
    match attention:
        case EnrolmentAttention.TEMPORARY_ULN:
            return and_(IS_OPEN, Learner.uln_is_temporary)
        case EnrolmentAttention.RETURN_OVERDUE:
            return and_(_ON_BREAK, Enrolment.return_expected_on < _day(today))
        case EnrolmentAttention.PAST_PLANNED_END:
            return and_(IS_OPEN, Enrolment.planned_end_on < _day(today))
        case EnrolmentAttention.TURNING_18_SOON:
            soon = today + timedelta(days=SOON_DAYS)
            is_under_18 = Learner.date_of_birth > _day(born_by(today, 18))
            return and_(IS_OPEN, is_under_18, Learner.date_of_birth <= _day(born_by(soon, 18)))
        case EnrolmentAttention.CLEARANCE_MISSING:
            return and_(IS_OPEN, lacks_clearance(today))
        case EnrolmentAttention.CLEARANCE_EXPIRING:
            return and_(IS_OPEN, has_expiring_clearance(today))


def _day(day: date) -> ColumnElement[date]:
    return literal_column(f"DATE '{day.isoformat()}'", Date)


@lru_cache(maxsize=64)
def _list_seen_by(
    ways: tuple[str, ...] | None, *, searched: bool, attention: tuple[EnrolmentAttention, date] | None
) -> JsonList:
    source: FromClause = _SOURCE
    order_by: tuple[InstrumentedAttribute[Any], ...] = (Learner.sort_name, Learner.id, Enrolment.id)
    if searched:
        source = join(_SOURCE, LearnerWord, search.OF_LEARNER)
        order_by = (LearnerWord.word, LearnerWord.sort_name, LearnerWord.learner_id, Enrolment.id)
    return JsonList(
        EnrolmentRead,
        _FIELDS,
        source=source,
        order_by=order_by,
        filters={
            "partnership_id": Learner.partnership_id == bindparam("partnership_id"),
            "seen": seen(ways),
            "cohort_id": Enrolment.cohort_id == bindparam("cohort_id"),
            "learner_id": Enrolment.learner_id == bindparam("learner_id"),
            **IN_STATE,
            **({"attention": with_attention(*attention)} if attention else {}),
            **search.WORD_FILTERS,
        },
    )


async def list_enrolments(
    reader: Reader,
    principal: Principal,
    paging: Paging,
    today: date,
    *,
    q: str = "",
    cohort_id: UUID | None = None,
    learner_id: UUID | None = None,
    state: EnrolmentState | None = None,
    attention: EnrolmentAttention | None = None,
) -> Response:
    """By the learner's family name, then given names; with `q`, learners with the very word come first."""
    words = await search.find_words(reader, q)
    needed = (attention, today) if attention else None
    ways = ways_to_facts_of(principal) if attention in ABOUT_CLEARANCES else ways_of(principal)
    return await _list_seen_by(ways, searched=bool(words), attention=needed).page(
        reader,
        paging,
        partnership_id=principal.partnership_id,
        seen=sight(principal),
        cohort_id=cohort_id,
        learner_id=learner_id,
        **({f"state_{state}": True} if state else {}),
        attention=attention,
        **words,
    )


async def get_enrolment(session: AsyncSession, principal: Principal, enrolment_id: UUID) -> Row[*tuple[Any, ...]]:
    """The columns of `EnrolmentRead`. Raises NotFound."""
    query = _ONE.where(visible_to(principal), Enrolment.id == enrolment_id)
    row = (await session.execute(query, sight(principal))).one_or_none()
    if row is None:
        raise _not_found()
    return row


async def get_enrolment_to_change(session: AsyncSession, principal: Principal, enrolment_id: UUID) -> Enrolment:
    """The enrolment, locked until the transaction ends. Raises NotFound."""
    query = select(Enrolment).where(visible_to(principal), Enrolment.id == enrolment_id)
    enrolment = await session.scalar(query.with_for_update(key_share=True, of=Enrolment), sight(principal))
    if enrolment is None:
        raise _not_found()
    return enrolment


async def list_changes(
    session: AsyncSession, principal: Principal, paging: Paging, enrolment_id: UUID
) -> Rows[EnrolmentChange]:
    """The latest entry first. Raises NotFound."""
    found = select(Enrolment.id).where(visible_to(principal), Enrolment.id == enrolment_id)
    if (await session.execute(found, sight(principal))).one_or_none() is None:
        raise _not_found()
    query = select(EnrolmentChange).where(
        EnrolmentChange.partnership_id == principal.partnership_id, EnrolmentChange.enrolment_id == enrolment_id
    )
    return await list_page(session, query, order_by=(EnrolmentChange.id,), paging=paging, descending=True)


def _not_found() -> NotFound:
    return NotFound("Look it up in the list of enrolments.")
