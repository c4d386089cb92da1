"""Words for codes, and small parts of sentences, in British English."""

from collections.abc import Iterable
from datetime import date

from placements_api.organisations.kinds import Sector

SETTING_KINDS = {
    "acute_ward": "hospital ward",
    "community_health_team": "community health team",
    "mental_health_team": "mental health team",
    "gp_practice": "GP practice",
    "care_home": "care home",
    "day_centre": "day centre",
    "home_care": "home care",
    "hospice": "hospice",
}
SECTORS = {Sector.HEALTH: "health", Sector.SOCIAL_CARE: "social care", Sector.OTHER: "other services"}
_CLEARANCES = {
    "dbs_enhanced": "enhanced DBS check",
    "right_to_work": "right-to-work check",
    "occupational_health": "occupational health clearance",
    "mandatory_training": "mandatory training",
    "driving_licence": "driving licence",
    "car": "car",
}


def day(on: date) -> str:
    """ "2 March 2027"."""
    return f"{on.day} {on:%B %Y}"


def listed(parts: Iterable[str], at_most: int = 6) -> str:
    """ "A, B and C"; beyond `at_most`, "A, B and 7 more"."""
    names = list(parts)
    if len(names) > at_most:
        return f"{', '.join(names[: at_most - 1])} and {len(names) - at_most + 1} more"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def counted(number: int, one: str, several: str) -> str:
    """ "1 place", "2 places"."""
    return f"{number} {one if number == 1 else several}"


def kinds_in_words(kinds: Iterable[str]) -> str:
    return " or ".join(SETTING_KINDS.get(kind, _plain(kind)) for kind in sorted(kinds))


def clearance_in_words(code: str) -> str:
    named, _, disease = code.partition(":")
    return f"{_plain(disease)} vaccination" if named == "vaccination" else _CLEARANCES.get(code, _plain(code))


def qualification_in_words(code: str) -> str:
    return _plain(code).capitalize()


def _plain(code: str) -> str:
    return code.replace("_", " ")
