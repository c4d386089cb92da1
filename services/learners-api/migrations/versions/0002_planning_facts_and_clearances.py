"""What the planner needs to know of learners: travel, hours, preferences, adjustments and clearances."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from service_common.schema import protect

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("planning_facts", "clearances")


def upgrade() -> None:
    _create_planning_facts()
    _create_clearances()
    protect(*TABLES)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _codes(name: str) -> sa.Column[list[str]]:
    return sa.Column(name, postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False)


def _of_learner(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["partnership_id", "learner_id"],
        ["learners.partnership_id", "learners.id"],
        name=f"{table}_learner_fkey",
    )


def _create_planning_facts() -> None:
    op.create_table(
        "planning_facts",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("learner_id", sa.UUID(), nullable=False),
        sa.Column("latitude", sa.Double()),
        sa.Column("longitude", sa.Double()),
        _codes("travel_means"),
        sa.Column("travel_limit_minutes", sa.SmallInteger()),
        sa.Column("contracted_weekly_hours", sa.Double()),
        sa.Column("weekly_hours_limit", sa.Double()),
        sa.Column("opted_out_on", sa.Date()),
        sa.Column("first_sector", sa.Text()),
        _codes("preferred_setting_kinds"),
        sa.Column("preferences_note", sa.Text()),
        sa.Column("sector_before", sa.Text()),
        sa.Column("sector_now", sa.Text()),
        _codes("adjustments"),
        sa.Column("adjustments_note", sa.Text()),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "learner_id", name="planning_facts_pkey"),
        _of_learner("planning_facts"),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="planning_facts_position_check"),
        sa.CheckConstraint("weekly_hours_limit <= 48 OR opted_out_on IS NOT NULL", name="planning_facts_opt_out_check"),
        sa.CheckConstraint("contracted_weekly_hours <= weekly_hours_limit", name="planning_facts_hours_check"),
    )


def _create_clearances() -> None:
    op.create_table(
        "clearances",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("id", sa.UUID(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("learner_id", sa.UUID(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date()),
        sa.Column("reference", sa.Text()),
        sa.Column("note", sa.Text()),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="clearances_pkey"),
        _of_learner("clearances"),
        sa.CheckConstraint("expires_on >= valid_from", name="clearances_dates_check"),
    )
    op.execute(
        "ALTER TABLE clearances ADD CONSTRAINT clearances_overlap EXCLUDE USING gist"
        " (partnership_id WITH =, learner_id WITH =, code WITH =, daterange(valid_from, expires_on, '[]') WITH &&)"
    )
    op.create_index("clearances_by_learner", "clearances", ["partnership_id", "learner_id", "code", "valid_from"])
    op.create_index("clearances_by_expiry", "clearances", ["partnership_id", "expires_on"])
