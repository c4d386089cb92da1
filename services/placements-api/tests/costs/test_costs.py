"""Costs of a cohort."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.costs.sums import cost_lines, known_total, shares
from placements_api.placements.service import PlannedPlacement, PublishedPlan
from placements_api.programmes.models import Cohort, Programme
from placements_api.programmes.rotation import FundingLine
from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_principal

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]


def line(amount_pence: int | None, *, per_apprentice: bool) -> FundingLine:
    return FundingLine(payer="Host", purpose="Wages", amount_pence=amount_pence, per_apprentice=per_apprentice)


@pytest.mark.parametrize(
    ("amount_pence", "per_apprentice", "total"),
    [(680_000, True, 2_040_000), (500_000, False, 500_000), (None, True, None), (0, True, 0)],
)
def test_a_line_for_three_apprentices(amount_pence: int | None, per_apprentice: bool, total: int | None) -> None:
    [cost] = cost_lines([line(amount_pence, per_apprentice=per_apprentice)], 3)
    assert cost.total_pence == total
    assert known_total([cost]) == (total or 0)


def test_shares_are_of_all_weeks() -> None:
    assert shares([26, 13, 13]) == [50.0, 25.0, 25.0]
    assert shares([]) == []
    assert shares([0]) == [0.0]


@pytest.fixture
async def funded(session: AsyncSession, partnership_id: UUID, cohort_id: UUID) -> None:
    """The cohort's programme has two funding lines, one without a known amount."""
    programme_id = uuid4()
    programme = Programme(
        partnership_id=partnership_id,
        id=programme_id,
        name="Coastal",
        weekly_hours=37.5,
        weekly_learning_hours=7.5,
        sector_rules=[],
        rotation={"ordering": "free", "blocks": []},
        learning_days=[],
        funding_lines=[
            line(680_000, per_apprentice=True).model_dump(),
            line(None, per_apprentice=False).model_dump(),
        ],
    )
    dates: Json = {"starts_on": date(2026, 1, 5), "ends_on": date(2028, 1, 5)}
    cohort = Cohort(
        partnership_id=partnership_id, id=cohort_id, programme_id=programme_id, name="Autumn", places=8, **dates
    )
    session.add_all([programme, cohort])
    await session.commit()


@pytest.mark.usefixtures("funded")
async def test_what_a_cohort_costs(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    cohort_id: UUID,
    apprentice: Callable[..., Awaitable[Apprentice]],
    setting: Create,
    planned: Callable[..., PlannedPlacement],
    publish: Callable[..., Awaitable[PublishedPlan]],
    move: Create,
    elsewhere: UUID,
) -> None:
    rowan, ash, ward, other = await apprentice(), await apprentice(), await setting(), await setting()
    published = await publish(
        planned(rowan, ward), planned(rowan, other, weeks_from_now=46, block=1), planned(ash, ward)
    )
    await move(published.created[2], "withdraw", reason="Another path.")
    path = f"/cohorts/{cohort_id}/costs"
    costs = (await sign_in(principal(Role.COORDINATOR)).get(path)).json()
    assert (costs["apprentices"], costs["known_total_pence"]) == (1, 680_000)
    assert [each["total_pence"] for each in costs["lines"]] == [680_000, None]
    assert [(each["apprentice_weeks"], each["percent"]) for each in costs["hosts"]] == [(26, 50.0), (26, 50.0)]
    assert (await sign_in(principal(Role.FUNDER)).get(path)).status_code == 200
    assert (await sign_in(principal(Role.EMPLOYER)).get(path)).status_code == 403
    assert (await sign_in(make_principal(Role.COORDINATOR, partnership_id=elsewhere)).get(path)).status_code == 404
