"""Gives a partnership a plan in force, a placement that is under way, and what people say and report about them.

The order is that of the work itself, through the product's own interface; what a worker computes is computed here.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from placements_api.disruptions.mending import mend_plan
from placements_api.scenarios.solving import learn_the_ways, solve_scenario
from placements_api.testing.engine import HereAndNow
from placements_api.testing.routes import PlayedRoutes
from service_common.auth import Principal, Role
from service_common.settings import ServiceName
from trials.tenancy.callers import Caller, founder
from trials.tenancy.partnership import Partnership
from trials.tenancy.product import Product

Json = dict[str, Any]

TODAY = datetime.now(UTC).date().isoformat()
LONG_AGO = "2020-01-01"
SOLVE_SECONDS = 2


@dataclass(frozen=True)
class _Asking:
    """Somebody at one of the services, who takes it for granted to be answered."""

    product: Product
    caller: Caller
    service: ServiceName = "placements"

    async def get(self, path: str) -> Json:
        return await self._ask("GET", path)

    async def post(self, path: str, body: Json, version: int = 1) -> Json:
        return await self._ask("POST", path, body, version)

    async def put(self, path: str, body: Json, version: int = 1) -> Json:
        return await self._ask("PUT", path, body, version)

    async def _ask(self, method: str, path: str, body: Json | None = None, version: int = 1) -> Json:
        answer = await self.product.http.request(
            method,
            f"http://{self.service}/api/{self.service}/v1{path}",
            json=body,
            headers={
                **self.caller.headers(self.service),
                "Idempotency-Key": str(uuid4()),
                "If-Match": f'"{version}"',
            },
        )
        assert answer.is_success, f"{method} {path}: {answer.text}"
        told: Json = answer.json()
        return told


async def plan_and_place(product: Product, partnership: Partnership) -> None:
    """Needs what is made before a plan, in the read models, too. The ids are remembered under their names."""
    coordinator = _Asking(product, founder(partnership))
    in_force = await _publish_a_plan(coordinator, partnership)
    partnership.known |= {"copy_of": in_force, "with": in_force}
    partnership.known |= await _begin_a_placement(coordinator, partnership)
    await _tell_of_the_placement(product, partnership)
    partnership.known["disruption_id"] = await _report_a_disruption(coordinator, partnership)
    partnership.known |= await _draft_another_plan(coordinator, partnership)


async def _publish_a_plan(coordinator: _Asking, partnership: Partnership) -> str:
    """Everybody is in the same setting all the time, which is against the rules but can be accepted."""
    new = {"cohort_id": partnership.id_of("cohort_id"), "name": f"{partnership.mark} plan"}
    path = f"/scenarios/{(await coordinator.post('/scenarios', new))['id']}"
    board = await coordinator.get(f"{path}/board")
    to = {"at": "setting", "setting_id": partnership.id_of("setting_id")}
    moves = [
        {"enrolment_id": person["enrolment_id"], "block": block["number"], "to": to}
        for person in board["people"]
        for block in board["blocks"]
    ]
    moved = await coordinator.post(f"{path}/moves", {"moves": moves, "accept_violations": True})
    acceptance = {"plan_version": 0, "accept": True}
    published = await coordinator.post(f"{path}/publish", acceptance, moved["version"])
    return str(published["scenario"]["id"])


async def _begin_a_placement(coordinator: _Asking, partnership: Partnership) -> dict[str, str]:
    """The first one of an enrolment, with the clearances that it takes."""
    enrolment_id, learner_id = partnership.id_of("enrolment_id"), partnership.id_of("learner_id")
    listed = (await coordinator.get("/placements?limit=100"))["items"]
    [id_] = [each["id"] for each in listed if (each["enrolment_id"], each["block"]) == (enrolment_id, 0)]
    placement = await coordinator.get(f"/placements/{id_}")
    at_learners = _Asking(coordinator.product, coordinator.caller, "learners")
    for each in placement["clearances_missing"]:
        clearance = {"code": each["code"], "valid_from": LONG_AGO, "note": f"{partnership.mark} has seen it"}
        await at_learners.post(f"/learners/{learner_id}/clearances", clearance)
    await coordinator.product.copy_read_models()
    for step in ("offer", "accept", "confirm", "induct", "start"):
        taken = {"step": step, "mentor_name": f"{partnership.mark} mentor"}
        placement = await coordinator.post(f"/placements/{id_}/steps", taken, placement["version"])
    day_off = {"day": TODAY, "starts_at": None, "ends_at": None, "break_minutes": 0, "note": f"{partnership.mark} day"}
    rota = await coordinator.put(f"/placements/{id_}/rota", {"changes": [day_off]}, placement["version"])
    publication = {"despite_findings": True}
    published = await coordinator.post(f"/placements/{id_}/rota/publications", publication, rota["version"])
    return {"placement_id": id_, "placement_version": str(published["version"])}


async def _tell_of_the_placement(product: Product, partnership: Partnership) -> None:
    """Both sides; the apprentice also wants it in a calendar, whose address the coordinator does not replace."""

    def asking(role: Role, **claims: Any) -> _Asking:
        principal = Principal("person", role.value, partnership.id, roles=frozenset({role}), **claims)
        return _Asking(product, Caller(role.value, principal))

    host = asking(Role.EMPLOYER, organisation_ids=frozenset({UUID(partnership.id_of("organisation_id"))}))
    apprentice = asking(Role.APPRENTICE, learner_id=UUID(partnership.id_of("learner_id")))
    path = f"/placements/{partnership.known['placement_id']}/feedback"
    await host.put(path, {"rating": 4, "went_well": f"{partnership.mark} host"})
    words = {"rating": 5, "went_well": f"{partnership.mark} apprentice", "sector_now": "health"}
    await apprentice.put(path, words)
    address = await apprentice.post("/calendar-addresses", {})
    partnership.known |= {
        "calendar_address_id": address["id"],
        "calendar_token": address["link"].rpartition("/")[2],
    }


async def _report_a_disruption(coordinator: _Asking, partnership: Partnership) -> str:
    what = {"kind": "setting_closes", "setting_id": partnership.id_of("setting_id")}
    path = f"/cohorts/{partnership.id_of('cohort_id')}/disruptions"
    reported = await coordinator.post(path, {"what": what, "from_on": TODAY})
    sessions = coordinator.product.services["placements"].app.state.sessions
    await mend_plan(sessions, HereAndNow(), partnership.id, UUID(reported["id"]))
    return str(reported["id"])


async def _draft_another_plan(coordinator: _Asking, partnership: Partnership) -> dict[str, str]:
    """A copy that was computed once and then changed by hand: whoever may plan can change it further."""
    new = {
        "cohort_id": partnership.id_of("cohort_id"),
        "name": f"{partnership.mark} draft",
        "copy_of": partnership.known["copy_of"],
    }
    scenario_id = (await coordinator.post("/scenarios", new))["id"]
    path = f"/scenarios/{scenario_id}"
    await coordinator.post(f"{path}/solve", {"seconds": SOLVE_SECONDS})
    sessions = coordinator.product.services["placements"].app.state.sessions
    await learn_the_ways(sessions, PlayedRoutes().service(), partnership.id, UUID(scenario_id))
    await solve_scenario(sessions, HereAndNow(), partnership.id, UUID(scenario_id), SOLVE_SECONDS)
    version = (await coordinator.get(path))["version"]
    change = {"kind": "extra_capacity", "setting_id": partnership.id_of("setting_id"), "block": 1, "by": 1}
    edited = await coordinator.post(f"{path}/assumptions", {"changes": [change]}, version)
    [assumption] = edited["scenario"]["assumptions"]
    cell = {"enrolment_id": partnership.id_of("enrolment_id"), "block": 1}
    await coordinator.post(f"{path}/pins", {"cells": [cell], "pinned": True}, edited["version"])
    return {"scenario_id": scenario_id, "assumption_id": assumption["id"]}
