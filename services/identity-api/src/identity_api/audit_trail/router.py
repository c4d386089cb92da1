"""HTTP for the audit trail."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from sqlalchemy import select

from identity_api.audit_trail.models import AuditEntry
from identity_api.audit_trail.schemas import AuditEntryRead
from service_common.auth import Principal, Role, allow
from service_common.db import SessionDep
from service_common.pagination import Page, PagingDep, list_page

router = APIRouter(prefix="/audit-entries", tags=["audit"])

CanReadAuditTrail = Annotated[Principal, Depends(allow(Role.ADMINISTRATOR))]


@router.get("", summary="List what was done in the partnership", response_model=Page[AuditEntryRead])
async def list_audit_entries(principal: CanReadAuditTrail, session: SessionDep, paging: PagingDep) -> Any:
    """Sign-ins, failures, invitations, changes of members and of partner clients; newest first."""
    query = select(AuditEntry).where(AuditEntry.partnership_id == principal.partnership_id)
    return await list_page(session, query, order_by=(AuditEntry.position,), paging=paging, descending=True)
