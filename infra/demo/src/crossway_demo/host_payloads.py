"""What is sent of settings and policies, with the rules that the programme states for each sector."""

from datetime import date

from crossway_demo.evidence import opportunities
from crossway_demo.hosting import TASKS, Setting
from crossway_demo.model import Partnership, SectorRule
from crossway_demo.payloads import Json
from crossway_demo.vocabulary import Sector, SettingKind, Vaccination

ARRANGED = ["step_free_access", "hearing_support", "quiet_space"]
"""Adjustments that a building allows; in people's own homes nothing is certain."""
CLEARANCES = ["dbs_enhanced", "right_to_work", "occupational_health", "mandatory_training"]


def setting(it: Setting, partnership: Partnership, organisation_id: str) -> Json:
    organisation, rule = partnership.organisation(it.organisation), rule_of(partnership, it.sector)
    vaccinations = ["vaccination:hepatitis_b"] if rule.vaccination is Vaccination.MANDATORY else []
    latitude = organisation.latitude if it.latitude is None else it.latitude
    longitude = organisation.longitude if it.longitude is None else it.longitude
    return {
        "organisation_id": organisation_id,
        "name": it.name,
        "kind": it.kind,
        "sector": it.sector,
        "postcode": it.postcode or organisation.postcode,
        "position": {"latitude": latitude, "longitude": longitude},
        "minimum_age": rule.minimum_age if it.minimum_age is None else it.minimum_age,
        "clearances": [*CLEARANCES, *vaccinations],
        "lone_working": it.lone_working,
        "independent_travel": it.independent_travel,
        "permitted_tasks": TASKS[it.kind],
        "adjustments": [] if it.kind is SettingKind.HOME_CARE else ARRANGED,
        "shift_pattern": it.shifts,
        "evidence": opportunities(it.kind, it.lacks),
        "mentors": [{"name": name, "apprentices_at_once": at_once} for name, at_once in it.mentors],
        "contact": {"name": it.mentors[0][0], "role": "Mentor"},
    }


def capacity(it: Setting, from_on: date) -> Json:
    period = {"starts_on": from_on.isoformat(), "at_most": it.at_most, "at_least": it.at_least, "or_none": True}
    return {"periods": [period], "closures": []}


def policies(partnership: Partnership, settings: list[Setting]) -> Json:
    """Of an organisation that has these settings: what the programme's record says, and no more."""
    rule, programme = rule_of(partnership, settings[0].sector), partnership.programme
    mandatory = rule.vaccination is Vaccination.MANDATORY
    statements = {
        "pay": {"text": programme.pay_note},
        "shifts": {"text": rule.working_pattern, "code": _SHIFT_CODES.get(str(settings[0].shifts["kind"]))},
        "vaccination": {
            "text": "Vaccination comes before the first shift." if mandatory else "Vaccination is offered.",
            "code": rule.vaccination.value,
        },
        "induction": {"text": programme.induction},
    }
    if any(each.lone_working for each in settings):
        statements["lone_working"] = {
            "text": "Visits to people's own homes come under the lone-working policy, each with a risk assessment.",
            "code": "after_risk_assessment",
        }
    return statements


_SHIFT_CODES = {"rolling": "long_days", "fixed_week": "weekdays"}


def rule_of(partnership: Partnership, sector: Sector) -> SectorRule:
    return next(rule for rule in partnership.programme.sector_rules if rule.sector is sector)
