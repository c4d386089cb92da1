"""Clearances through the API."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]
SEEN = {"If-Match": '"1"'}


async def test_clearances_are_recorded_corrected_and_removed(
    coordinator: httpx.AsyncClient, add_enrolment: Add, add_clearance: Add, session: AsyncSession
) -> None:
    learner_id = (await add_enrolment())["learner_id"]
    path = f"/learners/{learner_id}/clearances"
    car = await add_clearance(learner_id, code="car", expires_on=None)
    old = await add_clearance(learner_id, valid_from="2024-02-15", expires_on="2027-02-14")
    new = await add_clearance(learner_id, reference="001912345678", note="Seen on paper.")
    assert (
        new.items()
        >= {
            "learner_id": learner_id,
            "code": "dbs_enhanced",
            "valid_from": "2027-02-15",
            "expires_on": "2030-02-14",
            "reference": "001912345678",
            "note": "Seen on paper.",
            "version": 1,
        }.items()
    )
    assert new["recorded_by"].startswith("person:")
    assert (await coordinator.get(path)).json() == {"items": [car, new, old]}

    corrected = await coordinator.put(
        f"{path}/{new['id']}", json={"valid_from": "2027-02-16", "expires_on": "2027-05-09"}, headers=SEEN
    )
    assert (corrected.status_code, corrected.headers["etag"]) == (200, '"2"')
    assert corrected.json() == new | {
        "valid_from": "2027-02-16",
        "expires_on": "2027-05-09",
        "reference": None,
        "note": None,
        "version": 2,
        "recorded_at": corrected.json()["recorded_at"],
    }
    stale = await coordinator.post(f"{path}/{new['id']}/removal", json={"reason": "recorded_in_error"}, headers=SEEN)
    assert (stale.status_code, stale.json()["current_version"]) == (412, 2)
    removed = await coordinator.post(f"{path}/{old['id']}/removal", json={"reason": "recorded_in_error"}, headers=SEEN)
    assert removed.status_code == 204
    assert (await coordinator.get(path)).json()["items"] == [car, corrected.json()]
    history = await session.execute(
        text(
            "SELECT action, detail FROM system.audit_entries WHERE subject = :id AND action LIKE 'clearance.%'"
            " ORDER BY position"
        ),
        {"id": learner_id},
    )
    actions = history.all()
    assert [row.action for row in actions] == [*["clearance.added"] * 3, "clearance.corrected", "clearance.removed"]
    assert actions[-1].detail == {
        "clearance_id": old["id"],
        "code": "dbs_enhanced",
        "before": {"valid_from": "2024-02-15", "expires_on": "2027-02-14"},
        "reason": "recorded_in_error",
    }


@pytest.mark.parametrize(
    ("dates", "status"),
    [
        ({"valid_from": "2030-02-15", "expires_on": None}, 201),
        ({"valid_from": "2030-02-14", "expires_on": None}, 409),
        ({"valid_from": "2020-01-01", "expires_on": "2027-02-15"}, 409),
        ({"valid_from": "2020-01-01", "expires_on": "2027-02-14"}, 201),
        ({"valid_from": "2020-01-01", "expires_on": None}, 409),
        ({"valid_from": "2027-03-01", "expires_on": None, "code": "vaccination:hepatitis_b"}, 201),
        ({"valid_from": "2031-03-01", "expires_on": "2031-02-28"}, 422),
        ({"valid_from": "2031-03-01", "code": "vaccination:"}, 422),
    ],
)
async def test_two_of_one_kind_never_overlap(
    coordinator: httpx.AsyncClient, add_enrolment: Add, add_clearance: Add, dates: Json, status: int
) -> None:
    learner_id = (await add_enrolment())["learner_id"]
    await add_clearance(learner_id)
    answer = await coordinator.post(f"/learners/{learner_id}/clearances", json={"code": "dbs_enhanced"} | dates)
    assert answer.status_code == status
    if status == 409:
        assert answer.json()["type"] == "/problems/clearance-overlaps"


async def test_who_may_read_and_change(
    stranger: httpx.AsyncClient,
    as_program: SignIn,
    principal: Callable[..., Principal],
    add_enrolment: Add,
    add_clearance: Add,
    add_organisation: Callable[..., str],
) -> None:
    trust = add_organisation()
    learner_id = (await add_enrolment(employer_organisation_id=trust))["learner_id"]
    clearance = await add_clearance(learner_id)
    path = f"/learners/{learner_id}/clearances"
    sees = {Role.COORDINATOR, Role.ADMINISTRATOR, Role.EMPLOYER, Role.LINE_MANAGER, Role.APPRENTICE}
    body = {"code": "right_to_work", "valid_from": "2027-03-01"}
    dates = {"valid_from": "2027-03-01"}
    for role in Role:
        own = {"learner_id": UUID(learner_id), "organisation_ids": frozenset({UUID(trust)})}
        client = as_program(principal(role, **own))
        assert (await client.get(path)).status_code == (200 if role in sees else 403), role
        may = role in {Role.COORDINATOR, Role.EMPLOYER}
        stale = {"If-Match": '"9"'}
        put = await client.put(f"{path}/{clearance['id']}", json=dates, headers=stale)
        assert put.status_code == (412 if may else 403), role
        removal = await client.post(f"{path}/{clearance['id']}/removal", json={"reason": "revoked"}, headers=stale)
        assert removal.status_code == (412 if may else 403), role
        if not may:
            assert (await client.post(path, json=body)).status_code == 403, role
    elsewhere = as_program(principal(Role.EMPLOYER, organisation_ids=frozenset({uuid4()})))
    for client, status in ((as_program(None), 401), (stranger, 404), (elsewhere, 404)):
        assert (await client.get(path)).status_code == status
        assert (await client.post(path, json=body)).status_code == status
        assert (await client.put(f"{path}/{clearance['id']}", json=dates, headers=SEEN)).status_code == status
    other = (await add_enrolment())["learner_id"]
    moved = f"/learners/{other}/clearances/{clearance['id']}"
    answer = await as_program(principal(Role.COORDINATOR)).put(moved, json=dates, headers=SEEN)
    assert answer.status_code == 404
