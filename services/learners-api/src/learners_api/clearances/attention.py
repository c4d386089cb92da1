"""Which enrolled learners lack a clearance, or soon will. Conditions on enrolments."""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, Date, and_, exists, literal_column, or_
from sqlalchemy.orm import aliased

from learners_api.clearances.models import Clearance
from learners_api.enrolments.models import Enrolment

EVERYBODY_NEEDS = ("right_to_work", "dbs_enhanced")
"""What no setting takes anybody without; what else one demands is placements-api's to know.

Source: Immigration, Asylum and Nationality Act 2006, section 15; Safeguarding Vulnerable Groups Act 2006.
"""
EXPIRY_NOTICE_DAYS = 60
"""How long before its end a clearance should be renewed: an enhanced check takes weeks."""

_Newer = aliased(Clearance)
_OF_LEARNER = and_(Clearance.partnership_id == Enrolment.partnership_id, Clearance.learner_id == Enrolment.learner_id)
_IS_LATEST = ~exists().where(
    _Newer.partnership_id == Clearance.partnership_id,
    _Newer.learner_id == Clearance.learner_id,
    _Newer.code == Clearance.code,
    _Newer.valid_from > Clearance.valid_from,
)


def lacks_clearance(today: date) -> ColumnElement[bool]:
    """One that everybody needs is not there, or one that they had has expired."""
    never_had = [
        ~exists().where(_OF_LEARNER, Clearance.code == literal_column(f"'{code}'")) for code in EVERYBODY_NEEDS
    ]
    return or_(*never_had, exists().where(_OF_LEARNER, Clearance.expires_on < _day(today), _IS_LATEST))


def has_expiring_clearance(today: date) -> ColumnElement[bool]:
    """The latest of a kind ends soon, and before the enrolment does."""
    ends_soon = Clearance.expires_on.between(_day(today), _day(today + timedelta(days=EXPIRY_NOTICE_DAYS)))
    return exists().where(_OF_LEARNER, ends_soon, Clearance.expires_on < Enrolment.planned_end_on, _IS_LATEST)


def _day(day: date) -> ColumnElement[date]:
    return literal_column(f"DATE '{day.isoformat()}'", Date)
