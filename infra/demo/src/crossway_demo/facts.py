"""What the planner knows of apprentices: invented, and the same on every machine.

Homes are somewhere in a real town of the programme's area, never at an address. Everybody has the clearances that the
settings of their programme demand, but for what is told here.
"""

import csv
import io
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from crossway_demo.host_payloads import CLEARANCES
from crossway_demo.model import Partnership
from crossway_demo.payloads import Json
from crossway_demo.places import SETTINGS
from crossway_demo.roster import Cohort, Enrolment
from crossway_demo.vocabulary import Sector, Vaccination

TOWNS: dict[str, tuple[float, float]] = {
    "BB1": (53.755, -2.455),
    "BB2": (53.745, -2.500),
    "BB3": (53.698, -2.466),
    "BL8": (53.595, -2.330),
    "BL9": (53.593, -2.297),
    "BN11": (50.812, -0.372),
    "BN12": (50.815, -0.425),
    "BN15": (50.828, -0.323),
    "BN43": (50.834, -0.275),
    "HR1": (52.058, -2.708),
    "HR2": (52.035, -2.735),
    "HR4": (52.068, -2.745),
    "HR6": (52.228, -2.739),
    "HR9": (51.914, -2.582),
    "IP1": (52.065, 1.135),
    "IP3": (52.045, 1.175),
    "IP4": (52.062, 1.180),
    "IP12": (52.094, 1.320),
    "IP14": (52.189, 0.998),
    "IP33": (52.243, 0.711),
    "L4": (53.441, -2.966),
    "L6": (53.420, -2.945),
    "L7": (53.405, -2.945),
    "L8": (53.389, -2.957),
    "L13": (53.421, -2.915),
    "L15": (53.398, -2.922),
    "L17": (53.376, -2.938),
    "LN1": (53.240, -0.545),
    "LN2": (53.237, -0.525),
    "LN5": (53.205, -0.545),
    "LN6": (53.188, -0.590),
    "LS6": (53.819, -1.577),
    "LS7": (53.829, -1.540),
    "LS8": (53.829, -1.504),
    "LS9": (53.800, -1.515),
    "LS11": (53.775, -1.553),
    "LS12": (53.795, -1.590),
    "LS15": (53.804, -1.451),
    "LS17": (53.848, -1.540),
    "M7": (53.505, -2.265),
    "M25": (53.531, -2.285),
    "M26": (53.561, -2.326),
    "M45": (53.551, -2.297),
    "NG34": (52.999, -0.409),
    "PE21": (52.976, -0.026),
    "PO19": (50.837, -0.780),
    "PO22": (50.784, -0.672),
    "ST13": (53.106, -2.024),
    "ST14": (52.898, -1.866),
    "ST15": (52.905, -2.147),
    "ST16": (52.812, -2.117),
    "ST18": (52.802, -2.002),
    "WS15": (52.760, -1.937),
}
"""Latitude and longitude of the middle of each postcode district."""


@dataclass(frozen=True, kw_only=True)
class Story:
    """What is particular to one apprentice."""

    travel_means: str | None = None
    travel_limit_minutes: int | None = None
    expires_in_week: Mapping[str, int] | None = None
    """Clearances that end in a week of the programme, counted from 1."""
    opted_out: bool = False
    adjustments: tuple[str, ...] = ()
    adjustments_note: str | None = None
    wish: str | None = None
    """Note to the preferences."""


