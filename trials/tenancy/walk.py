"""The walk: every operation, asked by everybody of one partnership about everything of another.

A request is made to be accepted and then differs in one place: an id, or a word to search for, is the victim's. Its
answer must be what the same request gets about something that does not exist, hold nothing of the victim's, and leave
the victim's rows as they were. Each request runs in a transaction that is rolled back, so that all see the same state.
"""

import json
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker

from service_common.settings import ServiceName
from service_common.testing.plugin import OneConnection
from trials.tenancy.callers import Caller
from trials.tenancy.filling import Filled, Filler
from trials.tenancy.operations import Operation
from trials.tenancy.partnership import Partnership
from trials.tenancy.product import Product
from trials.tenancy.rows import Row, read_rows, texts_of
from trials.tenancy.settling import ask, give_version, overrides_of

ANOTHER = {"transfer_learner": "body:/cohort_id"}
"""Slots, by operation, for another thing than the one in which somebody is already."""


@dataclass(frozen=True)
class Variation:
    """Where a request speaks of the victim: in these slots, or in an optional query parameter."""

    slots: frozenset[str] = frozenset()
    parameter: str = ""
    value: Any = None
    """Of the parameter; None: an id or a word of the victim's."""

    @property
    def in_path(self) -> bool:
        return any(slot.startswith("path:") for slot in self.slots)

    def __str__(self) -> str:
        return ", ".join(sorted(self.slots)) or self.parameter or "about their own"


@dataclass
class Report:
    """What a walk found."""

    findings: list[str] = field(default_factory=list)
    asked: int = 0
    succeeded: set[str] = field(default_factory=set)
    """Operations that, asked about the caller's own partnership, were understood and allowed for somebody."""

    def __str__(self) -> str:
        return "\n".join([f"{len(self.findings)} findings in {self.asked} requests", *self.findings[:40]])


@dataclass(frozen=True)
class Door:
    """Into one service's database: as its login role for the service, as an administrator for the trial."""

    engine: AsyncEngine
    role: str
    all_rows: str


