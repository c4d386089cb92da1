"""What is sent to the services: the demonstration in the words of their interfaces."""

from datetime import timedelta
from typing import Any

from crossway_demo.model import Organisation, Programme
from crossway_demo.roster import Cohort, Enrolment

Json = dict[str, Any]

BREAK_WEEKS = 8


def organisation(it: Organisation) -> Json:
    return {
        "name": it.name,
        "kind": it.kind,
        "sector": it.sector,
        "postcode": it.postcode,
        "ods_code": it.ods_code,
        "ukprn": it.ukprn,
    }


def programme(it: Programme) -> Json:
    return {
        "name": it.name,
        "summary": it.summary,
        "stage_of_integration": it.stage,
        "qualifications": [{"title": each.title, "level": each.level} for each in it.qualifications],
        "standard": {
            "reference": it.standard_today.reference,
            "title": it.standard_today.title,
            "level": it.standard_today.level,
        },
        "pathway": it.pathway,
        "weekly_hours": it.weekly_hours,
        "weekly_learning_hours": it.weekly_learning_hours,
        "hourly_pay_pence": it.hourly_pay_pence,
        "pay_note": it.pay_note,
        "sector_rules": [
            {
                "sector": each.sector,
                "minimum_age": each.minimum_age,
                "vaccination": each.vaccination,
                "working_pattern": each.working_pattern,
            }
            for each in it.sector_rules
        ],
        "rotation": _rotation(it),
        "induction": it.induction,
        "learning_days": [
            {
                "text": each.text,
                "frequency": each.frequency,
                "weekday": each.weekday,
                "days": each.days,
                "sector": each.sector,
            }
            for each in it.learning_days
        ],
        "review_schedule": {
            "days_after_placement_start": it.reviews.days_after_placement_start,
            "then_every_months": it.reviews.then_every_months,
            "note": it.reviews.note,
        },
        "funding_lines": [
            {
                "payer": each.payer,
                "purpose": each.purpose,
                "amount_pence": each.amount_pence,
                "per_apprentice": each.per_apprentice,
            }
            for each in it.funding
        ],
        "recruitment": _recruitment(it),
        "requirements": it.requirements,
        "evidence_gaps": [
            {"setting_kind": each.setting_kind, "activities": each.activities} for each in it.evidence_gaps
        ],
        "story": [*it.story, *_what_is_illustrative(it)],
    }


def _rotation(it: Programme) -> Json:
    return {
        "ordering": it.ordering,
        "blocks": [
            {
                "name": each.name,
                "kind": each.kind,
                "length_weeks": each.weeks,
                "location": each.location,
                "sector": each.sector,
                "setting_kinds": each.setting_kinds,
            }
            for each in it.blocks
        ],
    }


def _recruitment(it: Programme) -> Json | None:
    if it.recruitment is None:
        return None
    return {
        "applied": it.recruitment.applied,
        "shortlisted": it.recruitment.shortlisted,
        "recruited": it.recruitment.recruited,
        "channels": it.recruitment.channels,
    }


def _what_is_illustrative(it: Programme) -> list[str]:
    if not it.illustrative:
        return []
    chosen = ", ".join(name.replace("_", " ") for name in it.illustrative)
    return [f"Wholly or partly chosen for this demonstration, because the published account is silent: {chosen}."]


def cohort(it: Cohort, programme_id: str) -> Json:
    return {
        "programme_id": programme_id,
        "name": it.name,
        "starts_on": it.start_on.isoformat(),
        "ends_on": it.end_on.isoformat(),
        "places": it.capacity,
    }


def enrolment(it: Enrolment, cohort: Cohort, cohort_id: str, employer_id: str) -> Json:
    learner = it.learner
    return {
        "cohort_id": cohort_id,
        "employer_organisation_id": employer_id,
        "recruited_as": it.recruited_as,
        "started_on": cohort.start_on.isoformat(),
        "learner": {
            "kind": "new",
            "given_names": learner.given_names,
            "family_name": learner.family_name,
            "date_of_birth": learner.date_of_birth.isoformat(),
            "sex": learner.sex,
            "ethnicity": learner.ethnicity,
            "uln": learner.uln,
            "email": learner.email,
            "home_postcode": learner.postcode,
        },
    }


def what_followed(it: Enrolment) -> tuple[str, Json] | None:
    """What happened after the start: the kind of change and its body, or None while all is as planned."""
    if it.completed_on:
        return "completion", {
            "completed_on": it.completed_on.isoformat(),
            "outcome": "achieved",
            "note": it.closing_note,
        }
    if it.withdrawn_on and it.withdrawal:
        return "withdrawal", {
            "withdrawn_on": it.withdrawn_on.isoformat(),
            "reason": it.withdrawal.reason,
            "note": it.closing_note,
        }
    if it.break_from:
        return "break", {
            "starts_on": it.break_from.isoformat(),
            "expected_return_on": (it.break_from + timedelta(weeks=BREAK_WEEKS)).isoformat(),
            "reason": "caring_for_others",
        }
    return None
