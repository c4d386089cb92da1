"""What plans are made of (programmes, missing criteria, exclusions, settings of planning) and the plans themselves."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from service_common.schema import protect

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    "programmes",
    "cohorts",
    "requirements",
    "exclusions",
    "planning_settings",
    "cohort_plans",
    "disruptions",
    "scenarios",
    "scenario_assignments",
    "scenario_steps",
)


def upgrade() -> None:
    op.add_column("apprentices", sa.Column("planning", postgresql.JSONB(none_as_null=True)))
    op.create_table(
        "programmes",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("weekly_hours", sa.Double(), nullable=False),
        sa.Column("weekly_learning_hours", sa.Double(), nullable=False),
        sa.Column("sector_rules", postgresql.JSONB(), nullable=False),
        sa.Column("rotation", postgresql.JSONB(), nullable=False),
        sa.Column("learning_days", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="programmes_pkey"),
    )
    op.create_table(
        "cohorts",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("programme_id", sa.UUID(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("places", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="cohorts_pkey"),
    )
    op.create_index("cohorts_by_start", "cohorts", ["partnership_id", "starts_on", "id"])
    op.create_table(
        "requirements",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("learner_id", sa.UUID(), nullable=False),
        sa.Column("missing", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("learner_id", name="requirements_pkey"),
    )
    op.create_table(
        "exclusions",
        *_partnership_row("exclusions"),
        sa.Column("learner_id", sa.UUID(), nullable=False),
        sa.Column("organisation_id", sa.UUID()),
        sa.Column("setting_id", sa.UUID()),
        sa.Column("reason", sa.Text(), nullable=False),
        _belongs_to("exclusions", "organisation", "organisations"),
        _belongs_to("exclusions", "setting", "settings"),
        sa.CheckConstraint("num_nonnulls(organisation_id, setting_id) = 1", name="exclusions_subject_check"),
        sa.UniqueConstraint(
            "partnership_id",
            "learner_id",
            "organisation_id",
            "setting_id",
            name="exclusions_once",
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_table(
        "planning_settings",
        *_partnership_row("planning_settings"),
        sa.Column("programme_id", sa.UUID(), nullable=False),
        sa.Column("wishes", postgresql.JSONB(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.UniqueConstraint("partnership_id", "programme_id", name="planning_settings_programme_unique"),
    )
    op.create_table(
        "disruptions",
        *_partnership_row("disruptions"),
        sa.Column("cohort_id", sa.UUID(), nullable=False),
        sa.Column("scenario_id", sa.UUID(), nullable=False),
        sa.Column("what", postgresql.JSONB(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("takes_effect_on", sa.Date(), nullable=False),
        sa.Column("affected_now", postgresql.JSONB(), nullable=False),
        sa.Column("least_changes", sa.BigInteger()),
        sa.Column("conflict", postgresql.JSONB(none_as_null=True)),
        sa.Column("failure", sa.Text()),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.UniqueConstraint("partnership_id", "id", name="disruptions_partnership_unique"),
    )
    op.create_index("disruptions_by_cohort", "disruptions", ["partnership_id", "cohort_id", "id"])
    op.create_table(
        "scenarios",
        *_partnership_row("scenarios"),
        sa.Column("cohort_id", sa.UUID(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("origin_scenario_id", sa.UUID()),
        sa.Column("disruption_id", sa.UUID()),
        sa.Column("origin_sentence", sa.Text(), nullable=False),
        sa.Column("progress", postgresql.JSONB(none_as_null=True)),
        sa.Column("cancel_wanted", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("cost", sa.BigInteger()),
        sa.Column("bound", sa.Double()),
        sa.Column("violation_count", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("unplaced_count", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("conflict", postgresql.JSONB(none_as_null=True)),
        sa.Column("failure", sa.Text()),
        sa.Column("assumptions", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True)),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.UniqueConstraint("partnership_id", "id", name="scenarios_partnership_unique"),
        sa.ForeignKeyConstraint(
            ["partnership_id", "disruption_id"],
            ["disruptions.partnership_id", "disruptions.id"],
            name="scenarios_disruption_fkey",
        ),
    )
    op.create_index("scenarios_by_cohort", "scenarios", ["partnership_id", "cohort_id", "id"])
    op.create_table(
        "scenario_assignments",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("scenario_id", sa.UUID(), nullable=False),
        sa.Column("enrolment_id", sa.UUID(), nullable=False),
        sa.Column("block", sa.SmallInteger(), nullable=False),
        sa.Column("setting_id", sa.UUID()),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("scenario_id", "enrolment_id", "block", name="scenario_assignments_pkey"),
        _goes_with_scenario("scenario_assignments"),
    )
    op.create_table(
        "scenario_steps",
        *_partnership_row("scenario_steps"),
        sa.Column("scenario_id", sa.UUID(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("cells", postgresql.JSONB(), nullable=False),
        sa.Column("assumptions", postgresql.JSONB(), nullable=False),
        _goes_with_scenario("scenario_steps"),
    )
    op.create_index("scenario_steps_by_scenario", "scenario_steps", ["partnership_id", "scenario_id", "id"])
    op.create_table(
        "cohort_plans",
        *_partnership_row("cohort_plans"),
        sa.Column("cohort_id", sa.UUID(), nullable=False),
        sa.Column("scenario_id", sa.UUID(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.UniqueConstraint("partnership_id", "cohort_id", name="cohort_plans_cohort_unique"),
        _belongs_to("cohort_plans", "scenario", "scenarios"),
    )
    protect(*TABLES)


def downgrade() -> None:
    for table in ("cohort_plans", "scenario_steps", "scenario_assignments", "scenarios", "disruptions"):
        op.drop_table(table)
    for table in ("planning_settings", "exclusions", "requirements", "cohorts", "programmes"):
        op.drop_table(table)
    op.drop_column("apprentices", "planning")


def _partnership_row(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("id", sa.UUID(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"{table}_pkey"),
    ]


def _belongs_to(table: str, what: str, owner: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["partnership_id", f"{what}_id"],
        [f"{owner}.partnership_id", f"{owner}.id"],
        name=f"{table}_{what}_fkey",
    )


def _goes_with_scenario(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["partnership_id", "scenario_id"],
        ["scenarios.partnership_id", "scenarios.id"],
        name=f"{table}_scenario_fkey",
        ondelete="CASCADE",
    )