class Walk:
    def __init__(self, product: Product, doors: dict[ServiceName, Door], own: Partnership, victim: Partnership) -> None:
        self._product = product
        self._doors = doors
        self._own = own
        self._victim = victim
        self._victims_rows: dict[ServiceName, frozenset[Row]] = {}
        self._secrets: frozenset[str] = frozenset()
        self._about_nothing: dict[tuple[str, Variation], set[str]] = {}
        """What was answered about things that do not exist."""

    async def learn(self, before: dict[ServiceName, frozenset[Row]]) -> None:
        """`before`: what was there when the victim was alone; whatever only those rows say is the victim's secret."""
        self._victims_rows = before
        secrets: set[str] = set()
        shared: set[str] = set()
        for service, door in self._doors.items():
            async with door.engine.connect() as connection:
                rows = await read_rows(connection, door.all_rows)
            secrets |= texts_of(before[service])
            shared |= texts_of(rows - before[service])
        self._secrets = frozenset(secrets - shared)

    async def run(
        self, operations: Sequence[Operation], callers: Sequence[Caller], *, to_first_finding: bool = False
    ) -> Report:
        report = Report()
        for operation in operations:
            for caller in callers:
                answer = await self._visit(operation, caller, Variation(), self._own, report)
                if answer.is_success or answer.status_code == 409:
                    report.succeeded.add(str(operation))
                refused = answer.status_code in {401, 403}
                for variation in self._variations(operation):
                    if variation.slots or not refused:
                        await self._compare(operation, caller, variation, report)
                if report.findings and to_first_finding:
                    return report
        return report

    def _variations(self, operation: Operation) -> Iterator[Variation]:
        slots: list[str] = []

        def note(slot: str, name: str) -> str:
            slots.append(slot)
            return self._own.id_of(name)

        filler = self._filler(operation, self._own)
        filler.fill(note)
        for slot in slots:
            yield Variation(frozenset({slot}))
        if len(slots) > 1:
            yield Variation(frozenset(slots))
        for name, schema in filler.optional_parameters():
            if "enum" in schema:
                for value in schema["enum"]:
                    yield Variation(parameter=name, value=value)
            elif schema.get("type") == "boolean":
                yield Variation(parameter=name, value="true")
            elif schema.get("format") == "uuid" or (schema.get("type") == "string" and "cursor" not in name):
                yield Variation(parameter=name)

    async def _compare(self, operation: Operation, caller: Caller, variation: Variation, report: Report) -> None:
        answer = await self._visit(operation, caller, variation, self._victim, report)
        where = f"{operation} by {caller.name}, {variation}"
        if variation.in_path and answer.is_success and operation.method != "GET":
            report.findings.append(f"{where}: {answer.status_code} {answer.text[:200]}")
        told = _told(answer)
        about_nothing = self._about_nothing.setdefault((str(operation), variation), set())
        if answer.status_code in {401, 403} or variation.value is not None or told in about_nothing:
            return
        about_nothing.add(_told(await self._visit(operation, caller, variation, None, report)))
        if told not in about_nothing:
            report.findings.append(f"{where}: {told} but for what does not exist {about_nothing}"[:600])

    async def _visit(
        self, operation: Operation, caller: Caller, variation: Variation, about: Partnership | None, report: Report
    ) -> httpx.Response:
        """Ask, look for traces of the victim in the answer, and for changes to the victim's rows."""
        sent = set[str]()
        filled = self._filled(operation, variation, about, sent)
        await give_version(self._product, about if variation.in_path else self._own, operation, filled)
        headers = caller.headers(operation.service)
        async with self._undone(operation.service) as rows_changed:
            answer = await ask(self._product, operation.service, filled, headers)
            changes = await rows_changed()
        report.asked += 1
        where = f"{operation} by {caller.name}, {variation}"
        told, known = answer.text + str(answer.headers), str((sent, caller, f"person:{caller.alias}"))
        traces = {secret for secret in self._secrets if secret in told and secret not in known}
        if traces:
            report.findings.append(f"{where}: {answer.status_code} tells {sorted(traces)[:5]}")
        if answer.status_code >= 500:
            report.findings.append(f"{where}: {answer.status_code} {answer.text[:300]}")
        report.findings += [f"{where}: {answer.status_code} changes {change[:300]}" for change in changes]
        return answer

    def _filler(self, operation: Operation, partnership: Partnership) -> Filler:
        return Filler(operation, partnership.mark, overrides_of(partnership))

    def _filled(self, operation: Operation, variation: Variation, about: Partnership | None, sent: set[str]) -> Filled:
        def note(value: str) -> str:
            sent.add(value)
            return value

        def choose(slot: str, name: str) -> str:
            if slot not in variation.slots:
                return self._own.id_of(name, second=slot == ANOTHER.get(operation.spec.get("operationId", "")))
            return note(about.id_of(name) if about else str(uuid4()))

        extra = None
        if variation.parameter:
            value = variation.value or note(self._word(variation.parameter, about))
            extra = (variation.parameter, value)
        return self._filler(operation, self._own).fill(choose, extra)

    def _word(self, parameter: str, about: Partnership | None) -> str:
        if parameter.endswith("_id"):
            return about.id_of(parameter) if about else str(uuid4())
        return about.mark if about else "nobodyatall"

    @asynccontextmanager
    async def _undone(self, service: ServiceName) -> AsyncIterator[Any]:
        """Within the block the service works in one transaction, of which nothing stays; gives a function that tells
        what has become of the victim's rows in it."""
        door, state = self._doors[service], self._product.services[service].app.state
        usual = state.engine, state.sessions
        async with door.engine.connect() as connection, connection.begin() as transaction:
            await connection.execute(text(f'SET LOCAL ROLE "{door.role}"'))
            state.engine = OneConnection(connection)
            state.sessions = async_sessionmaker(
                bind=connection, expire_on_commit=False, autoflush=False, join_transaction_mode="create_savepoint"
            )

            async def rows_changed() -> list[str]:
                await connection.execute(text("RESET ROLE"))
                if (await connection.execute(text("SELECT pg_current_xact_id_if_assigned()"))).scalar_one() is None:
                    return []
                rows, before = await read_rows(connection, door.all_rows), self._victims_rows[service]
                gone = [f"{table}: no longer {row}" for table, row in before - rows]
                new = [
                    f"{table}: now {row}"
                    for table, row in rows - before
                    if str(self._victim.id) in row and f'"partnership_id": "{self._own.id}"' not in row
                ]
                return gone + new

            try:
                yield rows_changed
            finally:
                state.engine, state.sessions = usual
                await transaction.rollback()


def _told(answer: httpx.Response) -> str:
    """What an answer says, without what differs from one request to the next."""
    if not answer.content or "json" not in answer.headers.get("Content-Type", ""):
        return f"{answer.status_code} {answer.text}"
    plain = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>", answer.text)
    plain = re.sub(r"\b1\d{8,9}\b", "<number>", plain)
    plain = re.sub(r"\d{4}-\d{2}-\d{2}T[0-9:.]+(Z|\+00:00)", "<time>", plain)
    body = json.loads(plain)
    if isinstance(body, dict):
        for name in ("request_id", "access_token", "link", "secret"):
            body.pop(name, None)
    return f"{answer.status_code} {json.dumps(body)}"
