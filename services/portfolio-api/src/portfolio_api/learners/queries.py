"""Every SELECT of learners."""

from fastapi import Response
from sqlalchemy import bindparam

from portfolio_api.learners.access import SEES_ALL
from portfolio_api.learners.models import Learner
from portfolio_api.learners.schemas import LearnerRead
from service_common.auth import Principal
from service_common.db import Reader
from service_common.json_lists import JsonList
from service_common.pagination import Paging

_LEARNERS = JsonList(
    LearnerRead,
    {name: getattr(Learner, name) for name in LearnerRead.model_fields},
    source=Learner.__table__,
    order_by=(Learner.family_name, Learner.given_names, Learner.id),
    filters={
        "partnership_id": Learner.partnership_id == bindparam("partnership_id"),
        "own": Learner.id == bindparam("learner_id"),
    },
)


async def list_learners(reader: Reader, principal: Principal, paging: Paging) -> Response:
    sees_all = principal.kind != "person" or principal.has_role(*SEES_ALL)
    own = None if sees_all else {"learner_id": principal.learner_id}
    return await _LEARNERS.page(reader, paging, partnership_id=principal.partnership_id, own=own)
