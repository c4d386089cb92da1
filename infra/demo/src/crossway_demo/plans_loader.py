"""The running cohort's plan: computed, published, and its placements as far along as the day of loading has it."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crossway_demo.model import Partnership
from crossway_demo.payloads import Json
from crossway_demo.planning import MISHAPS, WHAT_IFS, WISHES, Mishap, WhatIf
from crossway_demo.roster import Cohort
from crossway_demo.services import LoadFailed, Partner

WAIT_SECONDS = 120.0
LOOK_EVERY_SECONDS = 0.5
SOLVE_SECONDS = 30
OFFERED_AHEAD = timedelta(weeks=26)
"""Placements that begin within this time have been offered to their hosts."""
STEPS = {
    "offer": {"proposed"},
    "accept": {"offered"},
    "confirm": {"accepted"},
    "induct": {"confirmed"},
    "start": {"inducted", "confirmed"},
    "suspend": {"started"},
    "complete": {"started"},
}
"""In the order of a life, each with the states from which it is taken."""
BUSY = frozenset({"queued", "solving", "working"})


@dataclass(frozen=True, kw_only=True)
class PlanToMake:
    """`organisations`: ids by key, `learners`: ids by the enrolment's key."""

    partnership: Partnership
    cohort: Cohort
    cohort_id: str
    programme_id: str
    organisations: Mapping[str, str]
    learners: Mapping[str, str]
    today: date

    @property
    def slug(self) -> str:
        return self.partnership.slug


async def load_plan(partner: Partner, it: PlanToMake) -> None:
    """Nothing is done in a cohort that has a published plan. Raises LoadFailed."""
    present = await partner.list_all("placements", "/scenarios", cohort_id=it.cohort_id)
    if not any(each["state"] == "published" for each in present):
        await _wish(partner, it)
        scenario = await _scenario(partner, it, "Plan for the whole cohort", key="plan")
        await _everything_is_known(partner, scenario, it)
        await _story(partner, it)
        await _publish(partner, it, await _solved(partner, scenario))
    await _live(partner, it)
    if it.slug in MISHAPS:
        await _happen(partner, it, MISHAPS[it.slug])


async def _wish(partner: Partner, it: PlanToMake) -> None:
    path = f"/programmes/{it.programme_id}/planning-settings"
    present = await _there(partner, path)
    if it.slug in WISHES and present["version"] == 0:
        await partner.change("PUT", "placements", path, WISHES[it.slug], version=0)


async def _there(partner: Partner, path: str) -> Json:
    """What placements-api answers once the feed has told it of the programme."""
    ends = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            return await partner.get("placements", path)
        except LoadFailed:
            if time.monotonic() > ends:
                raise
            await asyncio.sleep(LOOK_EVERY_SECONDS)


async def _scenario(partner: Partner, it: PlanToMake, name: str, *, key: str) -> Json:
    body = {"cohort_id": it.cohort_id, "name": name}
    made = await partner.post("placements", "/scenarios", body, key=f"{it.slug}/scenario/{key}")
    return await partner.get("placements", f"/scenarios/{made['id']}")


async def _everything_is_known(partner: Partner, scenario: Json, it: PlanToMake) -> None:
    """Wait until the feeds have told placements-api of everybody, and of what is known of them."""
    ends = time.monotonic() + WAIT_SECONDS
    while True:
        apprentices = await partner.list_all("placements", "/apprentices", cohort_id=it.cohort_id)
        open_questions = [f"{len(apprentices)} apprentices of {len(it.cohort.enrolments)}."]
        if len(apprentices) == len(it.cohort.enrolments):
            checklist = await _there(partner, f"/scenarios/{scenario['id']}/checklist")
            open_questions = [each["sentence"] for each in checklist["items"] if "not known" in each["sentence"]]
        if not open_questions:
            return
        if time.monotonic() > ends:
            raise LoadFailed(f"placements-api has not been told all of {it.cohort.name}: {' '.join(open_questions)}")
        await asyncio.sleep(LOOK_EVERY_SECONDS)


async def _solved(partner: Partner, scenario: Json) -> Json:
    path = f"/scenarios/{scenario['id']}"
    if scenario["state"] == "draft":
        body = {"seconds": SOLVE_SECONDS}
        await partner.change("POST", "placements", f"{path}/solve", body, version=scenario["version"])
    return await _settled(partner, path)


async def _settled(partner: Partner, path: str) -> Json:
    """What is at the path, when nothing of it is being computed any more."""
    ends = time.monotonic() + WAIT_SECONDS
    while (found := await partner.get("placements", path))["state"] in BUSY:
        if time.monotonic() > ends:
            raise LoadFailed("The planner does not answer. Look at the log of placements-worker.")
        await asyncio.sleep(LOOK_EVERY_SECONDS)
    return found


