"""What the nine programmes ask to be evidenced, and what each kind of setting lets an apprentice evidence.

Published are the qualifications of Suffolk (Level 2 Diploma in Health and Social Care, Care Certificate), Lincolnshire
(apprenticeship in health and social care, Care Certificate) and Leeds (Diploma in Clinical Health Care Support), and
that community mental health teams offered neither moving and handling nor help with eating. The rest is illustrative:

- Everybody works towards the Care Certificate: whoever has been new to care in England since April 2015 does.
- Who is on a level 2 apprenticeship works towards the diploma's mandatory units as well. Those of Leeds, whose diploma
  is another, stand for the nine subjects that the two share.
- Blackburn with Darwen is at level 3, whose diploma the catalogue does not have: it asks for the Care Certificate.
"""

from collections.abc import Collection, Mapping
from typing import Any

from crossway_demo.services import Partner
from crossway_demo.vocabulary import SettingKind

Evidence = Mapping[str, tuple[str, ...]]
"""Numbers of criteria by the code of their qualification."""

CARE_CERTIFICATE = "care_certificate"
DIPLOMA = "diploma_care_level_2"

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "west-sussex": (CARE_CERTIFICATE, DIPLOMA),
    "suffolk": (CARE_CERTIFICATE, DIPLOMA),
    "lincolnshire": (CARE_CERTIFICATE, DIPLOMA),
    "leeds": (CARE_CERTIFICATE, DIPLOMA),
    "blackburn": (CARE_CERTIFICATE,),
    "north-west": (CARE_CERTIFICATE, DIPLOMA),
    "staffordshire": (CARE_CERTIFICATE, DIPLOMA),
    "herefordshire": (CARE_CERTIFICATE, DIPLOMA),
    "liverpool": (CARE_CERTIFICATE, DIPLOMA),
}
"""Codes of qualifications, by the partnership's slug."""

COMFORT = ("5.3", "5.4", "5.5")
SELF_ESTEEM = ("5.6", "5.7")
COMMUNICATION = ("6.5",)
COMMUNICATION_AIDS = ("6.6",)
DIGNITY_AND_CHOICE = ("7.2", "7.3", "7.4", "7.6")
EATING_AND_DRINKING = ("8.2", "8.3")
MOVING = ("13.3",)
INFECTION = ("15.1",)
MOVING_EQUIPMENT = ("8.5.2",)

_ALWAYS = (*COMMUNICATION, *DIGNITY_AND_CHOICE, *INFECTION)
_WITH_PEOPLE = (*_ALWAYS, *SELF_ESTEEM, *COMFORT, *COMMUNICATION_AIDS)
_PERSON_CENTRED = (
    *("1.2.1", "1.2.2", "1.3.2", "3.2.2", "6.3.2"),
    *("7.2.1", "7.2.2", "7.3.2", "7.4.1", "7.5.1", "7.6.2", "8.4.1"),
)
_PERSONAL_CARE: Evidence = {
    CARE_CERTIFICATE: (*_WITH_PEOPLE, *EATING_AND_DRINKING, *MOVING),
    DIPLOMA: (*_PERSON_CENTRED, *MOVING_EQUIPMENT),
}

OFFERED: Mapping[SettingKind, Evidence] = {
    SettingKind.ACUTE_WARD: _PERSONAL_CARE,
    SettingKind.COMMUNITY_HEALTH_TEAM: {
        CARE_CERTIFICATE: (*_WITH_PEOPLE, *MOVING),
        DIPLOMA: (*_PERSON_CENTRED, *MOVING_EQUIPMENT),
    },
    # Lincolnshire's apprentices waited months for these two: moving and handling, and feeding, happen elsewhere.
    SettingKind.MENTAL_HEALTH_TEAM: {CARE_CERTIFICATE: _WITH_PEOPLE, DIPLOMA: _PERSON_CENTRED},
    SettingKind.GP_PRACTICE: {CARE_CERTIFICATE: _ALWAYS, DIPLOMA: _PERSON_CENTRED},
    SettingKind.CARE_HOME: _PERSONAL_CARE,
    SettingKind.DAY_CENTRE: {
        CARE_CERTIFICATE: (*_WITH_PEOPLE, *EATING_AND_DRINKING),
        DIPLOMA: (*_PERSON_CENTRED, *MOVING_EQUIPMENT),
    },
    SettingKind.HOME_CARE: _PERSONAL_CARE,
    SettingKind.HOSPICE: _PERSONAL_CARE,
}


def opportunities(kind: SettingKind, lacks: Collection[str] = ()) -> list[dict[str, Any]]:
    """As a setting of the kind states them that lacks some numbers of the Care Certificate."""
    offered = {**OFFERED[kind], CARE_CERTIFICATE: [n for n in OFFERED[kind][CARE_CERTIFICATE] if n not in lacks]}
    return [{"qualification": code, "criteria": numbers} for code, numbers in offered.items()]


async def load_requirements(partner: Partner, slug: str, programme_id: str) -> None:
    """Make the programme ask for its qualifications, unless it asks for some already. Raises LoadFailed."""
    path = f"/programme-requirements/{programme_id}"
    if (await partner.get("portfolio", path))["version"]:
        return
    wanted = [{"version_id": await _version_id(partner, slug, code)} for code in REQUIRED[slug]]
    await partner.change("PUT", "portfolio", path, {"qualifications": wanted}, version=0)


async def _version_id(partner: Partner, slug: str, code: str) -> str:
    """Of the qualification's version, which is taken from the catalogue where the partnership does not have it."""
    present = {each["code"]: each for each in await partner.list_all("portfolio", "/qualifications")}
    if code in present:
        return str(present[code]["versions"][0]["id"])
    adopted = await partner.post(
        "portfolio", "/catalogue/adoptions", {"code": code}, key=f"{slug}/qualification/{code}"
    )
    return str(adopted["version_id"])
