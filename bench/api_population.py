"""Two partnerships in the database of learners-api, equal but for their size: invented people by the million."""

from dataclasses import dataclass
from uuid import UUID, uuid4

import psycopg
from psycopg import sql

from service_common.pagination import write_cursor

COHORT_SIZE = 50
LEARNERS_PER_EMPLOYER = 100

_GIVEN = [
    start + end
    for start in ("Al", "Bel", "Cor", "Dar", "El", "Fen", "Gar", "Hal", "Is", "Jo")
    for end in (
        "a",
        "an",
        "by",
        "da",
        "en",
        "ette",
        "ia",
        "in",
        "la",
        "lyn",
        "mar",
        "na",
        "or",
        "ric",
        "sa",
        "ton",
        "us",
        "wyn",
    )
]
_STARTS = ["Al", "Bram", "Cal", "Dun", "Ever", "Fair", "Gar", "Hal", "Ingle", "Kes", "Lang", "Mar", "Nor", "Oak", "Pen"]
_MIDDLES = ["ber", "cot", "den", "field", "gate", "ham", "ing", "ley", "mer", "now", "over", "ridge", "stan", "ton"]
_ENDS = ["brook", "by", "combe", "dale", "ford", "hurst", "land", "man", "ness", "side", "thorpe", "well", "wood"]

_SETTLE = """
-- As administrator, and without triggers: their work is done in one statement for all rows.
SET session_replication_role = replica;
SET work_mem = '256MB';
SET maintenance_work_mem = '512MB';
"""

_STRUCTURE = """
INSERT INTO programmes (partnership_id, name, stage_of_integration, qualifications, pathway, weekly_hours,
        weekly_learning_hours, summary, sector_rules, rotation, learning_days, review_schedule, funding_lines,
        requirements, evidence_gaps, story)
    VALUES (%(partnership_id)s, 'Health and care', 1, '[]', 'Level 3', 37.5, 7.5, 'Made for measuring.', '[]', '{}',
        '[]', '{}', '[]', '[]', '[]', '[]');
INSERT INTO cohorts (partnership_id, programme_id, name, starts_on, ends_on, places)
    SELECT %(partnership_id)s, id, 'Cohort ' || n, '2026-01-05', '2027-01-03', %(cohort_size)s
    FROM programmes, generate_series(1, %(size)s / %(cohort_size)s) AS n WHERE partnership_id = %(partnership_id)s;
INSERT INTO organisations (partnership_id, id, name, kind, sector)
    SELECT %(partnership_id)s, uuidv7(), 'Employer ' || n, 'home_care', 'social_care'
    FROM generate_series(1, %(size)s / %(learners_per_employer)s) AS n;
"""

# Source of the check digit: ILR validation rule ULN_04 (derived rule DD01).
_LEARNERS = """
WITH numbers AS MATERIALIZED (
    SELECT row_number() OVER () - 1 AS n, first_nine::text || (10 - remainder) AS uln
    FROM generate_series(100000000, 100000000 + %(size)s * 6 / 5) AS first_nine,
        LATERAL (SELECT (10 * (first_nine / 100000000) + 9 * (first_nine / 10000000 %% 10)
            + 8 * (first_nine / 1000000 %% 10) + 7 * (first_nine / 100000 %% 10) + 6 * (first_nine / 10000 %% 10)
            + 5 * (first_nine / 1000 %% 10) + 4 * (first_nine / 100 %% 10) + 3 * (first_nine / 10 %% 10)
            + 2 * (first_nine %% 10)) %% 11 AS remainder) AS checked
    WHERE remainder <> 0 LIMIT %(size)s
)
INSERT INTO learners (partnership_id, given_names, family_name, date_of_birth, sex, uln)
    SELECT %(partnership_id)s,
        (%(given)s::text[])[1 + n / 100 %% cardinality(%(given)s::text[])],
        CASE n %% 100 WHEN 7 THEN %(common)s ELSE (%(starts)s::text[])[1 + hash %% cardinality(%(starts)s::text[])]
            || (%(middles)s::text[])[1 + hash / 64 %% cardinality(%(middles)s::text[])]
            || (%(ends)s::text[])[1 + hash / 4096 %% cardinality(%(ends)s::text[])] END,
        date '2000-01-01' + (n %% 3000)::int, 'F', uln
    FROM numbers, LATERAL (SELECT abs(hashint8(n)::bigint) AS hash) AS hashed;
"""

