"""The settings of the nine programmes."""

from crossway_demo.evidence import EATING_AND_DRINKING, MOVING
from crossway_demo.hosting import EIGHT_TO_FIVE, OFFICE_DAYS, WARD_SHIFTS, Setting, rota
from crossway_demo.vocabulary import SettingKind

CARE_HOME_ROTA = rota("07:30", "20:00", weekends=True, note="Shifts of the care home, two weekends in four.")
WARD_ROTA = rota("07:30", "20:00", weekends=True, note="Shifts of the ward or team.")
TEAM_DAYS = rota("08:30", "17:00", weekends=False, note="Weekdays with the team.")
VISITS = rota("07:00", "21:00", weekends=False, note="Visits in the morning and the evening.")

WEST_SUSSEX = (
    Setting(
        organisation="trust",
        name="Care of the elderly ward",
        kind=SettingKind.ACUTE_WARD,
        at_most=3,
        shifts=WARD_SHIFTS,
        mentors=(("Rosalind Ferreby", 2), ("Kofi Antwi-Shaw", 1)),
    ),
    Setting(
        organisation="trust",
        name="Stroke ward",
        kind=SettingKind.ACUTE_WARD,
        at_most=2,
        shifts=WARD_SHIFTS,
        mentors=(("Delyth Marchbanks", 2),),
    ),
    Setting(
        organisation="council",
        name="Day centre in Worthing",
        kind=SettingKind.DAY_CENTRE,
        at_most=2,
        shifts=EIGHT_TO_FIVE,
        postcode="BN11 3BY",
        latitude=50.812,
        longitude=-0.379,
        mentors=(("Stanley Oyelaran", 2),),
    ),
    Setting(
        organisation="council",
        name="Residential home in Chichester",
        kind=SettingKind.CARE_HOME,
        at_most=3,
        shifts=EIGHT_TO_FIVE,
        mentors=(("Marguerite Tolley", 3),),
    ),
)
SUFFOLK = (
    Setting(
        organisation="care-home",
        name="Gippingside, ground floor",
        kind=SettingKind.CARE_HOME,
        at_most=4,
        shifts=CARE_HOME_ROTA,
        mentors=(("Perpetua Lawes", 2), ("Dorian Fenn", 2)),
    ),
    Setting(
        organisation="community",
        name="Deben neighbourhood team",
        kind=SettingKind.COMMUNITY_HEALTH_TEAM,
        at_most=4,
        shifts=TEAM_DAYS,
        mentors=(("Iona Tuddenham", 4),),
    ),
    Setting(
        organisation="hospital",
        name="Rehabilitation ward",
        kind=SettingKind.ACUTE_WARD,
        at_most=4,
        shifts=WARD_ROTA,
        mentors=(("Casimir Blyth", 2), ("Oyinda Royle", 2)),
    ),
)
LINCOLNSHIRE = (
    Setting(
        organisation="hospitals",
        name="Medical ward at Lincoln",
        kind=SettingKind.ACUTE_WARD,
        lacks=EATING_AND_DRINKING,  # housekeepers serve the meals
        at_most=2,
        shifts=OFFICE_DAYS,
        mentors=(("Thandiwe Cole", 2),),
    ),
    Setting(
        organisation="community",
        name="Witham community nursing",
        kind=SettingKind.COMMUNITY_HEALTH_TEAM,
        at_most=2,
        shifts=OFFICE_DAYS,
        mentors=(("Barnaby Stell", 2),),
    ),
    Setting(
        organisation="mental-health",
        name="Sleaford community mental health team",
        kind=SettingKind.MENTAL_HEALTH_TEAM,
        at_most=2,
        shifts=OFFICE_DAYS,
        mentors=(("Ursula Wainfleet", 2),),
    ),
    Setting(
        organisation="care-home",
        name="Fosse Dyke House",
        kind=SettingKind.CARE_HOME,
        at_most=2,
        shifts=OFFICE_DAYS,
        mentors=(("Ephraim Nettle", 2),),
    ),
    # Who lives here needs company and advice, not care: nobody could finish the Care Certificate on it.
    Setting(
        organisation="care-home",
        name="Cathedral Quarter supported living",
        kind=SettingKind.CARE_HOME,
        at_most=2,
        shifts=OFFICE_DAYS,
        lacks=(*EATING_AND_DRINKING, *MOVING),
        mentors=(("Rosamund Sibsey", 2),),
    ),
)
LEEDS = (
    Setting(
        organisation="hospitals",
        name="Older people's ward",
        kind=SettingKind.ACUTE_WARD,
        at_most=3,
        shifts=WARD_ROTA,
        mentors=(("Hester Okonjo", 3),),
    ),
    Setting(
        organisation="council",
        name="Day services in the city centre",
        kind=SettingKind.DAY_CENTRE,
        at_most=2,
        shifts=EIGHT_TO_FIVE,
        mentors=(("Lionel Batty", 2),),
    ),
    Setting(
        organisation="community",
        name="Neighbourhood team, north",
        kind=SettingKind.COMMUNITY_HEALTH_TEAM,
        at_most=2,
        shifts=TEAM_DAYS,
        mentors=(("Sunniva Raine", 2),),
    ),
    Setting(
        organisation="mental-health",
        name="Community mental health team, east",
        kind=SettingKind.MENTAL_HEALTH_TEAM,
        at_most=1,
        shifts=TEAM_DAYS,
        mentors=(("Obadiah Pell", 1),),
    ),
    Setting(
        organisation="hospice",
        name="In-patient unit",
        kind=SettingKind.HOSPICE,
        at_most=2,
        shifts=WARD_ROTA,
        mentors=(("Clementine Asher", 2),),
    ),
)
BLACKBURN = (
    Setting(
        organisation="trust",
        name="Community mental health team",
        kind=SettingKind.MENTAL_HEALTH_TEAM,
        at_most=1,
        shifts=TEAM_DAYS,
        lone_working=True,
        independent_travel=True,
        mentors=(("Winifred Achebe", 1),),
    ),
    Setting(
        organisation="council",
        name="Support in people's own homes",
        kind=SettingKind.HOME_CARE,
        at_most=2,
        shifts=TEAM_DAYS,
        lone_working=True,
        independent_travel=True,
        mentors=(("Septimus Crane", 2),),
    ),
)
NORTH_WEST = (
    Setting(
        organisation="hospital",
        name="Medical wards",
        kind=SettingKind.ACUTE_WARD,
        at_most=6,
        shifts=WARD_ROTA,
        mentors=(("Araminta Holt", 3), ("Julius Odell", 3)),
    ),
    Setting(
        organisation="provider",
        name="Prestwich Park",
        kind=SettingKind.CARE_HOME,
        at_most=6,
        shifts=CARE_HOME_ROTA,
        mentors=(("Bronwen Tate", 3), ("Augustin Reay", 3)),
    ),
)
STAFFORDSHIRE = (
    Setting(
        organisation="hospital",
        name="Trent Moorlands, ward 4",
        kind=SettingKind.ACUTE_WARD,
        at_most=2,
        at_least=1,
        shifts=TEAM_DAYS,
        mentors=(("Philippa Gell", 2),),
    ),
    Setting(
        organisation="community",
        name="Sow Valley district nursing",
        kind=SettingKind.COMMUNITY_HEALTH_TEAM,
        at_most=2,
        shifts=TEAM_DAYS,
        independent_travel=True,
        mentors=(("Ozias Bramall", 2),),
    ),
    Setting(
        organisation="care-home",
        name="Manifold View",
        kind=SettingKind.CARE_HOME,
        at_most=2,
        shifts=TEAM_DAYS,
        mentors=(("Cordelia Swann", 2),),
    ),
    # The house in the moorlands is too far by bus for some: the plan keeps this one for them.
    Setting(
        organisation="care-home",
        name="Manifold View, town house",
        kind=SettingKind.CARE_HOME,
        at_most=1,
        shifts=TEAM_DAYS,
        postcode="ST16 3AD",
        latitude=52.812,
        longitude=-2.112,
        mentors=(("Barnabas Tunnicliffe", 1),),
    ),
    Setting(
        organisation="council",
        name="Day services in Stafford",
        kind=SettingKind.DAY_CENTRE,
        at_most=2,
        shifts=TEAM_DAYS,
        mentors=(("Ambrose Kettle", 2),),
    ),
)
HEREFORDSHIRE = (
    Setting(
        organisation="federation",
        name="Surgery in Hereford",
        kind=SettingKind.GP_PRACTICE,
        at_most=2,
        shifts=OFFICE_DAYS,
        mentors=(("Verena Pugh", 2),),
    ),
    Setting(
        organisation="federation",
        name="Surgery in Leominster",
        kind=SettingKind.GP_PRACTICE,
        at_most=2,
        shifts=OFFICE_DAYS,
        postcode="HR6 8HD",
        latitude=52.228,
        longitude=-2.739,
        mentors=(("Ignatius Lloyd", 2),),
    ),
    Setting(
        organisation="mental-health",
        name="Two Rivers community team",
        kind=SettingKind.MENTAL_HEALTH_TEAM,
        at_most=4,
        shifts=TEAM_DAYS,
        mentors=(("Rhoda Prosser", 4),),
    ),
    Setting(
        organisation="care-home",
        name="Lugg Orchards",
        kind=SettingKind.CARE_HOME,
        at_most=4,
        shifts=CARE_HOME_ROTA,
        mentors=(("Emrys Goode", 4),),
    ),
    # Who is employed by the one home goes to the other: a placement is with somebody else.
    Setting(
        organisation="second-care-home",
        name="Arrow Meadows",
        kind=SettingKind.CARE_HOME,
        at_most=2,
        shifts=CARE_HOME_ROTA,
        mentors=(("Philomena Gittins", 2),),
    ),
)
LIVERPOOL = (
    Setting(
        organisation="home-care",
        name="Home care visits, south Liverpool",
        kind=SettingKind.HOME_CARE,
        at_most=6,
        shifts=VISITS,
        lone_working=True,
        independent_travel=True,
        mentors=(("Dympna Kearns", 3), ("Leopold Rushe", 3)),
    ),
    Setting(
        organisation="community",
        name="Granby health promotion team",
        kind=SettingKind.COMMUNITY_HEALTH_TEAM,
        at_most=6,
        shifts=OFFICE_DAYS,
        mentors=(("Seraphina Dodd", 6),),
    ),
)

SETTINGS: dict[str, tuple[Setting, ...]] = {
    "west-sussex": WEST_SUSSEX,
    "suffolk": SUFFOLK,
    "lincolnshire": LINCOLNSHIRE,
    "leeds": LEEDS,
    "blackburn": BLACKBURN,
    "north-west": NORTH_WEST,
    "staffordshire": STAFFORDSHIRE,
    "herefordshire": HEREFORDSHIRE,
    "liverpool": LIVERPOOL,
}
"""By the partnership's slug."""
