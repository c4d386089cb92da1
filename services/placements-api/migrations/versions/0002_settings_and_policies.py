"""Settings with what they can take, and policies."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from service_common.schema import protect

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("settings", "setting_capacities", "setting_closures", "policies")


def upgrade() -> None:
    # In a schema of its own: nobody but the constraints below uses it, and the service's role is not granted it.
    op.execute("CREATE SCHEMA extensions")
    op.execute("CREATE EXTENSION btree_gist SCHEMA extensions")
    op.create_table(
        "settings",
        *_partnership_row("settings"),
        sa.Column("organisation_id", sa.UUID(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("postcode", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Double()),
        sa.Column("longitude", sa.Double()),
        sa.Column("minimum_age", sa.SmallInteger(), nullable=False),
        sa.Column("clearances", postgresql.JSONB(), nullable=False),
        sa.Column("lone_working", sa.Boolean(), nullable=False),
        sa.Column("independent_travel", sa.Boolean(), nullable=False),
        sa.Column("permitted_tasks", postgresql.JSONB(), nullable=False),
        sa.Column("shift_pattern", postgresql.JSONB(), nullable=False),
        sa.Column("evidence", postgresql.JSONB(), nullable=False),
        sa.Column("mentors", postgresql.JSONB(), nullable=False),
        sa.Column("contact", postgresql.JSONB()),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.UniqueConstraint("partnership_id", "id", name="settings_partnership_unique"),
        sa.UniqueConstraint("partnership_id", "organisation_id", "name", name="settings_name_unique"),
        _belongs_to("settings", "organisation", "organisations"),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="settings_position_check"),
    )
    op.create_index("settings_by_name", "settings", ["partnership_id", "name", "id"])
    op.create_table(
        "setting_capacities",
        *_partnership_row("setting_capacities"),
        sa.Column("setting_id", sa.UUID(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date()),
        sa.Column("at_most", sa.Integer(), nullable=False),
        sa.Column("at_least", sa.Integer(), nullable=False),
        sa.Column("or_none", sa.Boolean(), nullable=False),
        _belongs_to("setting_capacities", "setting", "settings"),
        sa.CheckConstraint("ends_on >= starts_on", name="setting_capacities_dates_check"),
        sa.CheckConstraint("at_least BETWEEN 0 AND at_most", name="setting_capacities_numbers_check"),
    )
    op.create_table(
        "setting_closures",
        *_partnership_row("setting_closures"),
        sa.Column("setting_id", sa.UUID(), nullable=False),
        sa.Column("week_of", sa.Date(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text()),
        _belongs_to("setting_closures", "setting", "settings"),
        sa.CheckConstraint("extract(isodow FROM week_of) = 1", name="setting_closures_monday_check"),
        sa.CheckConstraint("weeks > 0", name="setting_closures_weeks_check"),
    )
    for table, days in (
        ("setting_capacities", "daterange(starts_on, ends_on, '[]')"),
        ("setting_closures", "daterange(week_of, week_of + weeks * 7)"),
    ):
        op.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT {table}_overlap EXCLUDE USING gist"
            f" (partnership_id WITH =, setting_id WITH =, {days} WITH &&)"
        )
    op.create_table(
        "policies",
        *_partnership_row("policies"),
        sa.Column("organisation_id", sa.UUID(), nullable=False),
        sa.Column("statements", postgresql.JSONB(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.UniqueConstraint("partnership_id", "organisation_id", name="policies_organisation_unique"),
        _belongs_to("policies", "organisation", "organisations"),
    )
    protect(*TABLES)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    op.execute("DROP SCHEMA extensions CASCADE")


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
