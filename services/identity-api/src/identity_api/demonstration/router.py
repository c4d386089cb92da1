"""HTTP for demonstration sign-ins."""

from itertools import groupby

from fastapi import APIRouter, Request
from sqlalchemy import select

from identity_api.accounts.models import Account
from identity_api.demonstration.models import DemonstrationSignIn
from identity_api.demonstration.schemas import DemonstrationAccount, DemonstrationProgramme, DemonstrationRead
from identity_api.desk import DeskDep
from identity_api.memberships.models import Membership
from identity_api.partnerships.models import Partnership
from service_common.auth import Role
from service_common.problems import NotFound, problems

router = APIRouter(prefix="/demonstration", tags=["sign-in"])


@router.get("", summary="Read the demonstration sign-ins", responses=problems(NotFound))
async def get_demonstration(request: Request, desk: DeskDep) -> DemonstrationRead:
    """Invented people of each programme, by role. Not found unless this is a demonstration."""
    if not request.app.state.settings.demonstration:
        raise NotFound("This is not a demonstration.")
    query = (
        select(
            Partnership.name,
            Membership.roles,
            Membership.label,
            Account.display_name,
            Account.email,
            DemonstrationSignIn.password,
        )
        .join(Membership, Membership.partnership_id == Partnership.id)
        .join(Account, Account.id == Membership.account_id)
        .join(DemonstrationSignIn, DemonstrationSignIn.account_id == Account.id)
        .order_by(Partnership.name, Membership.id)
    )
    async with desk.transaction() as session:
        rows = (await session.execute(query)).all()

    return DemonstrationRead(
        programmes=[
            DemonstrationProgramme(
                partnership_name=name,
                accounts=[
                    DemonstrationAccount(
                        role=Role(row.roles[0]),
                        display_name=row.display_name,
                        label=row.label,
                        email=row.email,
                        password=row.password,
                    )
                    for row in members
                ],
            )
            for name, members in groupby(rows, key=lambda row: row.name)
        ]
    )
