"""What happens to enrolments. Each use-case takes the locks it needs, asks the rules, and writes its history."""

from datetime import date
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.clients.placements import PlacementsClient
from learners_api.cohorts.models import Cohort
from learners_api.cohorts.problems import CohortFull
from learners_api.cohorts.queries import count_places_taken, find_cohort_to_fill
from learners_api.enrolments import rules
from learners_api.enrolments.models import Enrolment, EnrolmentChange
from learners_api.enrolments.problems import AlreadyEnrolled, EnrolmentOverlaps
from learners_api.enrolments.queries import get_enrolment, get_enrolment_to_change
from learners_api.enrolments.rules import CohortDates, Fault
from learners_api.enrolments.schemas import (
    Break,
    Completion,
    EnrolmentCreate,
    EnrolmentUpdate,
    ExistingLearner,
    NewLearner,
    Return,
    Transfer,
    Withdrawal,
)
from learners_api.enrolments.states import ChangeKind, EnrolmentState, RecruitedAs
from learners_api.learners.models import Learner
from learners_api.learners.queries import find_learner
from learners_api.learners.service import register_learner
from learners_api.organisations.kinds import OrganisationKind
from learners_api.organisations.service import meet_organisation
from service_common import audit
from service_common.auth import Principal
from service_common.db import violations
from service_common.etags import check_version
from service_common.events import publish
from service_common.problems import InvalidInput

_VIOLATIONS = {
    "enrolments_open_unique": AlreadyEnrolled("Transfer or withdraw the enrolment that is open instead."),
    "enrolments_overlap": EnrolmentOverlaps("An earlier enrolment ends on or after that day: start on a later one."),
}


async def enrol_learner(
    session: AsyncSession, principal: Principal, placements: PlacementsClient, new: EnrolmentCreate
) -> Row[*tuple[Any, ...]]:
    """Start a learner in a cohort. Raises InvalidInput, CohortFull, AlreadyEnrolled, EnrolmentOverlaps, UlnTaken,
    Unavailable."""
    kind = await _employer_kind(session, principal, placements, new.employer_organisation_id)
    cohort = await _cohort_to_fill(session, principal, new.cohort_id)
    learner = await _learner(session, principal, new.learner)
    planned_end_on = new.planned_end_on or cohort.ends_on
    rules.require_none(
        [
            *rules.start_faults(_dates(cohort), new.started_on, planned_end_on),
            *rules.age_faults(learner.date_of_birth, new.started_on),
            *rules.employer_faults(kind, new.recruited_as),
        ]
    )
    await _require_free_place(session, cohort)
    enrolment = Enrolment(
        partnership_id=principal.partnership_id,
        learner_id=learner.id,
        recruited_as=new.recruited_as.value,
        version=0,
    )
    session.add(enrolment)
    return await _record(
        session,
        principal,
        enrolment,
        ChangeKind.STARTED,
        new.started_on,
        cohort_id=cohort.id,
        employer_organisation_id=new.employer_organisation_id,
        started_on=new.started_on,
        planned_end_on=planned_end_on,
        state=EnrolmentState.ACTIVE.value,
    )


async def change_enrolment(
    session: AsyncSession,
    principal: Principal,
    placements: PlacementsClient,
    enrolment_id: UUID,
    wanted: EnrolmentUpdate,
    seen_version: int,
    today: date,
) -> Row[*tuple[Any, ...]]:
    """Move the planned end, or the enrolment to another employer of record. Raises NotFound, VersionMismatch,
    EnrolmentEnded, InvalidInput, Unavailable."""
    kind = None
    if wanted.employer_organisation_id is not None:
        kind = await _employer_kind(session, principal, placements, wanted.employer_organisation_id)
    enrolment = await _enrolment_to_change(session, principal, enrolment_id, seen_version)
    rules.require_open(enrolment)
    planned_end_on = wanted.planned_end_on or enrolment.planned_end_on
    faults = [*rules.change_faults(enrolment, wanted.effective_on, planned_end_on, today)]
    if kind is not None:
        faults += rules.employer_faults(kind, RecruitedAs(enrolment.recruited_as))
    rules.require_none(faults)
    return await _record(
        session,
        principal,
        enrolment,
        ChangeKind.CHANGED,
        wanted.effective_on,
        reason=wanted.reason,
        note=wanted.note,
        planned_end_on=planned_end_on,
        employer_organisation_id=wanted.employer_organisation_id or enrolment.employer_organisation_id,
    )


