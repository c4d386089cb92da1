"""Who may read and change programmes."""

from typing import Annotated

from fastapi import Depends

from learners_api.access import READ, WRITE
from service_common.auth import Principal, Role, allow

CanReadProgrammes = Annotated[Principal, Depends(allow(*Role, scope=READ))]
"""Everybody in a partnership may know what it offers."""

CanManageProgrammes = Annotated[Principal, Depends(allow(Role.COORDINATOR, scope=WRITE))]

CanLookUpProgrammes = Annotated[Principal, Depends(allow(scope=READ))]
"""Programs only: our own services for their read models, and partner systems."""
