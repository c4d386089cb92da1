"""What a remedy says."""

from collections.abc import Awaitable, Callable

from placements_api.testing.cohorts import Json, OnRecord

Make = Callable[..., Awaitable[Json]]


async def test_the_same_agreement_needed_more_than_once_is_said_once_with_its_sum(
    on_record: OnRecord, place: Make, scenario: Make, solve: Make
) -> None:
    on_record.ordering = "ordered"
    on_record.blocks = on_record.blocks[:1]
    ward = await place("Ward 7", "acute_ward", "health", 1)
    for name in ("Ada", "Bela", "Cleo"):
        on_record.person(name)
    stuck = await solve(await scenario())
    assert stuck["state"] == "no_plan"
    remedy = stuck["conflict"]["remedies"][0]
    assert remedy["verified"]
    assert remedy["sentence"].startswith("2 more places at Ward 7 (Host of Ward 7) from ")
    assert remedy["changes"] == [{"kind": "extra_capacity", "setting_id": ward["id"], "block": 0, "by": 2}]
