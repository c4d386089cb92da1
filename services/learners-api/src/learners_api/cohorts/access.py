"""Who may read and change cohorts."""

from typing import Annotated

from fastapi import Depends

from learners_api.access import READ, WRITE
from service_common.auth import Principal, Role, allow

CanReadCohorts = Annotated[Principal, Depends(allow(*Role, scope=READ))]
"""Everybody in a partnership may know its cohorts; figures over all learners are for some (`sees_figures`)."""

CanManageCohorts = Annotated[Principal, Depends(allow(Role.COORDINATOR, scope=WRITE))]

CanLookUpCohorts = Annotated[Principal, Depends(allow(scope=READ))]
"""Programs only: our own services for their read models, and partner systems."""