async def withdraw_learner(
    session: AsyncSession, principal: Principal, enrolment_id: UUID, leave: Withdrawal, seen_version: int, today: date
) -> Row[*tuple[Any, ...]]:
    """End an enrolment before its end; its place is free again. Raises NotFound, VersionMismatch, EnrolmentEnded,
    InvalidInput."""
    enrolment = await _enrolment_to_change(session, principal, enrolment_id, seen_version)
    rules.require_open(enrolment)
    rules.require_none(rules.withdrawal_faults(enrolment, leave.withdrawn_on, today))
    return await _record(
        session,
        principal,
        enrolment,
        ChangeKind.WITHDRAWN,
        leave.withdrawn_on,
        reason=leave.reason,
        note=leave.note,
        state=EnrolmentState.WITHDRAWN.value,
        ended_on=leave.withdrawn_on,
        withdrawal_reason=leave.reason.value,
        break_started_on=None,
        return_expected_on=None,
    )


async def start_break(
    session: AsyncSession, principal: Principal, enrolment_id: UUID, pause: Break, seen_version: int, today: date
) -> Row[*tuple[Any, ...]]:
    """Begin a break in learning. Raises NotFound, VersionMismatch, EnrolmentEnded, EnrolmentOnBreak, InvalidInput."""
    enrolment = await _enrolment_to_change(session, principal, enrolment_id, seen_version)
    rules.require_active(enrolment)
    rules.require_none(rules.break_faults(enrolment, pause.starts_on, pause.expected_return_on, today))
    return await _record(
        session,
        principal,
        enrolment,
        ChangeKind.BREAK_STARTED,
        pause.starts_on,
        reason=pause.reason,
        note=pause.note,
        state=EnrolmentState.ON_BREAK.value,
        break_started_on=pause.starts_on,
        return_expected_on=pause.expected_return_on,
    )


async def return_from_break(
    session: AsyncSession, principal: Principal, enrolment_id: UUID, back: Return, seen_version: int, today: date
) -> Row[*tuple[Any, ...]]:
    """End a break. Raises NotFound, VersionMismatch, EnrolmentEnded, EnrolmentNotOnBreak, InvalidInput."""
    enrolment = await _enrolment_to_change(session, principal, enrolment_id, seen_version)
    rules.require_on_break(enrolment)
    rules.require_none(rules.return_faults(enrolment, back.returned_on, back.planned_end_on, today))
    return await _record(
        session,
        principal,
        enrolment,
        ChangeKind.RETURNED,
        back.returned_on,
        note=back.note,
        state=EnrolmentState.ACTIVE.value,
        break_started_on=None,
        return_expected_on=None,
        returned_on=back.returned_on,
        planned_end_on=back.planned_end_on,
    )


async def transfer_learner(
    session: AsyncSession, principal: Principal, enrolment_id: UUID, move: Transfer, seen_version: int, today: date
) -> Row[*tuple[Any, ...]]:
    """Go on in another cohort. Raises NotFound, VersionMismatch, EnrolmentEnded, CohortFull, InvalidInput."""
    enrolment = await _enrolment_to_change(session, principal, enrolment_id, seen_version)
    rules.require_open(enrolment)
    if move.cohort_id == enrolment.cohort_id:
        raise InvalidInput([Fault("/cohort_id", "The learner is in that cohort: choose another one.")])
    cohort = await _cohort_to_fill(session, principal, move.cohort_id)
    planned_end_on = move.planned_end_on or cohort.ends_on
    rules.require_none(rules.transfer_faults(enrolment, _dates(cohort), move.effective_on, planned_end_on, today))
    await _require_free_place(session, cohort)
    return await _record(
        session,
        principal,
        enrolment,
        ChangeKind.TRANSFERRED,
        move.effective_on,
        reason=move.reason,
        note=move.note,
        cohort_id=cohort.id,
        planned_end_on=planned_end_on,
    )


