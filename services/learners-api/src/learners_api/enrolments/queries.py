"""Every SELECT of enrolments."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, false, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.access import SEES_CASELOAD, SEES_EMPLOYEES, sees_everybody
from learners_api.caseloads.models import Caseload
from learners_api.cohorts.models import Cohort
from learners_api.enrolments.models import Enrolment, EnrolmentChange
from learners_api.enrolments.rules import birthday
from learners_api.enrolments.schemas import EnrolmentAttention
from learners_api.enrolments.states import OPEN, EnrolmentState
from learners_api.learners.models import Learner
from learners_api.learners.search import matching
from learners_api.organisations.models import Organisation
from learners_api.programmes.models import Programme
from service_common.auth import Principal, Role
from service_common.pagination import Paging, Rows, list_page
from service_common.problems import NotFound

SOON_DAYS = 30

_ROWS: Select[*tuple[Any, ...]] = (
    select(
        Enrolment.id,
        Enrolment.learner_id,
        Learner.given_names,
        Learner.family_name,
        Learner.preferred_name,
        Learner.uln_is_temporary,
        Enrolment.cohort_id,
        Cohort.name.label("cohort_name"),
        Cohort.programme_id,
        Programme.name.label("programme_name"),
        Enrolment.employer_organisation_id,
        Organisation.name.label("employer_name"),
        Enrolment.recruited_as,
        Enrolment.started_on,
        Enrolment.planned_end_on,
        Enrolment.state,
        Enrolment.break_started_on,
        Enrolment.return_expected_on,
        Enrolment.ended_on,
        Enrolment.withdrawal_reason,
        Enrolment.outcome,
        Enrolment.version,
        Learner.sort_name,
    )
    .join(Learner, and_(Learner.partnership_id == Enrolment.partnership_id, Learner.id == Enrolment.learner_id))
    .join(Cohort, and_(Cohort.partnership_id == Enrolment.partnership_id, Cohort.id == Enrolment.cohort_id))
    .join(Programme, and_(Programme.partnership_id == Cohort.partnership_id, Programme.id == Cohort.programme_id))
    .outerjoin(
        Organisation,
        and_(
            Organisation.partnership_id == Enrolment.partnership_id,
            Organisation.id == Enrolment.employer_organisation_id,
        ),
    )
)
"""Columns of `EnrolmentRead`, and the one that lists are ordered by."""


def visible_to(principal: Principal) -> ColumnElement[bool]:
    """Which enrolments there are for the principal; see the table in `learners_api/access.py`."""
    in_partnership = Enrolment.partnership_id == principal.partnership_id
    if sees_everybody(principal):
        return in_partnership
    ways: list[ColumnElement[bool]] = []
    if principal.has_role(*SEES_EMPLOYEES):
        ways.append(Enrolment.employer_organisation_id.in_(principal.organisation_ids))
    caseload_roles = [role.value for role in SEES_CASELOAD if principal.has_role(role)]
    if caseload_roles:
        ways.append(
            Enrolment.id.in_(
                select(Caseload.enrolment_id).where(
                    Caseload.partnership_id == principal.partnership_id,
                    Caseload.account_id == principal.subject,
                    Caseload.role.in_(caseload_roles),
                )
            )
        )
    if principal.has_role(Role.APPRENTICE) and principal.learner_id is not None:
        ways.append(Enrolment.learner_id == principal.learner_id)
    return and_(in_partnership, or_(false(), *ways))


def with_attention(attention: EnrolmentAttention, today: date) -> ColumnElement[bool]:
    """The open enrolments that need it; a condition on enrolments and learners."""
    need: ColumnElement[bool]
    match attention:
        case EnrolmentAttention.TEMPORARY_ULN:
            need = Learner.uln_is_temporary.is_(True)
        case EnrolmentAttention.RETURN_OVERDUE:
            return and_(Enrolment.state == EnrolmentState.ON_BREAK.value, Enrolment.return_expected_on < today)
        case EnrolmentAttention.PAST_PLANNED_END:
            need = Enrolment.planned_end_on < today
        case EnrolmentAttention.TURNING_18_SOON:
            born_after, born_by = birthday(today, -18), birthday(today + timedelta(days=SOON_DAYS), -18)
            need = and_(Learner.date_of_birth > born_after, Learner.date_of_birth <= born_by)
    return and_(Enrolment.state.in_([state.value for state in OPEN]), need)


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
) -> Rows[Any]:
    """By family name, then given names."""
    query = _ROWS.where(visible_to(principal), *await matching(session, principal, q))
    if cohort_id is not None:
        query = query.where(Enrolment.cohort_id == cohort_id)
    if learner_id is not None:
        query = query.where(Enrolment.learner_id == learner_id)
    if state is not None:
        query = query.where(Enrolment.state == state.value)
    if attention is not None:
        query = query.where(with_attention(attention, today))
    return await list_page(session, query, order_by=(Learner.sort_name, Enrolment.id), paging=paging)


async def get_enrolment(session: AsyncSession, principal: Principal, enrolment_id: UUID) -> Row[*tuple[Any, ...]]:
    """The columns of `EnrolmentRead`. Raises NotFound."""
    query = _ROWS.where(visible_to(principal), Enrolment.id == enrolment_id)
    row = (await session.execute(query)).one_or_none()
    if row is None:
        raise _not_found()
    return row


async def get_enrolment_to_change(session: AsyncSession, principal: Principal, enrolment_id: UUID) -> Enrolment:
    """The enrolment, locked until the transaction ends. Raises NotFound."""
    query = select(Enrolment).where(visible_to(principal), Enrolment.id == enrolment_id)
    enrolment = await session.scalar(query.with_for_update(key_share=True, of=Enrolment))
    if enrolment is None:
        raise _not_found()
    return enrolment


async def list_changes(
    session: AsyncSession, principal: Principal, paging: Paging, enrolment_id: UUID
) -> Rows[EnrolmentChange]:
    """The latest entry first. Raises NotFound."""
    seen = select(Enrolment.id).where(visible_to(principal), Enrolment.id == enrolment_id)
    if (await session.execute(seen)).one_or_none() is None:
        raise _not_found()
    query = select(EnrolmentChange).where(
        EnrolmentChange.partnership_id == principal.partnership_id, EnrolmentChange.enrolment_id == enrolment_id
    )
    return await list_page(session, query, order_by=(EnrolmentChange.id,), paging=paging, descending=True)


def _not_found() -> NotFound:
    return NotFound("Look it up in the list of enrolments.")
