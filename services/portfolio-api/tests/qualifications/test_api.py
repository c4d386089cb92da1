"""Qualifications through the API."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_principal

Json = dict[str, Any]
Adopt = Callable[..., Awaitable[Json]]

INDUCTION = {
    "code": "local_induction",
    "title": "Induction across health and care",
    "level": 2,
    "kind": "certificate_standards",
}
UNIT = {
    "number": "1",
    "reference": "LOC 1",
    "title": "Settling in",
    "level": 2,
    "credit": 1,
    "outcomes": [
        {
            "title": "Finds the way about",
            "criteria": [{"number": "1.1", "text": "Names whom to tell", "evidenced_in": "placement"}],
        }
    ],
}
DRAFT = {"label": "2027 edition", "valid_from": "2027-09-01", "source": "Agreed by the steering group."}


async def post(client: httpx.AsyncClient, path: str, body: Json) -> httpx.Response:
    return await client.post(path, json=body, headers={"Idempotency-Key": str(uuid4())})


async def test_a_qualification_of_ones_own_is_drafted_written_and_published(
    sign_in: SignIn, coordinator: Principal, principal: Callable[..., Principal], session: AsyncSession
) -> None:
    client, reader = sign_in(coordinator), sign_in(principal(Role.TUTOR))
    created = await post(client, "/qualifications", INDUCTION)
    assert (created.status_code, created.json()["versions"]) == (201, [])
    path = f"/qualifications/{created.json()['id']}"
    drafted = await post(client, f"{path}/versions", DRAFT)
    assert (drafted.status_code, drafted.headers["etag"]) == (201, '"1"'), drafted.text
    assert (drafted.json()["number"], drafted.json()["state"], drafted.json()["units"]) == (1, "draft", [])

    version = f"{path}/versions/{drafted.json()['id']}"
    assert (await reader.get(version)).status_code == 404
    assert (await reader.get(path)).status_code == 404
    assert (await reader.get("/qualifications")).json()["items"] == []
    empty = await client.post(f"{version}/publication", headers={"If-Match": '"1"'})
    assert empty.json()["type"] == "/problems/nothing-to-evidence"

    assert (await client.put(version, json={**DRAFT, "units": [UNIT]})).status_code == 428
    written = await client.put(version, json={**DRAFT, "units": [UNIT]}, headers={"If-Match": '"1"'})
    assert (written.status_code, written.json()["units"]) == (200, [UNIT]), written.text
    stale = await client.post(f"{version}/publication", headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current_version"]) == (412, 2)
    published = await client.post(f"{version}/publication", headers={"If-Match": '"2"'})
    assert (published.status_code, published.json()["state"]) == (200, "published")
    assert (await reader.get(version)).json() == published.json()

    recorded = await session.execute(
        text("SELECT action FROM system.audit_entries WHERE subject = :id ORDER BY position"),
        {"id": created.json()["id"]},
    )
    assert list(recorded.scalars()) == [
        "qualification.created",
        "qualification.version_drafted",
        "qualification.version_changed",
        "qualification.version_published",
    ]


async def test_a_published_version_never_changes(
    sign_in: SignIn, coordinator: Principal, adopt: Adopt, session: AsyncSession
) -> None:
    adopted = await adopt()
    path = f"/qualifications/{adopted['qualification_id']}/versions/{adopted['version_id']}"
    client = sign_in(coordinator)
    changed = await client.put(path, json={**DRAFT, "units": [UNIT]}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.json()["type"]) == (409, "/problems/version-is-published")
    again = await client.post(f"{path}/publication", headers={"If-Match": '"1"'})
    assert again.json()["type"] == "/problems/version-is-published"
    for statement in (
        "UPDATE qualification_versions SET units = '[]'",
        "UPDATE qualification_versions SET state = 'draft'",
        "DELETE FROM qualification_versions",
    ):
        with pytest.raises(IntegrityError, match="never changes"):
            async with session.begin_nested():
                await session.execute(text(statement))


async def test_a_new_version_is_made_from_an_old_one_and_takes_its_place(
    sign_in: SignIn, coordinator: Principal, adopt: Adopt
) -> None:
    adopted = await adopt()
    path = f"/qualifications/{adopted['qualification_id']}"
    client = sign_in(coordinator)
    copy = await post(client, f"{path}/versions", {**DRAFT, "copy_of_version_id": adopted["version_id"]})
    assert (copy.status_code, copy.json()["number"]) == (201, 2), copy.text
    old = (await client.get(f"{path}/versions/{adopted['version_id']}")).json()
    assert copy.json()["units"] == old["units"]

    another = await post(client, f"{path}/versions", DRAFT)
    assert (another.status_code, another.json()["type"]) == (409, "/problems/draft-exists")
    await client.post(f"{path}/versions/{copy.json()['id']}/publication", headers={"If-Match": '"1"'})
    states = [(each["number"], each["state"]) for each in (await client.get(path)).json()["versions"]]
    assert states == [(2, "published"), (1, "superseded")]


async def test_what_a_draft_may_not_be(sign_in: SignIn, coordinator: Principal, adopt: Adopt) -> None:
    care, diploma = await adopt(), await adopt("diploma_care_level_2")
    path = f"/qualifications/{care['qualification_id']}/versions"
    client = sign_in(coordinator)
    foreign = await post(client, path, {**DRAFT, "copy_of_version_id": diploma["version_id"]})
    assert foreign.json()["errors"][0]["pointer"] == "/copy_of_version_id"
    draft = (await post(client, path, DRAFT)).json()["id"]
    criterion = UNIT["outcomes"][0]["criteria"][0]  # type: ignore[index]
    for units in (
        [UNIT, UNIT],
        [UNIT, {**UNIT, "number": "2"}],
        [{**UNIT, "outcomes": []}],
        [{**UNIT, "outcomes": [{"title": "Much", "criteria": [{**criterion, "number": "x"}]}]}],
        [
            {
                **UNIT,
                "number": str(n),
                "outcomes": [
                    {"title": "All", "criteria": [{**criterion, "number": f"{n}.{m}.{k}"} for k in range(50)]}
                    for m in range(10)
                ],
            }
            for n in range(3)
        ],
    ):
        refused = await client.put(f"{path}/{draft}", json={**DRAFT, "units": units}, headers={"If-Match": '"1"'})
        assert refused.status_code == 422, units


@pytest.mark.parametrize("role", [Role.ASSESSOR, Role.EMPLOYER, Role.APPRENTICE])
async def test_others_read_and_do_not_write(
    sign_in: SignIn, principal: Callable[..., Principal], adopt: Adopt, role: Role
) -> None:
    adopted = await adopt()
    client = sign_in(principal(role))
    path = f"/qualifications/{adopted['qualification_id']}"
    version = f"{path}/versions/{adopted['version_id']}"
    assert (await client.get(version)).status_code == 200
    assert (await post(client, "/qualifications", INDUCTION)).status_code == 403
    assert (await post(client, f"{path}/versions", DRAFT)).status_code == 403
    assert (await client.put(version, json={**DRAFT, "units": []}, headers={"If-Match": '"1"'})).status_code == 403
    assert (await client.post(f"{version}/publication", headers={"If-Match": '"1"'})).status_code == 403


async def test_strangers_find_nothing(sign_in: SignIn, adopt: Adopt, coordinator: Principal) -> None:
    adopted = await adopt()
    path = f"/qualifications/{adopted['qualification_id']}"
    version = f"{path}/versions/{adopted['version_id']}"
    assert (await sign_in(None).get(path)).status_code == 401
    stranger = sign_in(make_principal(Role.COORDINATOR, partnership_id=uuid4()))
    assert (await stranger.get("/qualifications")).json()["items"] == []
    assert (await stranger.get(path)).status_code == 404
    assert (await stranger.get(version)).status_code == 404
    assert (await post(stranger, f"{path}/versions", DRAFT)).status_code == 404
    assert (await stranger.put(version, json={**DRAFT, "units": []}, headers={"If-Match": '"1"'})).status_code == 404
    gone = f"/qualifications/{uuid4()}/versions/{UUID(int=1)}"
    assert (await sign_in(coordinator).post(f"{gone}/publication", headers={"If-Match": '"1"'})).status_code == 404
