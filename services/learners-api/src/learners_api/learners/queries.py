"""Every SELECT of learners."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Result, Row, Select, and_, func, null, or_, select, text
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.access import sees_equality_data, sees_everybody
from learners_api.cohorts.models import Cohort
from learners_api.enrolments import queries as enrolments
from learners_api.enrolments.models import Enrolment
from learners_api.enrolments.states import EnrolmentState
from learners_api.learners.models import Learner
from learners_api.learners.search import matching
from learners_api.organisations.models import Organisation
from learners_api.programmes.models import Programme
from service_common.auth import Principal
from service_common.pagination import Paging, Rows, list_page
from service_common.problems import NotFound


def visible_to(principal: Principal) -> ColumnElement[bool]:
    """Those who have an enrolment that the principal sees; those who see everybody also see who has none."""
    in_partnership = Learner.partnership_id == principal.partnership_id
    if sees_everybody(principal):
        return in_partnership
    return and_(
        in_partnership,
        or_(
            Learner.id == principal.learner_id,
            Learner.id.in_(select(Enrolment.learner_id).where(enrolments.visible_to(principal))),
        ),
    )


_ENROLMENT = func.json_build_object(
    *("id", Enrolment.id),
    *("cohort_id", Enrolment.cohort_id),
    *("cohort_name", Cohort.name),
    *("programme_id", Cohort.programme_id),
    *("programme_name", Programme.name),
    *("employer_organisation_id", Enrolment.employer_organisation_id),
    *("employer_name", Organisation.name),
    *("state", Enrolment.state),
    *("started_on", Enrolment.started_on),
    *("planned_end_on", Enrolment.planned_end_on),
    *("ended_on", Enrolment.ended_on),
)
"""Fields of `LearnerEnrolment`."""


def _enrolments_of_learner(principal: Principal, shown: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    """What is `shown` of those enrolments of the outer query's learner that the principal sees."""
    return (
        select(shown)
        .select_from(Enrolment)
        .join(Cohort, and_(Cohort.partnership_id == Enrolment.partnership_id, Cohort.id == Enrolment.cohort_id))
        .join(Programme, and_(Programme.partnership_id == Cohort.partnership_id, Programme.id == Cohort.programme_id))
        .outerjoin(
            Organisation,
            and_(
                Organisation.partnership_id == Enrolment.partnership_id,
                Organisation.id == Enrolment.employer_organisation_id,
            ),
        )
        .where(enrolments.visible_to(principal), Enrolment.learner_id == Learner.id)
        .correlate(Learner)
    )


async def list_learners(
    session: AsyncSession,
    principal: Principal,
    paging: Paging,
    *,
    q: str = "",
    cohort_id: UUID | None = None,
    state: EnrolmentState | None = None,
    uln_is_temporary: bool | None = None,
) -> Rows[Any]:
    """By family name, then given names."""
    latest = _enrolments_of_learner(principal, _ENROLMENT).order_by(Enrolment.started_on.desc()).limit(1)
    query = select(
        Learner.id,
        Learner.given_names,
        Learner.family_name,
        Learner.preferred_name,
        Learner.date_of_birth,
        Learner.uln,
        Learner.uln_is_temporary,
        latest.scalar_subquery().label("latest_enrolment"),
        Learner.sort_name,
    ).where(visible_to(principal), *await matching(session, principal, q))
    if cohort_id is not None or state is not None:
        enrolled = select(Enrolment.learner_id).where(enrolments.visible_to(principal))
        if cohort_id is not None:
            enrolled = enrolled.where(Enrolment.cohort_id == cohort_id)
        if state is not None:
            enrolled = enrolled.where(Enrolment.state == state.value)
        query = query.where(Learner.id.in_(enrolled))
    if uln_is_temporary is not None:
        query = query.where(Learner.uln_is_temporary if uln_is_temporary else ~Learner.uln_is_temporary)
    return await list_page(session, query, order_by=(Learner.sort_name, Learner.id), paging=paging)


async def get_learner(session: AsyncSession, principal: Principal, learner_id: UUID) -> Row[*tuple[Any, ...]]:
    """The columns of `LearnerRead`. Raises NotFound."""
    in_order = func.json_agg(aggregate_order_by(_ENROLMENT, Enrolment.started_on.desc()))
    row = (
        await session.execute(
            select(
                Learner.id,
                Learner.given_names,
                Learner.family_name,
                Learner.preferred_name,
                Learner.date_of_birth,
                Learner.sex,
                (Learner.ethnicity if sees_equality_data(principal) else null()).label("ethnicity"),
                Learner.uln,
                Learner.uln_is_temporary,
                Learner.email,
                Learner.phone,
                Learner.home_postcode,
                func.coalesce(_enrolments_of_learner(principal, in_order).scalar_subquery(), text("'[]'::json")).label(
                    "enrolments"
                ),
                Learner.version,
            ).where(visible_to(principal), Learner.id == learner_id)
        )
    ).one_or_none()
    if row is None:
        raise _not_found()
    return row


async def find_learner(session: AsyncSession, principal: Principal, learner_id: UUID) -> Learner | None:
    return await session.scalar(select(Learner).where(visible_to(principal), Learner.id == learner_id))


async def get_learner_to_correct(session: AsyncSession, principal: Principal, learner_id: UUID) -> Learner:
    """The learner, locked until the transaction ends. Raises NotFound."""
    query = select(Learner).where(visible_to(principal), Learner.id == learner_id)
    learner = await session.scalar(query.with_for_update(key_share=True, of=Learner))
    if learner is None:
        raise _not_found()
    return learner


async def find_snapshots(
    session: AsyncSession, principal: Principal, ids: Sequence[UUID]
) -> Sequence[Row[*tuple[Any, ...]]]:
    """The columns of `LearnerSnapshot`, in no order."""
    in_order = func.json_agg(aggregate_order_by(_ENROLMENT, Enrolment.started_on))
    query = select(
        Learner.id,
        Learner.given_names,
        Learner.family_name,
        Learner.preferred_name,
        Learner.date_of_birth,
        Learner.home_postcode,
        func.coalesce(_enrolments_of_learner(principal, in_order).scalar_subquery(), text("'[]'::json")).label(
            "enrolments"
        ),
    )
    found: Result[*tuple[Any, ...]] = await session.execute(query.where(visible_to(principal), Learner.id.in_(ids)))
    return found.all()


def _not_found() -> NotFound:
    return NotFound("Look them up in the list of learners.")
