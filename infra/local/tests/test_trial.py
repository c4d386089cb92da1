"""A stack of its own: comes up, heals, says why it could not start, leaves nothing."""

import asyncio
import os
import signal
import time
from pathlib import Path

import httpx
import pytest

from crossway_local.postgres import wait_until_reachable
from crossway_local.steps import StepFailed
from crossway_local.trial import running_stack


def _answers(address: str) -> bool:
    try:
        return httpx.get(f"{address}/health", trust_env=False).is_success
    except httpx.TransportError:
        return False


def _eventually_answers(address: str) -> bool:
    for _ in range(50):
        if _answers(address):
            return True
        time.sleep(0.1)
    return False


def test_a_stack_heals_and_leaves_nothing(tmp_path: Path) -> None:
    with running_stack(tmp_path, services=(), demonstration=False) as stack:
        address, before = stack.address, stack.pids
        assert _answers(address)
        for name in ("gateway", "postgres"):
            os.kill(before[name], signal.SIGKILL)
        time.sleep(0.3)
        assert _eventually_answers(address)
        asyncio.run(wait_until_reachable(stack.administrator))
        after = stack.pids
        assert after["launcher"] == before["launcher"]
        assert not {before["gateway"], before["postgres"]} & set(after.values())
    for pid in after.values():
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    assert not stack.state.description.exists()


def test_a_stack_that_cannot_start_says_why(tmp_path: Path) -> None:
    with running_stack(tmp_path, services=(), gateway=False, demonstration=False):
        pass
    (tmp_path / "postgres" / "PG_VERSION").write_text("12\n")
    with (
        pytest.raises(StepFailed, match=r"postgres does not stay up(.|\n)*incompatible"),
        running_stack(tmp_path, services=(), demonstration=False),
    ):
        pytest.fail("it started")
