"""Who needs an adjustment is placed where it is made, or where nobody has said yet."""

from collections.abc import Awaitable, Callable

import httpx

from placements_api.testing.boards import board_of, places_of
from placements_api.testing.cohorts import Json, OnRecord

Make = Callable[..., Awaitable[Json]]


async def test_a_setting_that_makes_the_adjustment_is_chosen(
    on_record: OnRecord, place: Make, scenario: Make, solve: Make, client: httpx.AsyncClient
) -> None:
    on_record.ordering = "ordered"
    on_record.blocks = on_record.blocks[:1]
    await place("Ward 7", "acute_ward", "health", 2, adjustments=[])
    kept = await place("Ward 8", "acute_ward", "health", 1, adjustments=["step_free_access", "step_free_access"])
    assert kept["adjustments"] == ["step_free_access"]
    on_record.person("Ada", adjustments=["step_free_access"])
    on_record.person("Bela")
    solved = await solve(await scenario())
    board = await board_of(client, solved)
    assert (places_of(board, "Ada"), places_of(board, "Bela")) == (["Ward 8"], ["Ward 7"])
    checklist = (await client.get(f"/scenarios/{solved['id']}/checklist")).json()
    assert "step free" not in " ".join(item["sentence"] for item in checklist["items"])


async def test_where_nobody_makes_it_the_conflict_says_so_and_a_host_can_arrange_it(
    on_record: OnRecord, place: Make, scenario: Make, solve: Make
) -> None:
    on_record.ordering = "ordered"
    on_record.blocks = on_record.blocks[:1]
    await place("Ward 7", "acute_ward", "health", 1, adjustments=["regular_breaks"])
    on_record.person("Ada", adjustments=["hearing_support"])
    stuck = await solve(await scenario())
    assert stuck["state"] == "no_plan"
    remedy = stuck["conflict"]["remedies"][0]
    assert remedy["sentence"] == "Ward 7 (Host of Ward 7) arranges hearing support."
    assert remedy["changes"][0]["adjustment"] == "hearing_support"


async def test_who_has_not_said_is_asked(
    on_record: OnRecord, place: Make, scenario: Make, solve: Make, client: httpx.AsyncClient
) -> None:
    on_record.ordering = "ordered"
    on_record.blocks = on_record.blocks[:1]
    silent = await place("Ward 7", "acute_ward", "health", 1)
    assert silent["adjustments"] is None
    on_record.person("Ada", adjustments=["hearing_support"])
    solved = await solve(await scenario())
    assert solved["state"] == "solved"
    checklist = (await client.get(f"/scenarios/{solved['id']}/checklist")).json()
    assert "Ada Marsh needs hearing support: ask Ward 7 (Host of Ward 7) whether it can be arranged." in [
        item["sentence"] for item in checklist["items"]
    ]
