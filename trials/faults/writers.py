"""Clients that write through the gateway, each request again and again until it is acknowledged."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx

from crossway_local.trial import RunningStack
from service_common.settings import ServiceName
from trials.programs import OwnService

Json = dict[str, Any]

TODAY = datetime.now(UTC).date()
PROGRAMME: Json = {
    "name": "Coastal integrated apprenticeship",
    "stage_of_integration": 2,
    "qualifications": [{"title": "Diploma in Health and Social Care", "level": 2}],
    "pathway": "social_care",
    "weekly_hours": 37.5,
    "weekly_learning_hours": 7.5,
    "summary": "Six months on a hospital ward and six months in council care.",
    "sector_rules": [],
    "rotation": {
        "ordering": "free",
        "blocks": [
            {
                "name": "Care assistant",
                "kind": "placement",
                "length_weeks": 26,
                "location": "hosted",
                "sector": "social_care",
                "setting_kinds": [],
            }
        ],
    },
    "review_schedule": {"days_after_placement_start": [14], "then_every_months": 1, "note": ""},
}
COHORT: Json = {
    "name": "A cohort with room for all",
    "starts_on": str(TODAY - timedelta(days=30)),
    "ends_on": str(TODAY + timedelta(days=300)),
    "places": 10_000,
}


@dataclass
class Writers:
    """Several at once, in one partnership of their own."""

    stack: RunningStack
    partnership_id: UUID = field(default_factory=uuid4)
    acknowledged: dict[str, list[str]] = field(default_factory=lambda: {"organisations": [], "enrolments": []})
    """Ids by collection."""
    refusals: Counter[str] = field(default_factory=Counter)
    """Answers that were not the acknowledgement, in short."""
    sent_again: set[str] = field(default_factory=set)
    """Keys of the requests that were sent more than once."""
    _stopping: bool = False

    def __post_init__(self) -> None:
        self._program = OwnService(self.stack)
        self._http = httpx.AsyncClient(timeout=httpx.Timeout(15, connect=2), trust_env=False)

    async def prepare(self) -> None:
        """A programme, a cohort and a first employer."""
        programme = await self._write("learners", "/programmes", PROGRAMME)
        cohort = await self._write("learners", "/cohorts", COHORT | {"programme_id": programme["id"]})
        self._cohort_id = cohort["id"]
        await self._add_organisation()

    async def write(self) -> None:
        """Write until `stop`; what has been begun then is brought to its acknowledgement."""
        while not self._stopping:
            await self._add_organisation()
            await self._enrol()

    def stop(self) -> None:
        self._stopping = True

    async def close(self) -> None:
        await self._http.aclose()

    @property
    def written(self) -> int:
        return sum(map(len, self.acknowledged.values()))

    def have_written(self, enough: int) -> bool:
        return self.written >= enough

    async def enrol_at_unknown_employer(self) -> httpx.Response:
        """Ask once."""
        return await self._send("learners", "/enrolments", self._enrolment(str(uuid4())), str(uuid4()))

    async def _add_organisation(self) -> None:
        body = {"name": f"Trust {uuid4()}", "kind": "acute_trust", "sector": "health"}
        self.acknowledged["organisations"].append((await self._write("placements", "/organisations", body))["id"])

    async def _enrol(self) -> None:
        body = self._enrolment(random.choice(self.acknowledged["organisations"]))
        self.acknowledged["enrolments"].append((await self._write("learners", "/enrolments", body))["id"])

    def _enrolment(self, employer_id: str) -> Json:
        learner = {
            "kind": "new",
            "given_names": "Robin",
            "family_name": f"Example {uuid4()}",
            "date_of_birth": "2001-02-03",
            "sex": "F",
            "uln": "9999999999",
        }
        return {
            "cohort_id": self._cohort_id,
            "employer_organisation_id": employer_id,
            "started_on": str(TODAY - timedelta(days=20)),
            "learner": learner,
        }

    async def _write(self, service: ServiceName, path: str, body: Json) -> Json:
        """Send until the answer is 201."""
        key = str(uuid4())
        while True:
            try:
                answer = await self._send(service, path, body, key)
            except httpx.HTTPError as error:
                self.refusals[type(error).__name__] += 1
            else:
                if answer.status_code == 201:
                    return dict(answer.json())
                when = "says when to try again" if "Retry-After" in answer.headers else answer.json()["type"]
                self.refusals[f"{answer.status_code}, {when}"] += 1
            self.sent_again.add(key)
            await asyncio.sleep(0.1)

    async def _send(self, service: ServiceName, path: str, body: Json, key: str) -> httpx.Response:
        authorization = await self._program.authorization(self._http, service, self.partnership_id)
        return await self._http.post(
            f"{self.stack.address}/api/{service}/v1{path}",
            json=body,
            headers={"Authorization": authorization, "Idempotency-Key": key},
        )


async def until(holds: Callable[[], bool], seconds: float, what: str) -> None:
    """Wait for something. Raises AssertionError."""
    for _ in range(int(seconds / 0.1)):
        if holds():
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"{what}: not within {seconds} s")
