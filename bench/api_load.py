"""Asks one address over and over on a few connections, and tells what that cost the server and how long it took."""

import asyncio
import os
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import psycopg

CONNECTIONS = 4
_TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Server:
    """A process that answers HTTP, and what its connections to PostgreSQL call themselves."""

    pid: int
    port: int
    application_name: str


@dataclass(frozen=True)
class Request:
    """A GET as it goes over the wire."""

    target: str
    token: str = ""

    def encode(self) -> bytes:
        credentials = f"authorization: Bearer {self.token}\r\n" if self.token else ""
        return f"GET {self.target} HTTP/1.1\r\nhost: bench\r\n{credentials}\r\n".encode()


@dataclass(frozen=True)
class Cost:
    """Of one request, in milliseconds."""

    cpu: float
    """User and system time of the server's process and of its PostgreSQL backends."""
    database: float
    """The part of it that the backends spent."""
    median: float
    slow: float
    """The 95th percentile of the latencies, as `median` is their 50th."""


class Meter:
    """Measures servers on one database server."""

    def __init__(self, administrator: psycopg.Connection) -> None:
        self._administrator = administrator

    def measure(self, server: Server, request: Request, count: int) -> Cost:
        """Raises RuntimeError when an answer is not 200."""
        before = self._cpu(server)
        latencies = asyncio.run(_ask(server.port, request, count))
        after = self._cpu(server)
        spent = {pid: 1000 * (seconds - before.get(pid, 0)) / count for pid, seconds in after.items()}
        total, ordered = sum(spent.values()), sorted(latencies)
        slow = ordered[int(len(ordered) * 0.95)]
        return Cost(total, total - spent[server.pid], 1000 * statistics.median(ordered), 1000 * slow)

    def _cpu(self, server: Server) -> dict[int, float]:
        backends = self._administrator.execute(
            "SELECT pid FROM pg_stat_activity WHERE application_name = %s", [server.application_name]
        ).fetchall()
        return {pid: _cpu_seconds(pid) for pid in [server.pid, *(pid for (pid,) in backends)]}


def _cpu_seconds(pid: int) -> float:
    """Source: proc_pid_stat(5), fields utime, stime, cutime and cstime."""
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(int(ticks) for ticks in after_name[11:15]) / _TICKS_PER_SECOND


async def fetch(port: int, request: Request) -> bytes:
    """The body of one answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        return await _exchange(reader, writer, request.encode())
    finally:
        writer.close()


async def _ask(port: int, request: Request, count: int) -> Sequence[float]:
    wire, seconds = request.encode(), list[float]()

    async def keep_asking(times: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(times):
            began = perf_counter()
            await _exchange(reader, writer, wire)
            seconds.append(perf_counter() - began)
        writer.close()

    await asyncio.gather(*(keep_asking(count // CONNECTIONS) for _ in range(CONNECTIONS)))
    return seconds


async def _exchange(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, wire: bytes) -> bytes:
    writer.write(wire)
    head = await reader.readuntil(b"\r\n\r\n")
    length = _LENGTH.search(head)
    body = await reader.readexactly(int(length[1])) if length else b""
    if not head.startswith(b"HTTP/1.1 200 "):
        raise RuntimeError(f"{head.decode()}{body.decode()}")
    return body
