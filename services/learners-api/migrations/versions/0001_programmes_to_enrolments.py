"""The shared tables, programmes, cohorts, learners, enrolments, caseloads, and the read model of organisations."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from service_common.schema import create_system_tables, drop_system_tables, protect

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "programmes",
    "cohorts",
    "organisations",
    "learners",
    "learner_words",
    "enrolments",
    "enrolment_changes",
    "caseloads",
)

OPEN = sa.text("state = ANY (ARRAY['active'::text, 'on_break'::text])")

# `plain_text` takes away case and accents; `search_words` takes names apart the way that people type them: O'Brien is
# one word, Smith-Jones two. The trigger keeps the words by which a learner is found, whoever writes the learner.
SEARCH = r"""
CREATE FUNCTION plain_text(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    translate(lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036f]', '', 'g')), 'łøđ', 'lod');

CREATE FUNCTION search_words(value text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    (SELECT coalesce(array_agg(DISTINCT word), '{}') FROM
        regexp_split_to_table(translate(plain_text(value), '''’`', ''), '[^[:alnum:]]+') AS word WHERE word <> '');
"""
SEARCH_TRIGGER = """
CREATE FUNCTION keep_learner_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM public.learner_words WHERE partnership_id = NEW.partnership_id AND learner_id = NEW.id;
    INSERT INTO public.learner_words (partnership_id, learner_id, word, sort_name)
        SELECT NEW.partnership_id, NEW.id, unnest(public.search_words(
            concat_ws(' ', NEW.given_names, NEW.family_name, NEW.preferred_name, NEW.uln))), NEW.sort_name;
    RETURN NULL;
END
$$;
CREATE TRIGGER learners_words AFTER INSERT OR UPDATE OF given_names, family_name, preferred_name, uln ON learners
    FOR EACH ROW EXECUTE FUNCTION keep_learner_words();
"""


def upgrade() -> None:
    create_system_tables()
    connection = op.get_bind()
    # In a schema of its own: nobody but the constraint below uses it, and the service's role is not granted it.
    connection.exec_driver_sql("CREATE SCHEMA extensions")
    connection.exec_driver_sql("CREATE EXTENSION btree_gist SCHEMA extensions")
    connection.exec_driver_sql(SEARCH)
    _create_programmes()
    _create_cohorts()
    _create_organisations()
    _create_learners()
    connection.exec_driver_sql(SEARCH_TRIGGER)
    _create_enrolments()
    _create_changes_and_caseloads()
    protect(*TABLES)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    connection = op.get_bind()
    connection.exec_driver_sql("DROP FUNCTION keep_learner_words(), search_words(text), plain_text(text)")
    connection.exec_driver_sql("DROP SCHEMA extensions CASCADE")
    drop_system_tables()


def _partnership_row(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("id", sa.UUID(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"{table}_pkey"),
    ]


def _versioned() -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
    ]


def _create_programmes() -> None:
    op.create_table(
        "programmes",
        *_partnership_row("programmes"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("stage_of_integration", sa.SmallInteger(), nullable=False),
        sa.Column("qualifications", postgresql.JSONB(), nullable=False),
        sa.Column("standard", postgresql.JSONB()),
        sa.Column("pathway", sa.Text(), nullable=False),
        sa.Column("weekly_hours", sa.Double(), nullable=False),
        sa.Column("weekly_learning_hours", sa.Double(), nullable=False),
        sa.Column("hourly_pay_pence", sa.BigInteger()),
        sa.Column("pay_note", sa.Text()),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("sector_rules", postgresql.JSONB(), nullable=False),
        sa.Column("rotation", postgresql.JSONB(), nullable=False),
        sa.Column("induction", sa.Text()),
        sa.Column("learning_days", postgresql.JSONB(), nullable=False),
        sa.Column("review_schedule", postgresql.JSONB(), nullable=False),
        sa.Column("funding_lines", postgresql.JSONB(), nullable=False),
        sa.Column("recruitment", postgresql.JSONB()),
        sa.Column("requirements", postgresql.JSONB(), nullable=False),
        sa.Column("evidence_gaps", postgresql.JSONB(), nullable=False),
        sa.Column("story", postgresql.JSONB(), nullable=False),
        *_versioned(),
        sa.UniqueConstraint("partnership_id", "id", name="programmes_partnership_unique"),
        sa.UniqueConstraint("partnership_id", "name", name="programmes_name_unique"),
        sa.CheckConstraint("stage_of_integration BETWEEN 1 AND 4", name="programmes_stage_check"),
    )


def _create_cohorts() -> None:
    op.create_table(
        "cohorts",
        *_partnership_row("cohorts"),
        sa.Column("programme_id", sa.UUID(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        *_versioned(),
        sa.UniqueConstraint("partnership_id", "id", name="cohorts_partnership_unique"),
        sa.UniqueConstraint("partnership_id", "programme_id", "name", name="cohorts_name_unique"),
        sa.ForeignKeyConstraint(
            ["partnership_id", "programme_id"],
            ["programmes.partnership_id", "programmes.id"],
            name="cohorts_programme_fkey",
        ),
        sa.CheckConstraint("ends_on > starts_on", name="cohorts_dates_check"),
        sa.CheckConstraint("places > 0", name="cohorts_places_check"),
    )
    op.create_index("cohorts_by_start", "cohorts", ["partnership_id", "starts_on", "id"])


def _create_organisations() -> None:
    op.create_table(
        "organisations",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "id", name="organisations_pkey"),
    )


def _create_learners() -> None:
    op.create_table(
        "learners",
        *_partnership_row("learners"),
        sa.Column("given_names", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("preferred_name", sa.Text()),
        sa.Column("date_of_birth", sa.Date(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=False),
        sa.Column("ethnicity", sa.SmallInteger()),
        sa.Column("uln", sa.Text(), nullable=False),
        sa.Column("email", sa.Text()),
        sa.Column("phone", sa.Text()),
        sa.Column("home_postcode", sa.Text()),
        sa.Column(
            "uln_is_temporary",
            sa.Boolean(),
            sa.Computed("uln = '9999999999'::text", persisted=True),
            nullable=False,
        ),
        sa.Column(
            "sort_name",
            sa.Text(collation="C"),
            sa.Computed("plain_text(family_name) || chr(1) || plain_text(given_names)", persisted=True),
            nullable=False,
        ),
        *_versioned(),
        sa.UniqueConstraint("partnership_id", "id", name="learners_partnership_unique"),
        sa.CheckConstraint("uln ~ '^[1-9][0-9]{9}$'", name="learners_uln_check"),
        sa.CheckConstraint("sex IN ('F', 'M')", name="learners_sex_check"),
    )
    op.create_index(
        "learners_uln_unique",
        "learners",
        ["partnership_id", "uln"],
        unique=True,
        postgresql_where=sa.text("uln <> '9999999999'::text"),
    )
    op.create_index("learners_by_name", "learners", ["partnership_id", "sort_name", "id"])
    op.create_index("learners_by_birth", "learners", ["partnership_id", "date_of_birth"])
    op.create_index(
        "learners_with_temporary_uln",
        "learners",
        ["partnership_id", "sort_name", "id"],
        postgresql_where=sa.text("uln_is_temporary"),
    )
    op.create_table(
        "learner_words",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("learner_id", sa.UUID(), nullable=False),
        sa.Column("word", sa.Text(collation="C"), nullable=False),
        sa.Column("sort_name", sa.Text(collation="C"), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "learner_id", "word", name="learner_words_pkey"),
        sa.ForeignKeyConstraint(
            ["partnership_id", "learner_id"],
            ["learners.partnership_id", "learners.id"],
            name="learner_words_learner_fkey",
            ondelete="CASCADE",
        ),
    )
    op.create_index("learner_words_in_order", "learner_words", ["partnership_id", "word", "sort_name", "learner_id"])


def _create_enrolments() -> None:
    op.create_table(
        "enrolments",
        *_partnership_row("enrolments"),
        sa.Column("learner_id", sa.UUID(), nullable=False),
        sa.Column("cohort_id", sa.UUID(), nullable=False),
        sa.Column("employer_organisation_id", sa.UUID(), nullable=False),
        sa.Column("recruited_as", sa.Text(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("planned_end_on", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'active'"), nullable=False),
        sa.Column("break_started_on", sa.Date()),
        sa.Column("return_expected_on", sa.Date()),
        sa.Column("returned_on", sa.Date()),
        sa.Column("ended_on", sa.Date()),
        sa.Column("withdrawal_reason", sa.Text()),
        sa.Column("outcome", sa.Text()),
        *_versioned(),
        sa.UniqueConstraint("partnership_id", "id", name="enrolments_partnership_unique"),
        sa.ForeignKeyConstraint(
            ["partnership_id", "learner_id"],
            ["learners.partnership_id", "learners.id"],
            name="enrolments_learner_fkey",
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id", "cohort_id"],
            ["cohorts.partnership_id", "cohorts.id"],
            name="enrolments_cohort_fkey",
        ),
        sa.CheckConstraint("state IN ('active', 'on_break', 'withdrawn', 'completed')", name="enrolments_state_check"),
        sa.CheckConstraint("recruited_as IN ('new', 'existing_staff')", name="enrolments_recruited_as_check"),
        sa.CheckConstraint("planned_end_on > started_on", name="enrolments_planned_end_check"),
        sa.CheckConstraint("ended_on >= started_on", name="enrolments_end_check"),
        sa.CheckConstraint(
            "(ended_on IS NOT NULL) = (state IN ('withdrawn', 'completed'))", name="enrolments_ended_check"
        ),
        sa.CheckConstraint(
            "(break_started_on IS NOT NULL) = (state = 'on_break')"
            " AND (return_expected_on IS NOT NULL) = (state = 'on_break')",
            name="enrolments_break_check",
        ),
        sa.CheckConstraint(
            "(withdrawal_reason IS NOT NULL) = (state = 'withdrawn')", name="enrolments_withdrawal_check"
        ),
        sa.CheckConstraint("(outcome IS NOT NULL) = (state = 'completed')", name="enrolments_outcome_check"),
    )
    # Before the overlap, so that a second open enrolment is refused by its own name.
    op.create_index(
        "enrolments_open_unique", "enrolments", ["partnership_id", "learner_id"], unique=True, postgresql_where=OPEN
    )
    op.execute(
        "ALTER TABLE enrolments ADD CONSTRAINT enrolments_overlap EXCLUDE USING gist"
        " (partnership_id WITH =, learner_id WITH =, daterange(started_on, ended_on, '[]') WITH &&)"
        " WHERE (started_on IS NOT NULL)"
    )
    op.create_index("enrolments_by_learner", "enrolments", ["partnership_id", "learner_id", "started_on"])
    op.create_index("enrolments_by_cohort", "enrolments", ["partnership_id", "cohort_id", "state"])
    op.create_index("enrolments_by_employer", "enrolments", ["partnership_id", "employer_organisation_id"])
    op.create_index(
        "enrolments_by_expected_return",
        "enrolments",
        ["partnership_id", "return_expected_on"],
        postgresql_where=sa.text("state = 'on_break'::text"),
    )
    op.create_index(
        "enrolments_by_planned_end", "enrolments", ["partnership_id", "planned_end_on"], postgresql_where=OPEN
    )


def _create_changes_and_caseloads() -> None:
    op.create_table(
        "enrolment_changes",
        *_partnership_row("enrolment_changes"),
        sa.Column("enrolment_id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("note", sa.Text()),
        sa.Column("before", postgresql.JSONB(), nullable=False),
        sa.Column("after", postgresql.JSONB(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id", "enrolment_id"],
            ["enrolments.partnership_id", "enrolments.id"],
            name="enrolment_changes_enrolment_fkey",
        ),
    )
    op.create_index("enrolment_changes_by_enrolment", "enrolment_changes", ["partnership_id", "enrolment_id", "id"])
    op.create_table(
        "caseloads",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("enrolment_id", sa.UUID(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "enrolment_id", "role", "account_id", name="caseloads_pkey"),
        sa.ForeignKeyConstraint(
            ["partnership_id", "enrolment_id"],
            ["enrolments.partnership_id", "enrolments.id"],
            name="caseloads_enrolment_fkey",
        ),
        sa.CheckConstraint("role IN ('tutor', 'assessor', 'mentor', 'line_manager')", name="caseloads_role_check"),
    )
    op.create_index("caseloads_by_account", "caseloads", ["partnership_id", "account_id", "role", "enrolment_id"])
