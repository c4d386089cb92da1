"""Caseloads through the API; what they let people see is in `tests/enrolments/test_visibility.py`."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]


async def test_all_supporters_are_replaced(
    coordinator: httpx.AsyncClient, session: AsyncSession, add_enrolment: Add
) -> None:
    enrolment = await add_enrolment()
    path = f"/enrolments/{enrolment['id']}/caseload"
    assert (await coordinator.get(path)).json() == {"enrolment_id": enrolment["id"], "supporters": [], "version": 1}
    mentor = {"role": "mentor", "account_id": str(uuid4()), "name": "Owen Verity"}
    assessor = {"role": "assessor", "account_id": str(uuid4()), "name": "Donna Whitlock"}
    both = await coordinator.put(path, json={"supporters": [mentor, assessor]}, headers={"If-Match": '"1"'})
    assert (both.status_code, both.headers["etag"]) == (200, '"2"'), both.text
    assert both.json() == {"enrolment_id": enrolment["id"], "supporters": [assessor, mentor], "version": 2}
    one = await coordinator.put(path, json={"supporters": [mentor]}, headers={"If-Match": '"2"'})
    assert one.json()["supporters"] == [mentor]
    read = await coordinator.get(path)
    assert (read.json(), read.headers["etag"]) == (one.json(), '"3"')
    assert (await coordinator.get(f"/enrolments/{enrolment['id']}")).json()["version"] == 3
    events = await session.execute(text("SELECT type FROM system.events ORDER BY id DESC LIMIT 2"))
    assert list(events.scalars()) == ["enrolment.changed", "enrolment.changed"]


@pytest.mark.parametrize(
    ("supporters", "pointer"),
    [
        ([{"role": "friend", "account_id": str(uuid4()), "name": "A"}], "/supporters/0/role"),
        ([{"role": "mentor", "account_id": str(uuid4()), "name": ""}], "/supporters/0/name"),
        ([{"role": "mentor", "account_id": "019a8f2e-7c00-7000-8000-000000000006", "name": "A"}] * 2, "/"),
    ],
)
async def test_supporters_have_their_form(
    coordinator: httpx.AsyncClient, add_enrolment: Add, supporters: list[Json], pointer: str
) -> None:
    path = f"/enrolments/{(await add_enrolment())['id']}/caseload"
    answer = await coordinator.put(path, json={"supporters": supporters}, headers={"If-Match": '"1"'})
    assert (answer.status_code, [fault["pointer"] for fault in answer.json()["errors"]]) == (422, [pointer])