STORIES: dict[str, Story] = {
    # Under 18 until week 20, and without a car: social care comes first, and not at the far end of the coast.
    "west-sussex/running/1": Story(travel_means="public_transport", travel_limit_minutes=60),
    # The ward demands the vaccination and the council does not: the ward has to come before it ends.
    "west-sussex/running/2": Story(expires_in_week={"vaccination:hepatitis_b": 30}),
    "suffolk/running/6": Story(
        adjustments=("hearing_support",), adjustments_note="Wears hearing aids: talk face to face at handovers."
    ),
    # Insurance that covers journeys for work; nobody demands it, and the home page tells that it ends.
    "suffolk/running/9": Story(expires_in_week={"car": 25}),
    "leeds/running/3": Story(adjustments=("step_free_access",), adjustments_note="Uses a stick, no stairs."),
    "leeds/running/5": Story(opted_out=True),
    "lincolnshire/running/2": Story(travel_means="car", wish="I drive in from the coast."),
    # The villages have a bus every two hours.
    "staffordshire/running/2": Story(travel_means="public_transport"),
    "staffordshire/running/3": Story(travel_means="public_transport", travel_limit_minutes=100),
    "staffordshire/running/6": Story(
        travel_means="public_transport", travel_limit_minutes=100, wish="I would rather not travel in the dark."
    ),
    "herefordshire/running/3": Story(expires_in_week={"car": 23}),
    "liverpool/running/6": Story(adjustments=("fixed_hours",), adjustments_note="Cares for a parent in the evenings."),
}
"""By the enrolment's key."""

ON_THE_ROAD = ("blackburn", "liverpool")
"""Where the work itself is to travel from home to home: everybody drives."""
PASSENGERS_BEFORE = 21
"""The age before which the others go by bus and train, unless their story tells otherwise."""
WEEKLY_HOURS_LIMIT, WEEKLY_HOURS_UNDER_18, WEEKLY_HOURS_OPTED_OUT = 48, 40, 50

COLUMNS = (
    "learner_id",
    "family_name",
    "travel_means",
    "travel_limit_minutes",
    "contracted_weekly_hours",
    "weekly_hours_limit",
    "opted_out_on",
    "latitude",
    "longitude",
    "clearance",
    "valid_from",
    "expires_on",
)
"""Of the table that learners-api imports."""


def story_of(enrolment: Enrolment) -> Story:
    return STORIES.get(enrolment.key, Story())


def sheet(partnership: Partnership, cohort: Cohort, learner_ids: Mapping[str, str]) -> str:
    """CSV of what is known of those apprentices of a cohort whose ids are given by their enrolment's key."""
    written = io.StringIO(newline="")
    table = csv.DictWriter(written, COLUMNS)
    table.writeheader()
    for enrolment in cohort.enrolments:
        if enrolment.key in learner_ids:
            table.writerows(_rows(partnership, cohort, enrolment, learner_ids[enrolment.key]))
    return written.getvalue()


def _rows(partnership: Partnership, cohort: Cohort, enrolment: Enrolment, learner_id: str) -> Iterator[Json]:
    """The first with travel and hours; one for each clearance."""
    facts = travel_and_hours(partnership, cohort, enrolment)
    for code, valid_from, expires_on in clearances(partnership, cohort, enrolment):
        dates = {"valid_from": valid_from.isoformat(), "expires_on": expires_on.isoformat() if expires_on else ""}
        who = {"learner_id": learner_id, "family_name": enrolment.learner.family_name}
        yield {**who, **facts, "clearance": code, **dates}
        facts = {}


def travel_and_hours(partnership: Partnership, cohort: Cohort, enrolment: Enrolment) -> Json:
    story = story_of(enrolment)
    latitude, longitude = home_of(enrolment)
    means = "car" if drives(partnership, cohort, enrolment) else "public_transport"
    limit = WEEKLY_HOURS_UNDER_18 if _age_on(enrolment, cohort.start_on) < 18 else WEEKLY_HOURS_LIMIT
    return {
        "travel_means": means,
        "travel_limit_minutes": story.travel_limit_minutes
        or _bearable_minutes(partnership, latitude, longitude, means),
        "contracted_weekly_hours": partnership.programme.weekly_hours,
        "weekly_hours_limit": WEEKLY_HOURS_OPTED_OUT if story.opted_out else limit,
        "opted_out_on": cohort.start_on.isoformat() if story.opted_out else "",
        "latitude": latitude,
        "longitude": longitude,
    }


