"""`make bench NAME=api`: what a list costs, and whether it stays so when there are a million learners.

Two servers run side by side on one database and are asked in turns: learners-api as `make run` runs it, with
a coordinator's token; and bare ASGI that sends the same rows as JSON made by PostgreSQL (`api_bare.py`). The last line
is one JSON object:

- `list50_cpu_ratio`: CPU time of a list of 50, ours over bare; the worse of the lists that are compared.
- `growth_1m_over_1k`: the same request in a partnership of 1,000,000 learners over one of 1,000, in CPU time or in
  latency; the worst of all requests.

Each ratio is the median of those of several rounds, each measured within a second or two: other programs on the machine
disturb both sides alike. `BENCH_LEARNERS` makes the large partnership another size.
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psycopg
from api_load import Cost, Meter, Request, Server, fetch
from api_population import Partnership, fill

from crossway_local import programs
from crossway_local.checkout import State
from crossway_local.databases import database_of, provision
from crossway_local.ports import free_ports
from crossway_local.postgres import temporary_server
from crossway_local.secret_store import SERVICES, Secrets
from crossway_local.steps import step
from crossway_local.supervisor import Program, leashed
from service_common.auth import Role
from service_common.provision import database_url
from service_common.testing.principals import KEY, make_principal, token_for

LIST_ROUNDS, LIST_REQUESTS = 9, 300
GROWTH_ROUNDS, GROWTH_REQUESTS = 7, 120
WARM_UP_REQUESTS = 300
START_SECONDS = 30
SMALL, LARGE = 1_000, int(os.environ.get("BENCH_LEARNERS", "1000000"))
BASE = "/api/learners/v1"
LISTS = ("/enrolments", "/learners")


def main() -> None:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="crossway-bench-")))
        folder.chmod(0o755)  # PostgreSQL runs as another user when we are root
        with step("Database"):
            administrator_url = stack.enter_context(temporary_server(folder))
            surroundings = _surroundings(folder, administrator_url, stack.enter_context(_stand_in_for_identity()))
            provision(administrator_url, "learners", surroundings.secrets.databases["learners"])
            _run_to_end(programs.migration(surroundings, "learners"))
        learners_url = database_url(administrator_url, database_of("learners"))
        with step(f"Partnerships of {SMALL:,} and {LARGE:,} learners"):
            small, large = fill(learners_url, SMALL, LARGE)
        with step("Servers"):
            ours = stack.enter_context(_serving(*_service(surroundings), folder))
            bare = stack.enter_context(_serving(*_bare(surroundings, small), folder))
            _assert_same_items(ours, bare, small)
        meter = Meter(stack.enter_context(psycopg.connect(administrator_url, autocommit=True)))
        with step("Lists, ours and bare in turns"):
            lists = {path: _compare_lists(meter, ours, bare, small, path) for path in LISTS}
        with step("Requests of the two partnerships in turns"):
            growth = _compare_sizes(meter, ours, small, large)
    _print_report(lists, growth)


def _surroundings(folder: Path, administrator_url: str, identity_port: int) -> programs.Surroundings:
    ports = {**dict(zip((*SERVICES, "gateway"), free_ports(5), strict=True)), "identity": identity_port}
    return programs.Surroundings(State(folder / "state"), Secrets.new(), administrator_url, ports)


@contextmanager
def _stand_in_for_identity() -> Iterator[int]:
    """Publishes the key that the bench signs tokens with; gives its port."""

    class Keys(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = json.dumps({"keys": [KEY.public_jwk()]}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Keys) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def _run_to_end(program: Program) -> None:
    subprocess.run(program.command, env=dict(program.environment), check=True, stdout=subprocess.DEVNULL)


def _service(surroundings: programs.Surroundings) -> tuple[Program, int]:
    program = programs.api(surroundings, "learners")
    url = _named(surroundings.service_database("learners"), program.name)
    environment = {**program.environment, "CROSSWAY_SERVICE_DATABASE_URL": url, "CROSSWAY_LOG_FORMAT": "json"}
    return Program(program.name, program.command, environment), surroundings.ports["learners"]


def _bare(surroundings: programs.Surroundings, partnership: Partnership) -> tuple[Program, int]:
    name, port = "bare", free_ports(1)[0]
    environment = {
        **programs.inherited_environment(),
        "BENCH_PARTNERSHIP_ID": str(partnership.id),
        "BENCH_DATABASE_URL": _named(surroundings.service_database("learners"), name),
    }
    where = ["--app-dir", str(Path(__file__).parent), "--host", "127.0.0.1", "--port", str(port)]
    return Program(
        name, [sys.executable, "-m", "uvicorn", "api_bare:app", *where, "--no-access-log"], environment
    ), port


def _named(url: str, application_name: str) -> str:
    return f"{url}?application_name={application_name}"


@contextmanager
def _serving(program: Program, port: int, folder: Path) -> Iterator[Server]:
    """The program, its output in a file, when it answers on its port."""
    log = folder / f"{program.name}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            leashed(program.command), env=dict(program.environment), stdout=output, stderr=subprocess.STDOUT
        )
    try:
        _wait_for(port, log)
        yield Server(process.pid, port, program.name)
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            asyncio.run(_connect(port))
        except OSError:
            if time.monotonic() > deadline:
                raise RuntimeError(f"It does not answer:\n{log.read_text()}") from None
            time.sleep(0.1)
        else:
            return


async def _connect(port: int) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()


def _ours(partnership: Partnership, target: str) -> Request:
    """As a coordinator, who sees everybody; people's tokens live for a minute."""
    token = token_for(make_principal(Role.COORDINATOR, partnership_id=partnership.id), "learners")
    return Request(f"{BASE}{target}", token)


