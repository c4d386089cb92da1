"""Every SELECT of apprentices."""

from typing import Any
from uuid import UUID

from fastapi import Response
from sqlalchemy import any_, bindparam, or_

from placements_api.apprentices.access import SEES_ALL, SEES_OWN_EMPLOYEES
from placements_api.apprentices.models import Apprentice
from placements_api.apprentices.schemas import ApprenticeRead
from service_common.auth import Principal
from service_common.db import Reader
from service_common.json_lists import JsonList
from service_common.pagination import Paging

_APPRENTICES = JsonList(
    ApprenticeRead,
    {name: getattr(Apprentice, name) for name in ApprenticeRead.model_fields},
    source=Apprentice.__table__,
    order_by=(Apprentice.family_name, Apprentice.given_names, Apprentice.enrolment_id),
    filters={
        "partnership_id": Apprentice.partnership_id == bindparam("partnership_id"),
        "cohort_id": Apprentice.cohort_id == bindparam("cohort_id"),
        "visible": or_(
            Apprentice.learner_id == bindparam("own_learner_id"),
            Apprentice.employer_organisation_id == any_(bindparam("employed_by")),
        ),
    },
)


def visible_to(principal: Principal) -> dict[str, Any]:
    """The filters under which a principal sees apprentices."""
    sees_all = principal.kind != "person" or principal.has_role(*SEES_ALL)
    employed_by = list(principal.organisation_ids) if principal.has_role(*SEES_OWN_EMPLOYEES) else []
    own = {"own_learner_id": principal.learner_id, "employed_by": employed_by}
    return {"partnership_id": principal.partnership_id, "visible": None if sees_all else own}


async def list_apprentices(reader: Reader, principal: Principal, paging: Paging, *, cohort_id: UUID | None) -> Response:
    return await _APPRENTICES.page(reader, paging, **visible_to(principal), cohort_id=cohort_id)
