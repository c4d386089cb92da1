"""One partnership's organisations, programme, cohorts and enrolments: found, or created where they are missing."""

from dataclasses import dataclass
from datetime import date, timedelta

from crossway_demo import payloads
from crossway_demo.evidence import load_requirements
from crossway_demo.facts_loader import load_facts
from crossway_demo.hosts import load_hosts
from crossway_demo.model import Partnership
from crossway_demo.payloads import Json
from crossway_demo.roster import Enrolment, Roster
from crossway_demo.services import Partner


@dataclass(frozen=True, kw_only=True)
class Assessor:
    account_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Records:
    """The ids that the services gave."""

    organisations: dict[str, str]
    """By the organisation's key."""
    learners: dict[str, str]
    """By the enrolment's key."""
    programme: str
    running_cohort: str


async def day_of_first_load(partner: Partner, partnership: Partnership) -> date | None:
    """A day of the week in which an unfinished load began; None when nothing of the running cohort is there.

    Its dates go on from there, so that finishing the load on a later day fits what is there already.
    """
    past = {cohort.start_on.isoformat() for cohort in partnership.past_cohorts}
    found = [each["starts_on"] for each in await partner.list_all("learners", "/cohorts")]
    current = sorted(start for start in found if start not in past)
    if not current:
        return None
    return date.fromisoformat(current[0]) + timedelta(weeks=partnership.running_cohort.weeks_since_start)


async def load_records(partner: Partner, partnership: Partnership, roster: Roster, assessor: Assessor) -> Records:
    """Raises LoadFailed."""
    organisations = await _organisations(partner, partnership)
    await load_hosts(partner, partnership, organisations, roster.running.start_on)
    programme_id = await _programme(partner, partnership)
    await load_requirements(partner, partnership.slug, programme_id)
    learners: dict[str, str] = {}
    existing = {each["name"]: each["id"] for each in await partner.list_all("learners", "/cohorts")}
    for cohort in roster.cohorts:
        cohort_id = existing.get(cohort.name)
        present = await _enrolments(partner, cohort_id) if cohort_id else {}
        if cohort_id is None:
            body = payloads.cohort(cohort, programme_id)
            cohort_id = str((await partner.post("learners", "/cohorts", body, key=cohort.key))["id"])
        for enrolment in cohort.enrolments:
            found = present.get((enrolment.learner.given_names, enrolment.learner.family_name))
            if found is None:
                body = payloads.enrolment(enrolment, cohort, cohort_id, organisations[enrolment.employer])
                record = await partner.post("learners", "/enrolments", body, key=enrolment.key)
            else:
                record = found
            learners[enrolment.key] = record["learner_id"]
            record = await _follow_up(partner, enrolment, record)
            if cohort is roster.running and not (found and await _has_assessor(partner, record)):
                await _assign(partner, record, assessor)
        existing[cohort.name] = cohort_id
    await load_facts(partner, partnership, roster.running, learners)
    return Records(
        organisations=organisations,
        learners=learners,
        programme=programme_id,
        running_cohort=existing[roster.running.name],
    )


async def _organisations(partner: Partner, partnership: Partnership) -> dict[str, str]:
    existing = {each["name"]: each["id"] for each in await partner.list_all("placements", "/organisations")}
    ids: dict[str, str] = {}
    for organisation in partnership.organisations:
        ids[organisation.key] = (
            existing.get(organisation.name)
            or (
                await partner.post(
                    "placements",
                    "/organisations",
                    payloads.organisation(organisation),
                    key=f"{partnership.slug}/organisation/{organisation.key}",
                )
            )["id"]
        )
    return ids


async def _programme(partner: Partner, partnership: Partnership) -> str:
    programme = partnership.programme
    for each in await partner.list_all("learners", "/programmes"):
        if each["name"] == programme.name:
            return str(each["id"])
    created = await partner.post(
        "learners", "/programmes", payloads.programme(programme), key=f"{partnership.slug}/programme"
    )
    return str(created["id"])


async def _enrolments(partner: Partner, cohort_id: str) -> dict[tuple[str, str], Json]:
    """Those of one cohort by name."""
    found = await partner.list_all("learners", "/enrolments", cohort_id=cohort_id)
    return {(each["given_names"], each["family_name"]): each for each in found}


async def _follow_up(partner: Partner, enrolment: Enrolment, record: Json) -> Json:
    """The enrolment as it is after what happened to it."""
    followed = payloads.what_followed(enrolment)
    if followed is None or record["state"] != "active":
        return record
    change, body = followed
    path = f"/enrolments/{record['id']}/{change}"
    return await partner.change("POST", "learners", path, body, version=record["version"])


async def _has_assessor(partner: Partner, record: Json) -> bool:
    caseload = await partner.get("learners", f"/enrolments/{record['id']}/caseload")
    return bool(caseload["supporters"])


async def _assign(partner: Partner, record: Json, assessor: Assessor) -> None:
    supporter = {"role": "assessor", "account_id": assessor.account_id, "name": assessor.name}
    path = f"/enrolments/{record['id']}/caseload"
    await partner.change("PUT", "learners", path, {"supporters": [supporter]}, version=record["version"])
