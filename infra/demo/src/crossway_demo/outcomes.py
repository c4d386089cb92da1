"""How a past apprentice's programme ended, in words, and whether the accounts say so."""

from crossway_demo.model import Destination, PastApprentice, PastCohort
from crossway_demo.vocabulary import DestinationKind, Sector

SECTOR_WORDS = {Sector.HEALTH: " in health", Sector.SOCIAL_CARE: " in social care", None: ""}


def closing_note(apprentice: PastApprentice, cohort: PastCohort) -> str:
    if apprentice.withdrawal:
        return " ".join(filter(None, (apprentice.withdrawal.note, apprentice.note)))
    parts = [apprentice.note, went_on_to(apprentice.destination)]
    if "destination" in apprentice.illustrative and apprentice.destination.kind is not DestinationKind.NOT_RECORDED:
        parts.append("The published account does not say so of this person: illustrative.")
    if "outcomes" in cohort.illustrative:
        parts.append("The published account does not tell how this cohort ended: illustrative.")
    return " ".join(filter(None, parts))


def went_on_to(destination: Destination) -> str:
    match destination.kind:
        case DestinationKind.PERMANENT_POST:
            role = f": {destination.role.lower()}" if destination.role else ""
            return f"Went on to a permanent post{SECTOR_WORDS[destination.sector]}{role}."
        case DestinationKind.BANK:
            return "Went on to bank work across both sectors."
        case DestinationKind.RETURNED_TO_POST:
            return "Returned to the post held before."
        case DestinationKind.LOOKING_FOR_WORK:
            return "Looked for work across both sectors."
        case DestinationKind.NOT_RECORDED:
            return "Where they went is not recorded."
