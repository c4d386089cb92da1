"""Argon2id, away from the event loop."""

import asyncio
import threading
import time
from collections.abc import Iterator

import pytest
from argon2 import extract_parameters
from argon2.low_level import Type
from fastapi import FastAPI
from sqlalchemy import select

from identity_api.accounts.models import Credential
from identity_api.caller import Caller
from identity_api.desk import Desk
from identity_api.passwords.hashing import PasswordHashing
from identity_api.passwords.service import prove_account
from identity_api.provisioning.schemas import ProvisionDocument
from identity_api.provisioning.service import provision
from identity_api.settings import EXAMPLE, IdentitySettings
from service_common.problems import Unavailable

CHEAP = EXAMPLE.model_copy(update={"argon2_memory_kib": 64, "argon2_passes": 1})


@pytest.fixture
def hashing() -> Iterator[PasswordHashing]:
    hashing = PasswordHashing(CHEAP)
    yield hashing
    hashing.close()


def test_the_settings_are_the_recommended_ones() -> None:
    parameters = extract_parameters(PasswordHashing(EXAMPLE)._nobodys_hash)
    assert parameters.type is Type.ID
    assert (parameters.memory_cost, parameters.time_cost, parameters.parallelism) == (65536, 3, 1)


async def test_a_password_matches_its_own_hash_only(hashing: PasswordHashing) -> None:
    stored = await hashing.hash("granite-willow-harbour")
    assert await hashing.verify(stored, "granite-willow-harbour")
    assert not await hashing.verify(stored, "granite-willow-harboux")
    assert not await hashing.verify(None, "nobody has this password")
    assert not await hashing.verify("not a hash", "granite-willow-harbour")


async def test_two_at_once_at_most_and_never_on_the_event_loop(
    hashing: PasswordHashing, monkeypatch: pytest.MonkeyPatch
) -> None:
    running, most, threads = 0, 0, set()
    lock = threading.Lock()

    def slow(_stored: str, _password: str) -> bool:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
            threads.add(threading.get_ident())
        time.sleep(0.02)
        with lock:
            running -= 1
        return True

    monkeypatch.setattr(hashing, "_matches", slow)
    assert all(await asyncio.gather(*(hashing.verify("x", "y") for _ in range(8))))
    assert most == 2
    assert threading.get_ident() not in threads


async def test_a_long_queue_is_refused_rather_than_waited_in(
    hashing: PasswordHashing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hashing, "WAITING_AT_MOST", 3)
    answers = await asyncio.gather(*(hashing.verify(None, "y") for _ in range(5)), return_exceptions=True)
    assert [type(answer) for answer in answers] == [bool, bool, bool, Unavailable, Unavailable]
    assert await hashing.verify(None, "y") is False


async def test_a_hash_made_with_other_parameters_is_replaced_at_the_next_sign_in(
    app: FastAPI, desk: Desk, settings: IdentitySettings
) -> None:
    document = ProvisionDocument.model_validate(
        {
            "accounts": [
                {
                    "email": "tutor@crossway.example.org",
                    "display_name": "Robin Example",
                    "password": "granite-willow-harbour",
                }
            ]
        }
    )
    await provision(desk, app.state.password_hashing, document, demonstration=False)
    stronger = PasswordHashing(settings.model_copy(update={"argon2_passes": 2}))
    caller = Caller("192.0.2.7", "Firefox")
    for expected_passes, settled in [(1, False), (2, True)]:
        proved = await prove_account(desk, stronger, "tutor@crossway.example.org", "granite-willow-harbour", caller)
        assert proved is not None
        async with desk.transaction() as session:
            if settled:
                await proved.settle(session)
            secret = (await session.execute(select(Credential.secret))).scalar_one()
        assert extract_parameters(secret).time_cost == expected_passes
    stronger.close()