_WORDS = """
INSERT INTO learner_words (partnership_id, learner_id, word, sort_name)
    SELECT partnership_id, id, word, sort_name
    FROM learners, unnest(ARRAY[lower(given_names), lower(family_name), uln]) AS word
    WHERE partnership_id = %(partnership_id)s;
"""

_ENROLMENTS = """
WITH
    people AS (SELECT id, row_number() OVER () - 1 AS n FROM learners WHERE partnership_id = %(partnership_id)s),
    places AS (SELECT id, row_number() OVER () - 1 AS n FROM cohorts WHERE partnership_id = %(partnership_id)s),
    employers AS (SELECT id, row_number() OVER () - 1 AS n FROM organisations WHERE partnership_id = %(partnership_id)s)
INSERT INTO enrolments (partnership_id, learner_id, cohort_id, employer_organisation_id, recruited_as, started_on,
        planned_end_on)
    SELECT %(partnership_id)s, people.id, places.id, employers.id, 'new', '2026-01-05', '2027-01-03'
    FROM people
        JOIN places ON places.n = people.n / %(cohort_size)s
        JOIN employers ON employers.n = people.n / %(learners_per_employer)s;
"""

_COMMON_NAME = "Smith"
_OVERLAP = "enrolments_overlap"


@dataclass(frozen=True)
class Partnership:
    """One that has been filled."""

    id: UUID
    size: int
    common_name: str
    """Of one learner in a hundred."""
    uln: str
    """Of one learner."""
    middle_enrolment: str
    """Cursor behind half of the enrolments."""
    middle_learner: str


def fill(administrator_url: str, *sizes: int) -> list[Partnership]:
    """Add a partnership of each size, and leave the tables as a database that has run for a while has them."""
    ids = {uuid4(): size for size in sizes}
    with psycopg.connect(administrator_url, autocommit=True) as connection:
        connection.execute(_SETTLE)
        (overlap,) = connection.execute(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = %s", [_OVERLAP]
        ).fetchone() or ("",)
        connection.execute(f"ALTER TABLE enrolments DROP CONSTRAINT {_OVERLAP}")
        for partnership_id, size in ids.items():
            _insert(connection, partnership_id, size)
        connection.execute(
            sql.SQL("ALTER TABLE enrolments ADD CONSTRAINT {} {}").format(sql.Identifier(_OVERLAP), sql.SQL(overlap))
        )
        connection.execute("VACUUM (FREEZE, ANALYZE)")
        connection.execute("CHECKPOINT")
        return [_describe(connection, partnership_id, size) for partnership_id, size in ids.items()]


def _insert(connection: psycopg.Connection, partnership_id: UUID, size: int) -> None:
    values = {
        "partnership_id": partnership_id,
        "size": size,
        "cohort_size": COHORT_SIZE,
        "learners_per_employer": LEARNERS_PER_EMPLOYER,
        "given": _GIVEN,
        "starts": _STARTS,
        "middles": _MIDDLES,
        "ends": _ENDS,
        "common": _COMMON_NAME,
    }
    cursor = psycopg.ClientCursor(connection)
    for statement in (_STRUCTURE, _LEARNERS, _WORDS, _ENROLMENTS):
        cursor.execute(statement, values)


def _describe(connection: psycopg.Connection, partnership_id: UUID, size: int) -> Partnership:
    enrolment, learner, uln = connection.execute(
        "SELECT json_build_array(sort_name, l.id, e.id)::text, json_build_array(sort_name, l.id)::text, uln"
        " FROM learners AS l JOIN enrolments AS e ON e.learner_id = l.id WHERE l.partnership_id = %s"
        " ORDER BY sort_name, l.id LIMIT 1 OFFSET %s",
        [partnership_id, size // 2],
    ).fetchone() or ("", "", "")
    return Partnership(
        partnership_id,
        size,
        _COMMON_NAME,
        uln,
        middle_enrolment=write_cursor(enrolment),
        middle_learner=write_cursor(learner),
    )
