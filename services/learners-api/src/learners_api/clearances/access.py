"""Who may read and change clearances."""

from typing import Annotated

from fastapi import Depends

from learners_api.access import READ, SEES_FACTS, WRITE
from service_common.auth import Principal, Role, allow

CanReadClearances = Annotated[Principal, Depends(allow(*SEES_FACTS, scope=READ))]
CanChangeClearances = Annotated[Principal, Depends(allow(Role.COORDINATOR, Role.EMPLOYER, scope=WRITE))]
"""Employers check those whom they employ."""
