"""Signing keys: published before they sign, and after."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from cryptography.exceptions import InvalidTag
from fastapi import FastAPI
from pydantic import SecretStr
from sqlalchemy import select, update

from identity_api.desk import Desk
from identity_api.keys.models import StoredKey
from identity_api.keys.ring import KeyRing
from identity_api.keys.sealing import Seal
from identity_api.keys.service import KEEP_RETIRED, ROTATE_AFTER, maintain_keys, rotate_keys
from identity_api.settings import IdentitySettings
from service_common.auth import Principal
from service_common.tokens import UnknownKey, sign_token, verify_token

CLAIMS = {**Principal("service", "placements-api", None).to_claims(), "aud": "learners"}


async def published(client: httpx.AsyncClient) -> dict[str, dict[str, str]]:
    answer = await client.get("/jwks")
    assert answer.status_code == 200
    return {key["kid"]: key for key in answer.json()["keys"]}


async def states(desk: Desk) -> dict[str, str]:
    async with desk.transaction() as session:
        return {key.state: key.kid for key in (await session.execute(select(StoredKey))).scalars()}


async def test_what_is_published_is_public(anonymous: httpx.AsyncClient) -> None:
    keys = await published(anonymous)
    assert len(keys) == 2
    assert {frozenset(key) for key in keys.values()} == {frozenset({"kty", "crv", "alg", "use", "kid", "x", "y"})}


async def test_a_rotation_signs_with_what_was_published_and_keeps_old_tokens_good(
    anonymous: httpx.AsyncClient, desk: Desk, settings: IdentitySettings
) -> None:
    before = await published(anonymous)
    old_token = sign_token(await KeyRing(Seal(settings)).signing_key(desk), CLAIMS, lifetime_seconds=600)
    was = await states(desk)
    async with desk.transaction() as session:
        await rotate_keys(session, Seal(settings), datetime.now(UTC))
    now = await states(desk)
    assert (now["current"], now["retired"]) == (was["next"], was["current"])
    new_token = sign_token(await KeyRing(Seal(settings)).signing_key(desk), CLAIMS, lifetime_seconds=600)
    after = await published(anonymous)
    assert len(after) == 3
    for token, keys in [(old_token, before), (old_token, after), (new_token, before), (new_token, after)]:
        assert verify_token(token, keys=keys, audience="learners")["sub"] == "placements-api"


async def test_keys_rotate_when_it_is_time_and_retired_ones_go(
    anonymous: httpx.AsyncClient, desk: Desk, settings: IdentitySettings
) -> None:
    seal, now = Seal(settings), datetime.now(UTC)
    async with desk.transaction() as session:
        await maintain_keys(session, seal, now)
    first = await states(desk)
    old_token = sign_token(await KeyRing(seal).signing_key(desk), CLAIMS, lifetime_seconds=600)
    async with desk.transaction() as session:
        await maintain_keys(session, seal, now + timedelta(days=1))
    assert await states(desk) == first
    async with desk.transaction() as session:
        await session.execute(update(StoredKey).values(state_since=now - ROTATE_AFTER - timedelta(minutes=1)))
        await maintain_keys(session, seal, now)
    assert (await states(desk))["retired"] == first["current"]
    async with desk.transaction() as session:
        await maintain_keys(session, seal, now + KEEP_RETIRED + timedelta(minutes=1))
    assert "retired" not in await states(desk)
    with pytest.raises(UnknownKey):
        verify_token(old_token, keys=await published(anonymous), audience="learners")


async def test_private_keys_are_encrypted_at_rest(desk: Desk, settings: IdentitySettings, app: FastAPI) -> None:
    key = await app.state.key_ring.signing_key(desk)
    async with desk.transaction() as session:
        stored = (await session.execute(select(StoredKey).where(StoredKey.kid == key.kid))).scalar_one()
    assert b"PRIVATE KEY" not in stored.sealed_private_pem
    assert Seal(settings).open(stored.sealed_private_pem, f"signing key {key.kid}") == key.private_pem
    with pytest.raises(InvalidTag):
        Seal(settings).open(stored.sealed_private_pem, "another key")
    other = settings.model_copy(update={"key_encryption_secret": SecretStr("x" * 32)})
    with pytest.raises(InvalidTag):
        Seal(other).open(stored.sealed_private_pem, f"signing key {key.kid}")