async def complete_enrolment(
    session: AsyncSession, principal: Principal, enrolment_id: UUID, end: Completion, seen_version: int, today: date
) -> Row[*tuple[Any, ...]]:
    """End an enrolment at its end. Raises NotFound, VersionMismatch, EnrolmentEnded, EnrolmentOnBreak, InvalidInput."""
    enrolment = await _enrolment_to_change(session, principal, enrolment_id, seen_version)
    rules.require_active(enrolment)
    rules.require_none(rules.completion_faults(enrolment, end.completed_on, today))
    return await _record(
        session,
        principal,
        enrolment,
        ChangeKind.COMPLETED,
        end.completed_on,
        note=end.note,
        state=EnrolmentState.COMPLETED.value,
        ended_on=end.completed_on,
        outcome=end.outcome.value,
    )


async def _record(
    session: AsyncSession,
    principal: Principal,
    enrolment: Enrolment,
    kind: ChangeKind,
    effective_on: date,
    *,
    reason: str | None = None,
    note: str | None = None,
    **wanted: Any,
) -> Row[*tuple[Any, ...]]:
    """Write the wanted fields with their history, event and audit entry. Raises AlreadyEnrolled, EnrolmentOverlaps."""
    before = {field: getattr(enrolment, field) for field in wanted}
    changed = {field: value for field, value in wanted.items() if value != before[field]}
    for field, value in changed.items():
        setattr(enrolment, field, value)
    enrolment.version += 1
    with violations(_VIOLATIONS):
        await session.flush()
    session.add(
        EnrolmentChange(
            partnership_id=enrolment.partnership_id,
            enrolment_id=enrolment.id,
            kind=kind.value,
            effective_on=effective_on,
            reason=reason,
            note=note,
            before={}
            if kind is ChangeKind.STARTED
            else to_jsonable_python({field: before[field] for field in changed}),
            after=to_jsonable_python(changed),
            actor=principal.actor,
        )
    )
    await session.flush()
    await publish(
        session,
        f"enrolment.{kind}",
        enrolment.id,
        learner_id=enrolment.learner_id,
        cohort_id=enrolment.cohort_id,
    )
    await audit.record(session, principal, f"enrolment.{kind}", enrolment.id, {"effective_on": str(effective_on)})
    return await get_enrolment(session, principal, enrolment.id)


async def _enrolment_to_change(
    session: AsyncSession, principal: Principal, enrolment_id: UUID, seen_version: int
) -> Enrolment:
    enrolment = await get_enrolment_to_change(session, principal, enrolment_id)
    check_version(enrolment, seen_version)
    return enrolment


async def _employer_kind(
    session: AsyncSession, principal: Principal, placements: PlacementsClient, organisation_id: UUID
) -> OrganisationKind:
    organisation = await meet_organisation(session, principal, placements, organisation_id)
    if organisation is None:
        raise InvalidInput([Fault("/employer_organisation_id", "Choose one of the partnership's organisations.")])
    return OrganisationKind(organisation.kind)


async def _cohort_to_fill(session: AsyncSession, principal: Principal, cohort_id: UUID) -> Cohort:
    cohort = await find_cohort_to_fill(session, principal, cohort_id)
    if cohort is None:
        raise InvalidInput([Fault("/cohort_id", "Choose one of the partnership's cohorts.")])
    return cohort


async def _require_free_place(session: AsyncSession, cohort: Cohort) -> None:
    taken = await count_places_taken(session, cohort)
    if taken >= cohort.places:
        raise CohortFull(
            f"{cohort.name} has {taken} of {cohort.places} places taken: choose another cohort, or give it more places."
        )


async def _learner(session: AsyncSession, principal: Principal, which: NewLearner | ExistingLearner) -> Learner:
    if isinstance(which, NewLearner):
        return await register_learner(session, principal, which)
    learner = await find_learner(session, principal, which.learner_id)
    if learner is None:
        raise InvalidInput([Fault("/learner/learner_id", "Choose one of the partnership's learners.")])
    return learner


def _dates(cohort: Cohort) -> CohortDates:
    return CohortDates(cohort.starts_on, cohort.ends_on)
