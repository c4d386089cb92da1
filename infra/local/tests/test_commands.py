"""The command line behind the make targets."""

import subprocess
import sys
from collections.abc import Sequence

import pytest

from crossway_local import __main__ as commands
from crossway_local.checkout import CHECKOUT
from crossway_local.checks import GROUPS, LANES, Runner, Verdict, run_checks


@pytest.mark.parametrize(
    ("arguments", "groups"),
    [([], list(GROUPS)), (["static"], ["static"]), (["web", "e2e"], ["web", "e2e"])],
)
def test_all_groups_are_run_unless_some_are_named(
    arguments: list[str], groups: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Sequence[str]] = []

    def note(named: Sequence[str]) -> int:
        asked.append(named)
        return 0

    monkeypatch.setattr(commands, "run_checks", note)
    monkeypatch.setattr(sys, "argv", ["crossway_local", "test", *arguments])
    assert commands.main() == 0
    assert asked == [groups]


def test_an_unknown_group_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["crossway_local", "test", "nope"])
    with pytest.raises(SystemExit):
        commands.main()
    assert "no such group: nope" in capsys.readouterr().err


def test_every_runner_runs_and_one_failure_fails_the_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def runner(name: str, passes: bool) -> Runner:
        def run() -> Verdict:
            ran.append(name)
            return Verdict(passes, "3 passed")

        return Runner(name, run)

    groups = {"one": (runner("first", False), runner("second", True)), "two": (runner("third", True),)}
    monkeypatch.setattr("crossway_local.checks.GROUPS", groups)
    assert run_checks(["one"]) == 1
    assert ran == ["first", "second"]
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "Runners: 1 passed, 1 failed"
    assert said[-2].startswith("  passed  second ")
    assert said[-2].endswith(" s  3 passed")
    assert run_checks(["two"]) == 0


def test_several_groups_run_in_lanes_and_each_runner_is_in_the_summary(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sorted(group for lane in LANES for group in lane) == sorted(GROUPS)
    group = """
import sys
print("seen", sys.argv[1])
if sys.argv[1] == "web":
    sys.exit("it fell over")
failed = sys.argv[1] == "trials"
print("\\n== Summary\\n ", "FAILED" if failed else "passed", "", sys.argv[1], " 1.0 s  2 passed\\nRunners: all")
sys.exit(failed)
"""
    monkeypatch.setattr("crossway_local.checks.GROUP_COMMAND", (sys.executable, "-c", group))
    assert run_checks(list(GROUPS)) == 1
    said = capsys.readouterr().out.splitlines()
    seen = [f"{group:<8} | seen {group}" for group in GROUPS]
    assert [line for line in said if line in seen[1:3]] == seen[1:3]
    assert [line for line in said if line in (seen[0], *seen[3:])] == [seen[0], *seen[3:]]
    assert "web      | it fell over" in said
    summary = said[said.index("== Summary") + 1 :]
    assert [line.split()[:2] for line in summary[:-1]] == [
        ["passed", "services"],
        ["FAILED", "trials"],
        ["passed", "static"],
        ["FAILED", "web"],
        ["passed", "e2e"],
    ]
    assert summary[-1] == "Runners: 3 passed, 2 failed"
    assert run_checks(["static", "e2e"]) == 0


def test_make_help_names_every_target() -> None:
    told = subprocess.run(["make", "help"], cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    for target in (
        "run",
        "reset",
        "test",
        "check",
        "test-services",
        "test-web",
        "e2e",
        "bench",
        "openapi",
        "lock",
        "env",
    ):
        assert f"make {target} " in told