async def _publish(partner: Partner, it: PlanToMake, scenario: Json) -> None:
    path = f"/scenarios/{scenario['id']}"
    if scenario["state"] != "solved":
        why = scenario["conflict"]["reasons"] if scenario["conflict"] else [scenario["failure"]]
        raise LoadFailed(f"There is no plan for {it.partnership.name}: {why}")
    checklist = await partner.get("placements", f"{path}/checklist")
    against = [each["sentence"] for each in checklist["items"] if each["level"] != "know"]
    if against:
        raise LoadFailed(f"The plan for {it.partnership.name} keeps not all rules: {' '.join(against)}")
    body = {"plan_version": checklist["plan_version"], "accept": False}
    await partner.change("POST", "placements", f"{path}/publish", body, version=scenario["version"])


async def _story(partner: Partner, it: PlanToMake) -> None:
    what_if = WHAT_IFS.get(it.slug)
    if what_if is None:
        return
    scenario = await _scenario(partner, it, what_if.name, key="what-if")
    if scenario["state"] == "draft":
        await _solved(partner, await _kept_there(partner, it, scenario, what_if))


async def _kept_there(partner: Partner, it: PlanToMake, scenario: Json, what_if: WhatIf) -> Json:
    path = f"/scenarios/{scenario['id']}"
    board = await partner.get("placements", f"{path}/board")
    learner = it.learners[f"{it.cohort.key}/{what_if.apprentice}"]
    person = next(each for each in board["people"] if each["learner_id"] == learner)
    block = [each["number"] for each in board["blocks"] if each["kind"] == "placement"][what_if.placement]
    setting = next(each["id"] for each in board["settings"] if each["name"] == what_if.setting)
    cell = {"enrolment_id": person["enrolment_id"], "block": block}
    moves = {"moves": [{**cell, "to": {"at": "setting", "setting_id": setting}}], "accept_violations": True}
    edited = await partner.change("POST", "placements", f"{path}/moves", moves, version=scenario["version"])
    pins = {"cells": [cell], "pinned": True}
    await partner.change("POST", "placements", f"{path}/pins", pins, version=edited["version"])
    return await partner.get("placements", path)


async def _live(partner: Partner, it: PlanToMake) -> None:
    """Take each placement's steps up to today: those under way have begun, those to come soon are offered."""
    for step in STEPS:
        placements = await partner.list_all("placements", "/placements", cohort_id=it.cohort_id)
        due = [each for each in placements if _is_due(step, each, it)]
        for first_day in sorted({each["starts_on"] for each in due}):
            same = [each for each in due if each["starts_on"] == first_day]
            await _take(partner, it, step, same)


def _is_due(step: str, placement: Json, it: PlanToMake) -> bool:
    if placement["state"] not in STEPS[step]:
        return False
    first, last = date.fromisoformat(placement["starts_on"]), date.fromisoformat(placement["ends_on"])
    match step:
        case "offer":
            return first <= it.today + OFFERED_AHEAD
        case "induct":
            return first <= it.today and placement["setting_id"] is not None
        case "suspend":
            return last >= it.today and _break_from(placement, it) is not None
        case "complete":
            return last < it.today
        case _:
            return first <= it.today


async def _take(partner: Partner, it: PlanToMake, step: str, placements: Sequence[Json]) -> None:
    first, last = (date.fromisoformat(placements[0][day]) for day in ("starts_on", "ends_on"))
    days = {
        "offer": first - timedelta(weeks=13),
        "accept": first - timedelta(weeks=11),
        "confirm": first - timedelta(weeks=10),
        "complete": last,
    }
    body: Json = {
        "step": step,
        "on": min(days.get(step, first), it.today).isoformat(),
        "placements": [{"id": each["id"], "version": each["version"]} for each in placements],
    }
    if step == "suspend":
        began = max(filter(None, (_break_from(each, it) for each in placements)))
        body |= {"reason": "A break in learning.", "on": max(began, first).isoformat()}
    key = f"{it.slug}/placements/{step}/{first.isoformat()}"
    await partner.post("placements", "/placements/steps", body, key=key)


def _break_from(placement: Json, it: PlanToMake) -> date | None:
    return next(each.break_from for each in it.cohort.enrolments if it.learners[each.key] == placement["learner_id"])


async def _happen(partner: Partner, it: PlanToMake, mishap: Mishap) -> None:
    placements = await partner.list_all("placements", "/placements", cohort_id=it.cohort_id)
    from_on = min(each["starts_on"] for each in placements if date.fromisoformat(each["starts_on"]) > it.today)
    what = dict(mishap.what)
    if "organisation" in what:
        what["organisation_id"] = it.organisations[what.pop("organisation")]
    if "setting" in what:
        name = what.pop("setting")
        settings = await partner.list_all("placements", "/settings")
        what["setting_id"] = next(each["id"] for each in settings if each["name"] == name)
    path = f"/cohorts/{it.cohort_id}/disruptions"
    body = {"what": what, "from_on": from_on}
    made = await partner.post("placements", path, body, key=f"{it.slug}/disruption")
    await _settled(partner, f"/disruptions/{made['id']}")
