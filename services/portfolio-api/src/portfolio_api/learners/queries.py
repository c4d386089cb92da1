"""Every SELECT of learners."""

from typing import Any
from uuid import UUID

from fastapi import Response
from sqlalchemy import ARRAY, ColumnElement, Text, Uuid, and_, bindparam, func, literal_column, or_, select, type_coerce
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from portfolio_api.learners.access import SEES_ALL, SEES_CASELOAD, SEES_EMPLOYEES
from portfolio_api.learners.models import Learner
from portfolio_api.learners.schemas import LearnerRead
from service_common.auth import Principal, Role
from service_common.db import Reader
from service_common.json_lists import JsonList
from service_common.pagination import Paging
from service_common.problems import NotFound

_IN_PARTNERSHIP = Learner.partnership_id == bindparam("partnership_id")
_EMPLOYERS = func.jsonb_path_query_array(
    Learner.enrolments, literal_column("'$[*].employer_organisation_id'::jsonpath")
)


def _has_any(texts: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
    """Whether a JSON array of texts and the parameter have one in common."""
    return texts.op("?|", is_comparison=True)(bindparam(parameter, type_=ARRAY(Text)))


_SEEN: ColumnElement[bool] = or_(
    _has_any(_EMPLOYERS, "employed_by"),
    _has_any(type_coerce(Learner.supporters, JSONB), "supports_as"),
    Learner.id == bindparam("own_learner_id", type_=Uuid),
)

_LEARNERS = JsonList(
    LearnerRead,
    {name: getattr(Learner, name) for name in LearnerRead.model_fields},
    source=Learner.__table__,
    order_by=(Learner.family_name, Learner.given_names, Learner.id),
    filters={"partnership_id": _IN_PARTNERSHIP, "seen": _SEEN},
)


def _sight(principal: Principal) -> dict[str, Any] | None:
    """The values of the parameters of `_SEEN`; None for those who see everybody: programs, which their scope let in,
    and some roles."""
    if principal.kind != "person" or principal.has_role(*SEES_ALL):
        return None
    caseloads = [role for role in SEES_CASELOAD if principal.has_role(role)]
    return {
        "supports_as": [f"{role}:{principal.subject}" for role in caseloads],
        "employed_by": sorted(map(str, principal.organisation_ids)) if principal.has_role(*SEES_EMPLOYEES) else [],
        "own_learner_id": principal.learner_id if principal.has_role(Role.APPRENTICE) else None,
    }


async def list_learners(reader: Reader, principal: Principal, paging: Paging) -> Response:
    return await _LEARNERS.page(reader, paging, partnership_id=principal.partnership_id, seen=_sight(principal))


async def get_learner(session: AsyncSession, principal: Principal, learner_id: UUID) -> Learner:
    """Raises NotFound."""
    sight = _sight(principal)
    seen = _IN_PARTNERSHIP if sight is None else and_(_IN_PARTNERSHIP, _SEEN)
    found = select(Learner).where(seen, Learner.id == learner_id)
    learner = await session.scalar(found, {"partnership_id": principal.partnership_id, **(sight or {})})
    if learner is None:
        raise NotFound("Look them up in the list of learners.")
    return learner