def _assert_same_items(ours: Server, bare: Server, partnership: Partnership) -> None:
    for path in LISTS:
        our_page = json.loads(asyncio.run(fetch(ours.port, _ours(partnership, f"{path}?limit=50"))))
        bare_page = json.loads(asyncio.run(fetch(bare.port, Request(path))))
        assert our_page["items"] == bare_page["items"], f"{path} is not the same list"
        assert len(our_page["items"]) == 50


Pair = tuple[Cost, Cost]


def _in_turns(rounds: int, first: Callable[[], Cost], second: Callable[[], Cost]) -> list[Pair]:
    """Each round measures both, beginning with the other one than the round before."""
    pairs: list[Pair] = []
    for number in range(rounds):
        if number % 2:
            after = second()
            pairs.append((first(), after))
        else:
            pairs.append((first(), second()))
    return pairs


def _compare_lists(meter: Meter, ours: Server, bare: Server, partnership: Partnership, path: str) -> list[Pair]:
    def ask_ours(count: int = LIST_REQUESTS) -> Cost:
        return meter.measure(ours, _ours(partnership, f"{path}?limit=50"), count)

    def ask_bare(count: int = LIST_REQUESTS) -> Cost:
        return meter.measure(bare, Request(path), count)

    ask_ours(WARM_UP_REQUESTS)
    ask_bare(WARM_UP_REQUESTS)
    return _in_turns(LIST_ROUNDS, ask_ours, ask_bare)


def _targets(partnership: Partnership) -> dict[str, str]:
    """What is asked of both partnerships: name -> address."""
    return {
        "enrolments, first page": "/enrolments?limit=50",
        "enrolments, middle page": f"/enrolments?limit=50&cursor={partnership.middle_enrolment}",
        "enrolments, one learner's number": f"/enrolments?limit=50&q={partnership.uln}",
        "enrolments, a common name": f"/enrolments?limit=10&q={partnership.common_name}",
        "learners, first page": "/learners?limit=50",
        "learners, middle page": f"/learners?limit=50&cursor={partnership.middle_learner}",
        "learners, one learner's number": f"/learners?limit=50&q={partnership.uln}",
        "learners, a common name": f"/learners?limit=10&q={partnership.common_name}",
    }


def _compare_sizes(meter: Meter, ours: Server, small: Partnership, large: Partnership) -> dict[str, list[Pair]]:
    measured: dict[str, list[Pair]] = {}
    in_large = _targets(large)
    for name, target in _targets(small).items():

        def ask_small(count: int = GROWTH_REQUESTS, target: str = target) -> Cost:
            return meter.measure(ours, _ours(small, target), count)

        def ask_large(count: int = GROWTH_REQUESTS, target: str = in_large[name]) -> Cost:
            return meter.measure(ours, _ours(large, target), count)

        ask_small(WARM_UP_REQUESTS // 4)
        ask_large(WARM_UP_REQUESTS // 4)
        measured[name] = _in_turns(GROWTH_ROUNDS, ask_large, ask_small)
    return measured


def _ratio(pairs: list[Pair], figure: Callable[[Cost], float]) -> float:
    return statistics.median([figure(over) / figure(under) for over, under in pairs])


def _cpu(cost: Cost) -> float:
    return cost.cpu


def _latency(cost: Cost) -> float:
    return cost.median


def _print_report(lists: Mapping[str, list[Pair]], growth: Mapping[str, list[Pair]]) -> None:
    heads = f"{'CPU':>7} {'of it database':>15} {'p50':>7} {'p95':>7}   CPU ratio  p50 ratio"
    print(f"\n{'milliseconds for one request':<34} {heads}")
    for path, pairs in lists.items():
        _print_pair(f"list of 50 {path[1:]}", ("learners-api", "bare"), pairs)
    for name, pairs in growth.items():
        _print_pair(name, (f"{LARGE:,}", f"{SMALL:,}"), pairs)
    ratios = {
        "list50_cpu_ratio": max(_ratio(pairs, _cpu) for pairs in lists.values()),
        "growth_1m_over_1k": max(_ratio(pairs, figure) for pairs in growth.values() for figure in (_cpu, _latency)),
    }
    print(json.dumps({name: round(ratio, 2) for name, ratio in ratios.items()}))


def _print_pair(name: str, sides: tuple[str, str], pairs: list[Pair]) -> None:
    print(name)
    for number, side in enumerate(sides):
        cpu, database, median, slow = (
            statistics.median(getattr(pair[number], figure) for pair in pairs)
            for figure in ("cpu", "database", "median", "slow")
        )
        ratios = f"   {_ratio(pairs, _cpu):9.2f}  {_ratio(pairs, _latency):9.2f}" if number == 0 else ""
        print(f"  {side:<32} {cpu:7.2f} {database:15.2f} {median:7.2f} {slow:7.2f}{ratios}")


if __name__ == "__main__":
    main()
