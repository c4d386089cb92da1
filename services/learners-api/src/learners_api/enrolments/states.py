"""The closed lists of words about enrolments."""

from enum import StrEnum


class EnrolmentState(StrEnum):
    ACTIVE = "active"
    ON_BREAK = "on_break"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"


OPEN = (EnrolmentState.ACTIVE, EnrolmentState.ON_BREAK)


class RecruitedAs(StrEnum):
    NEW = "new"
    """Taken on for the apprenticeship."""
    EXISTING_STAFF = "existing_staff"
    """Employed by the employer of record before."""


class ChangeKind(StrEnum):
    """What happened to an enrolment; the event is `enrolment.<kind>`."""

    STARTED = "started"
    CHANGED = "changed"
    BREAK_STARTED = "break_started"
    RETURNED = "returned"
    TRANSFERRED = "transferred"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"


class ChangeReason(StrEnum):
    CORRECTION = "correction"
    EMPLOYER_DROPPED_OUT = "employer_dropped_out"
    MOVED_TO_ANOTHER_EMPLOYER = "moved_to_another_employer"
    NEEDS_MORE_TIME = "needs_more_time"
    AHEAD_OF_PLAN = "ahead_of_plan"
    OTHER = "other"


class BreakReason(StrEnum):
    HEALTH = "health"
    PARENTAL_LEAVE = "parental_leave"
    CARING_FOR_OTHERS = "caring_for_others"
    NO_PLACEMENT_AVAILABLE = "no_placement_available"
    PERSONAL = "personal"
    OTHER = "other"


class TransferReason(StrEnum):
    AFTER_A_BREAK = "after_a_break"
    NO_PLACEMENT_AVAILABLE = "no_placement_available"
    ANOTHER_PROGRAMME_SUITS_BETTER = "another_programme_suits_better"
    LEARNERS_WISH = "learners_wish"
    OTHER = "other"


class WithdrawalReason(StrEnum):
    ANOTHER_JOB = "another_job"
    WORK_DID_NOT_SUIT = "work_did_not_suit"
    HEALTH = "health"
    CARING_FOR_OTHERS = "caring_for_others"
    PERSONAL = "personal"
    MOVED_AWAY = "moved_away"
    PAY = "pay"
    TRAVEL = "travel"
    PERFORMANCE = "performance"
    DISMISSED = "dismissed"
    MADE_REDUNDANT = "made_redundant"
    PLACEMENTS_WITHDRAWN_BY_HOSTS = "placements_withdrawn_by_hosts"
    TRANSFERRED_TO_ANOTHER_PROVIDER = "transferred_to_another_provider"
    OTHER = "other"
    NOT_RECORDED = "not_recorded"


class Outcome(StrEnum):
    ACHIEVED = "achieved"
    NOT_ACHIEVED = "not_achieved"