def home_of(enrolment: Enrolment) -> tuple[float, float]:
    """Within half a kilometre of the middle of the town."""
    latitude, longitude = TOWNS[enrolment.learner.postcode.split()[0]]
    place = _place(enrolment)
    return round(latitude + (place % 3 - 1) * 0.003, 3), round(longitude + (place % 5 - 2) * 0.002, 3)


def drives(partnership: Partnership, cohort: Cohort, enrolment: Enrolment) -> bool:
    told = story_of(enrolment).travel_means
    if told is not None:
        return told == "car"
    return partnership.slug in ON_THE_ROAD or _age_on(enrolment, cohort.start_on) >= PASSENGERS_BEFORE


def clearances(
    partnership: Partnership, cohort: Cohort, enrolment: Enrolment
) -> Iterator[tuple[str, date, date | None]]:
    """Kind, first day and last day: what the programme's settings demand, and, of drivers, licence and car."""
    given_on = cohort.start_on - timedelta(days=20 + _place(enrolment))
    years = {"dbs_enhanced": 3, "mandatory_training": 3, "driving_licence": 10}
    mandatory = any(rule.vaccination is Vaccination.MANDATORY for rule in partnership.programme.sector_rules)
    codes = [*CLEARANCES, *(["vaccination:hepatitis_b"] if mandatory else [])]
    if drives(partnership, cohort, enrolment):
        codes += ["driving_licence", "car"]
    ending = story_of(enrolment).expires_in_week or {}
    for code in codes:
        expires_on = given_on + timedelta(days=365 * years[code]) if code in years else None
        if code in ending:
            expires_on = cohort.start_on + timedelta(weeks=ending[code], days=-1)
        yield code, given_on, expires_on


def preferences(partnership: Partnership, enrolment: Enrolment, weeks_done: int) -> Json:
    """Kinds of setting in an order of their own; half of them would choose another sector once they have seen both."""
    place = _place(enrolment)
    kinds = list(dict.fromkeys(setting.kind.value for setting in SETTINGS[partnership.slug]))
    first = place % len(kinds)
    sectors = [Sector.HEALTH.value, Sector.SOCIAL_CARE.value]
    before = sectors[place % 2]
    now = sectors[(place // 2) % 2] if weeks_done >= 12 else None
    return {
        "preferences": {"setting_kinds": (kinds[first:] + kinds[:first])[:2], "note": story_of(enrolment).wish},
        "sector_of_choice": {"before": before, "now": now},
    }


def adjustments(enrolment: Enrolment) -> Json | None:
    story = story_of(enrolment)
    if not story.adjustments:
        return None
    return {"adjustments": list(story.adjustments), "note": story.adjustments_note}


def _place(enrolment: Enrolment) -> int:
    """The number of the apprentice in the cohort, from 1."""
    return int(enrolment.key.rpartition("/")[2])


def _age_on(enrolment: Enrolment, day: date) -> int:
    born_on = enrolment.learner.date_of_birth
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def _bearable_minutes(partnership: Partnership, latitude: float, longitude: float, means: str) -> int:
    """Enough, in quarters of an hour, for the farthest of the programme's settings, and for no more."""
    positions = _positions(partnership)
    farthest_km = max(math.dist((latitude * 111.2, longitude * 67), (y * 111.2, x * 67)) for y, x in positions)
    minutes = 2.2 * farthest_km + 12 if means == "car" else min(3.6 * farthest_km + 27, 2 * farthest_km + 50)
    return max(30, math.ceil(minutes / 15) * 15)


def _positions(partnership: Partnership) -> Iterable[tuple[float, float]]:
    for setting in SETTINGS[partnership.slug]:
        organisation = partnership.organisation(setting.organisation)
        yield setting.latitude or organisation.latitude, setting.longitude or organisation.longitude
