"""A published plan becomes placements."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.placements.problems import PlacementsOverlap, PlacementUnderWay
from placements_api.placements.service import PlannedPlacement, PublishedPlan
from service_common.auth import Principal
from service_common.testing.plugin import SignIn

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]
MakeApprentice = Callable[..., Awaitable[Apprentice]]
Plan = Callable[..., PlannedPlacement]
Publish = Callable[..., Awaitable[PublishedPlan]]
Move = Callable[..., Awaitable[Json]]


async def test_new_blocks_are_proposed_and_those_at_home_are_certain(
    sign_in: SignIn,
    coordinator: Principal,
    cohort_id: UUID,
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    session: AsyncSession,
) -> None:
    rowan, ward = await apprentice(), await setting()
    published = await publish(planned(rowan, ward), planned(rowan, None, weeks_from_now=46, block=1))
    assert len(published.created) == 2
    listed = (await sign_in(coordinator).get("/placements", params={"cohort_id": str(cohort_id)})).json()["items"]
    assert [(item["state"], item["setting_name"]) for item in listed] == [
        ("proposed", ward["name"]),
        ("confirmed", None),
    ]
    assert listed[0]["family_name"] == rowan.family_name
    told = await session.execute(
        text("SELECT type, data->>'setting_id' FROM system.events WHERE type LIKE 'placement.%' ORDER BY id")
    )
    assert [tuple(row) for row in told] == [("placement.proposed", ward["id"]), ("placement.confirmed", None)]


async def test_a_new_plan_leaves_what_is_equal_moves_what_changed_and_withdraws_what_is_gone(
    apprentice: MakeApprentice,
    setting: Create,
    planned: Plan,
    publish: Publish,
    move: Move,
) -> None:
    stays, changes, goes, comes, delayed = [await apprentice() for _ in range(5)]
    ward, home = await setting(), await setting()
    first = await publish(planned(stays, ward), planned(changes, ward), planned(goes, ward), planned(delayed, ward))
    accepted = await move(first.created[0], "offer", "accept")
    moved = await move(first.created[3], "offer")
    second = await publish(
        planned(stays, ward), planned(changes, home), planned(comes, home), planned(delayed, ward, weeks_from_now=21)
    )
    assert (second.kept, second.withdrawn) == ([first.created[0]], [first.created[2]])
    assert len(second.created) == 1
    assert second.moved[1] == first.created[3]
    assert await move(first.created[0]) == accepted
    replaced = await move(first.created[1])
    assert (replaced["state"], replaced["version"]) == ("withdrawn", 2)
    assert [step["by"] for step in replaced["steps"]] == ["plan", "plan"]
    assert (await move(second.moved[0]))["setting_name"] == home["name"]
    again = await move(first.created[3])
    assert (again["state"], again["version"]) == ("proposed", moved["version"] + 1)
    assert again["steps"][-1]["step"] == "move"
    assert again["steps"][-1]["reason"].startswith("It was from ")
    third = await publish(
        planned(stays, ward), planned(changes, home), planned(comes, home), planned(delayed, ward, weeks_from_now=21)
    )
    assert (len(third.kept), third.created, third.moved, third.withdrawn) == (4, [], [], [])


async def test_a_block_that_a_host_declined_is_free_again(
    apprentice: MakeApprentice, setting: Create, planned: Plan, publish: Publish, move: Move
) -> None:
    rowan, ward, other = await apprentice(), await setting(), await setting()
    first = await publish(planned(rowan, ward))
    await move(first.created[0], "offer")
    await move(first.created[0], "decline", reason="The ward closes.")
    second = await publish(planned(rowan, other))
    assert len(second.created) == 1
    assert (await move(first.created[0]))["state"] == "declined"


async def test_what_has_started_stays(
    apprentice: MakeApprentice, setting: Create, planned: Plan, publish: Publish, move: Move, session: AsyncSession
) -> None:
    rowan, ward, other = await apprentice(), await setting(), await setting()
    begun = planned(rowan, ward, weeks_from_now=-2)
    first = await publish(begun)
    await move(first.created[0], "offer", "accept", "confirm", "induct", "start")
    assert (await publish(begun)).kept == first.created
    with pytest.raises(PlacementUnderWay):
        await publish(planned(rowan, other, weeks_from_now=-2))
    await session.rollback()


async def test_nobody_is_in_two_places_at_once(
    apprentice: MakeApprentice, setting: Create, planned: Plan, publish: Publish, session: AsyncSession
) -> None:
    rowan, ward, other = await apprentice(), await setting(), await setting()
    with pytest.raises(PlacementsOverlap):
        await publish(planned(rowan, ward), planned(rowan, other, weeks_from_now=30, block=1))
    await session.rollback()


async def test_blocks_may_change_places(
    apprentice: MakeApprentice, setting: Create, planned: Plan, publish: Publish
) -> None:
    rowan, ward, other = await apprentice(), await setting(), await setting()
    await publish(planned(rowan, ward), planned(rowan, other, weeks_from_now=46, block=1))
    swapped = await publish(planned(rowan, ward, weeks_from_now=46), planned(rowan, other, weeks_from_now=20, block=1))
    assert len(swapped.moved) == 2
