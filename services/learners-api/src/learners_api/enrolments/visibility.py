"""Which enrolments there are for whom: the one place that says so; see the table in `learners_api/access.py`."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, Select, Text, Uuid, and_, any_, bindparam, false, func, or_, select

from learners_api.access import SEES_ALL_FACTS, SEES_CASELOAD, SEES_EMPLOYEES, sees_everybody
from learners_api.caseloads.models import Caseload
from learners_api.enrolments.models import Enrolment
from service_common.auth import Principal, Role

_IN_PARTNERSHIP = Enrolment.partnership_id == bindparam("partnership_id")


def is_among(ids: Select[UUID]) -> ColumnElement[bool]:
    """Whether an enrolment is one of a few. Their ids are looked up once, first: the plan then begins with them."""
    return Enrolment.id == any_(func.array(ids.scalar_subquery(), type_=ARRAY(Uuid)))


_CASELOAD = select(Caseload.enrolment_id).where(
    Caseload.partnership_id == bindparam("partnership_id"),
    Caseload.account_id == bindparam("account_id"),
    Caseload.role == any_(bindparam("caseload_roles", type_=ARRAY(Text))),
)

WAYS: Mapping[str, ColumnElement[bool]] = {
    "employed": Enrolment.employer_organisation_id == any_(bindparam("employed_by", type_=ARRAY(Uuid))),
    "caseload": is_among(_CASELOAD),
    "own": Enrolment.learner_id == bindparam("own_learner_id"),
}
"""The ways by which somebody who does not see everybody comes to see an enrolment."""


def ways_of(principal: Principal) -> tuple[str, ...] | None:
    """Names of the principal's ways, always in one order, may be empty; None for those who see everybody."""
    if sees_everybody(principal):
        return None
    has = {
        "employed": principal.has_role(*SEES_EMPLOYEES),
        "caseload": principal.has_role(*SEES_CASELOAD),
        "own": principal.has_role(Role.APPRENTICE),
    }
    return tuple(way for way in WAYS if has[way])


def ways_to_facts_of(principal: Principal) -> tuple[str, ...] | None:
    """As `ways_of`, to whom the principal plans or employs: narrower, because nobody else needs to know how somebody
    travels and what they have been cleared for."""
    if principal.kind != "person" or principal.has_role(*SEES_ALL_FACTS):
        return None
    has = {"employed": principal.has_role(*SEES_EMPLOYEES), "own": principal.has_role(Role.APPRENTICE)}
    return tuple(way for way in WAYS if has.get(way))


def seen(ways: tuple[str, ...] | None) -> ColumnElement[bool]:
    """The condition, with parameters that `sight` has the values of."""
    if ways is None:
        return _IN_PARTNERSHIP
    return and_(_IN_PARTNERSHIP, or_(false(), *(WAYS[way] for way in ways)))


def sight(principal: Principal) -> dict[str, Any]:
    """The values of the parameters of `seen`."""
    return {
        "partnership_id": principal.partnership_id,
        "employed_by": sorted(principal.organisation_ids),
        "account_id": principal.subject,
        "caseload_roles": [role.value for role in SEES_CASELOAD if principal.has_role(role)],
        "own_learner_id": principal.learner_id,
    }


def visible_to(principal: Principal) -> ColumnElement[bool]:
    """The condition for one principal; execute the statement with `sight(principal)`."""
    return seen(ways_of(principal))
