"""Every SELECT of enrolments."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from fastapi import Response
from sqlalchemy import ColumnElement, Date, Row, and_, bindparam, join, label, outerjoin, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.elements import SQLCoreOperations

from learners_api.cohorts.models import Cohort
from learners_api.enrolments.models import Enrolment, EnrolmentChange
from learners_api.enrolments.rules import birthday
from learners_api.enrolments.schemas import EnrolmentAttention, EnrolmentRead
from learners_api.enrolments.states import OPEN, EnrolmentState
from learners_api.enrolments.visibility import seen, sight, visible_to, ways_of
from learners_api.learners.models import Learner
from learners_api.learners.search import WORD_FILTERS, find_words
from learners_api.organisations.models import Organisation
from learners_api.programmes.models import Programme
from service_common.auth import Principal
from service_common.json_lists import JsonList
from service_common.pagination import Paging, Rows, list_page
from service_common.problems import NotFound

SOON_DAYS = 30

OF_COHORT = and_(Cohort.partnership_id == Enrolment.partnership_id, Cohort.id == Enrolment.cohort_id)
OF_PROGRAMME = and_(Programme.partnership_id == Cohort.partnership_id, Programme.id == Cohort.programme_id)
OF_EMPLOYER = and_(
    Organisation.partnership_id == Enrolment.partnership_id, Organisation.id == Enrolment.employer_organisation_id
)
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

_SOURCE = outerjoin(
    join(join(join(Enrolment, Learner, OF_LEARNER), Cohort, OF_COHORT), Programme, OF_PROGRAMME),
    Organisation,
    OF_EMPLOYER,
)
_ONE = select(*(label(name, column) for name, column in _FIELDS.items())).select_from(_SOURCE)

_OPEN = Enrolment.state.in_([state.value for state in OPEN])
ATTENTION: Mapping[str, ColumnElement[bool]] = {
    EnrolmentAttention.TEMPORARY_ULN: and_(_OPEN, Learner.uln_is_temporary),
    EnrolmentAttention.RETURN_OVERDUE: and_(
        Enrolment.state == EnrolmentState.ON_BREAK.value, Enrolment.return_expected_on < bindparam("today", type_=Date)
    ),
    EnrolmentAttention.PAST_PLANNED_END: and_(_OPEN, Enrolment.planned_end_on < bindparam("today", type_=Date)),
    EnrolmentAttention.TURNING_18_SOON: and_(
        _OPEN,
        Learner.date_of_birth > bindparam("eighteen_today", type_=Date),
        Learner.date_of_birth <= bindparam("eighteen_soon", type_=Date),
    ),
}

"""The open enrolments that need each kind; conditions on enrolments and learners."""


def attention_dates(today: date) -> dict[str, date]:
    """The values of the parameters of `ATTENTION`."""
    soon = today + timedelta(days=SOON_DAYS)
    return {"today": today, "eighteen_today": birthday(today, -18), "eighteen_soon": birthday(soon, -18)}


@cache
def _list_seen_by(ways: tuple[str, ...] | None) -> JsonList:
    return JsonList(
        EnrolmentRead,
        _FIELDS,
        source=_SOURCE,
        order_by=(Learner.sort_name, Enrolment.id),
        filters={
            "partnership_id": Learner.partnership_id == bindparam("partnership_id"),
            "seen": seen(ways),
            "cohort_id": Enrolment.cohort_id == bindparam("cohort_id"),
            "learner_id": Enrolment.learner_id == bindparam("learner_id"),
            "state": Enrolment.state == bindparam("state"),
            **ATTENTION,
            **WORD_FILTERS,
        },
    )


async def list_enrolments(
    session: AsyncSession,
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
    """By the learner's family name, then given names."""
    return await _list_seen_by(ways_of(principal)).page(
        session,
        paging,
        partnership_id=principal.partnership_id,
        seen=sight(principal),
        cohort_id=cohort_id,
        learner_id=learner_id,
        state=state and state.value,
        **({attention: attention_dates(today)} if attention else {}),
        **await find_words(session, q),
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
