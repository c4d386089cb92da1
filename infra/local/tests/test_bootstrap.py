"""What a person sees before anything is installed."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from crossway_local import toolchain
from crossway_local.checkout import CHECKOUT, State
from crossway_local.secret_store import Secrets
from crossway_local.steps import StepFailed, last_lines, run_step

START = CHECKOUT / "infra" / "local" / "start.py"


def test_an_old_python_is_told_so_in_words(tmp_path: Path) -> None:
    code = f"import runpy, sys; sys.version_info = (3, 9, 1); runpy.run_path({str(START)!r}, run_name='__main__')"
    answer = subprocess.run(
        [sys.executable, "-c", code], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 1
    assert "Crossway needs Python 3.11 or newer" in answer.stderr
    assert "is 3.9" in answer.stderr


def test_an_old_python_hands_over_to_a_newer_one_on_the_path(tmp_path: Path) -> None:
    newer = tmp_path / "python3.12"
    newer.write_text('#!/bin/sh\necho "newer: $@"\n')
    newer.chmod(0o755)
    code = (
        "import runpy, sys; sys.version_info = (3, 9, 1); sys.argv = ['start.py', 'run'];"
        f" runpy.run_path({str(START)!r}, run_name='__main__')"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=True
    )
    assert answer.stdout == f"newer: {START} run\n"


@pytest.mark.parametrize(
    ("words", "version"),
    [("uv 0.13.9 (abc 2026-11-01)", (0, 13, 9)), ("uv 1.0.0", (1, 0, 0)), ("", ()), ("command not found", ())],
)
def test_uvs_version_is_read_from_its_words(words: str, version: tuple[int, ...]) -> None:
    assert toolchain.uv_version(words) == version


def test_a_uv_that_is_too_old_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "uv"
    old.write_text("#!/bin/sh\necho uv 0.4.1\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(toolchain, "TOOLS", tmp_path / "tools")
    assert toolchain.find_uv() is None
    old.write_text("#!/bin/sh\necho uv 0.13.9\n")
    assert toolchain.find_uv() == old


def test_a_python_that_can_install_nothing_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(StepFailed, match=r"neither pip nor ensurepip(.|\n)*apt-get install python3\.\d+-venv"):
        toolchain.install_uv()


def test_a_failed_step_shows_the_command_its_last_lines_and_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["sh", "-c", "seq 30; echo no such package >&2; exit 4"]
    with pytest.raises(StepFailed) as failure:
        run_step("Fetching", command, log=tmp_path / "log", folder=tmp_path, hint="Check the connection.")
    words = str(failure.value)
    assert "`sh -c" in words
    assert "ended with 4" in words
    assert "    30\n    no such package\nCheck the connection." in words
    assert "    10\n" not in words
    assert capsys.readouterr().out == "  Fetching ... failed\n"


def test_a_step_says_what_it_does_and_how_long_it_took(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_step("Waiting", ["true"], log=tmp_path / "log", folder=tmp_path)
    assert capsys.readouterr().out == "  Waiting ... 0.0 s\n"


def test_a_command_that_cannot_be_started_is_a_failed_step(tmp_path: Path) -> None:
    with pytest.raises(StepFailed, match="could not be started"):
        run_step("Starting", ["/nowhere/at-all"], log=tmp_path / "log", folder=tmp_path)


def test_an_empty_log_says_so(tmp_path: Path) -> None:
    assert "printed nothing" in last_lines(tmp_path / "missing")


def test_secrets_are_made_once_and_for_their_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "state" / "secrets.json"
    made = Secrets.load(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert Secrets.load(file) == made
    assert (
        len({made.database_administrator, made.key_encryption, *made.databases.values(), *made.clients.values()}) == 10
    )


def test_secrets_of_an_older_version_get_what_they_lack(tmp_path: Path) -> None:
    file = tmp_path / "secrets.json"
    made = Secrets.load(file)
    kept = json.loads(file.read_text())
    del kept["key_encryption"]
    file.write_text(json.dumps(kept))
    completed = Secrets.load(file)
    assert (completed.databases, len(completed.key_encryption)) == (made.databases, 43)


def test_a_state_folder_belongs_to_one_process(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from crossway_local.checkout import State\n"
        f"State(Path({str(tmp_path)!r})).hold(); State(Path({str(tmp_path)!r})).hold()\n"
        """os.execv(sys.executable, ["python", "-c", "print('held', flush=True); input()"])"""
    )

    def hold_in_another_process() -> "subprocess.Popen[str]":
        pipe = subprocess.PIPE
        return subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, stderr=pipe, text=True)

    with hold_in_another_process() as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with hold_in_another_process() as second:
            _, words = second.communicate()
        assert "StateInUse" in words
        first.kill()
    with hold_in_another_process() as third:
        assert third.communicate("")[0] == "held\n"


def test_reset_removes_what_a_stack_kept_and_nothing_else(tmp_path: Path) -> None:
    state = State(tmp_path)
    for folder in (state.database, state.mails, state.logs, tmp_path / "tools"):
        folder.mkdir()
    Secrets.load(state.secrets)
    state.remove()
    assert os.listdir(tmp_path) == ["tools"]
