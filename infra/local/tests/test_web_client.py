"""The web client is built again only when something that goes into it has changed."""

import subprocess
from pathlib import Path

from crossway_local.web_client import fingerprint, input_files, node_environment


def test_the_fingerprint_follows_paths_and_contents(tmp_path: Path) -> None:
    def now() -> str:
        return fingerprint(input_files(tmp_path), tmp_path)

    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "main.ts").write_text("one")
    first = now()
    assert now() == first
    (tmp_path / "src" / "main.ts").write_text("two")
    second = now()
    (tmp_path / "src" / "main.ts").rename(tmp_path / "src" / "other.ts")
    assert len({first, second, now()}) == 3


def test_what_a_build_makes_is_no_input_of_it(tmp_path: Path) -> None:
    for folder in ("node_modules", "dist", "src/node_modules", "e2e", "bench"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "file").touch()
    (tmp_path / "index.html").touch()
    assert list(input_files(tmp_path)) == [tmp_path / "index.html"]


def test_node_and_npm_are_those_of_the_checkout() -> None:
    environment = node_environment()
    for tool, start in (("node", "v24."), ("npm", "11.")):
        said = subprocess.run([tool, "--version"], env=environment, capture_output=True, text=True, check=True).stdout
        assert said.startswith(start)
