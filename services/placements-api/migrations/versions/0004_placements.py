"""Placements with their steps, rotas, feedback, calendar addresses and contacts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from service_common.schema import protect

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = (
    "placements",
    "placement_steps",
    "rota_adjustments",
    "placement_feedback",
    "calendar_addresses",
    "organisation_contacts",
)


def upgrade() -> None:
    op.create_table(
        "placements",
        *_partnership_row("placements"),
        sa.Column("scenario_id", sa.UUID(), nullable=False),
        sa.Column("cohort_id", sa.UUID(), nullable=False),
        sa.Column("enrolment_id", sa.UUID(), nullable=False),
        sa.Column("learner_id", sa.UUID(), nullable=False),
        sa.Column("setting_id", sa.UUID()),
        sa.Column("organisation_id", sa.UUID(), nullable=False),
        sa.Column("block", sa.SmallInteger(), nullable=False),
        sa.Column("block_name", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("mentor_name", sa.Text()),
        sa.Column("reason", sa.Text()),
        sa.Column("rota_published_on", sa.Date()),
        _version(),
        _moment("created_at"),
        _moment("changed_at"),
        sa.UniqueConstraint("partnership_id", "id", name="placements_partnership_unique"),
        _belongs_to("placements", "setting", "settings"),
        sa.CheckConstraint("ends_on >= starts_on", name="placements_dates_check"),
    )
    op.execute(
        "ALTER TABLE placements ADD CONSTRAINT placements_overlap EXCLUDE USING gist (partnership_id WITH =,"
        " enrolment_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)"
        " WHERE (state NOT IN ('declined', 'withdrawn')) DEFERRABLE INITIALLY IMMEDIATE"
    )
    op.create_index("placements_by_start", "placements", ["partnership_id", "starts_on", "id"])
    for name in ("cohort", "organisation", "setting", "learner"):
        op.create_index(f"placements_by_{name}", "placements", ["partnership_id", f"{name}_id", "starts_on", "id"])
    op.create_table(
        "placement_steps",
        *_partnership_row("placement_steps"),
        sa.Column("placement_id", sa.UUID(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        _moment("recorded_at"),
        _belongs_to("placement_steps", "placement", "placements"),
    )
    op.create_index("placement_steps_by_placement", "placement_steps", ["partnership_id", "placement_id", "id"])
    op.create_table(
        "rota_adjustments",
        *_partnership_row("rota_adjustments"),
        sa.Column("placement_id", sa.UUID(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Text()),
        sa.Column("ends_at", sa.Text()),
        sa.Column("break_minutes", sa.SmallInteger(), nullable=False),
        sa.Column("note", sa.Text()),
        _belongs_to("rota_adjustments", "placement", "placements"),
        sa.CheckConstraint("(starts_at IS NULL) = (ends_at IS NULL)", name="rota_adjustments_times_check"),
        sa.UniqueConstraint("partnership_id", "placement_id", "day", name="rota_adjustments_day_unique"),
    )
    op.create_table(
        "placement_feedback",
        *_partnership_row("placement_feedback"),
        sa.Column("placement_id", sa.UUID(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("rating", sa.SmallInteger(), nullable=False),
        sa.Column("went_well", sa.Text()),
        sa.Column("to_improve", sa.Text()),
        sa.Column("sector_before", sa.Text()),
        sa.Column("sector_now", sa.Text()),
        _version(),
        _moment("given_at"),
        _belongs_to("placement_feedback", "placement", "placements"),
        sa.UniqueConstraint("partnership_id", "placement_id", "by", name="placement_feedback_by_unique"),
    )
    op.create_table(
        "calendar_addresses",
        *_partnership_row("calendar_addresses"),
        sa.Column("learner_id", sa.UUID()),
        sa.Column("setting_id", sa.UUID()),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        _moment("created_at"),
        sa.Column("revoked_at", sa.DateTime(timezone=True)),
        _belongs_to("calendar_addresses", "setting", "settings"),
        sa.CheckConstraint("num_nonnulls(learner_id, setting_id) = 1", name="calendar_addresses_of_one_check"),
        sa.UniqueConstraint("partnership_id", "secret_hash", name="calendar_addresses_secret_unique"),
    )
    op.create_index("calendar_addresses_by_maker", "calendar_addresses", ["partnership_id", "created_at", "id"])
    op.create_table(
        "organisation_contacts",
        *_partnership_row("organisation_contacts"),
        sa.Column("organisation_id", sa.UUID(), nullable=False),
        sa.Column("contacts", postgresql.JSONB(), nullable=False),
        _version(),
        _belongs_to("organisation_contacts", "organisation", "organisations"),
        sa.UniqueConstraint("partnership_id", "organisation_id", name="organisation_contacts_organisation_unique"),
    )
    protect(*TABLES)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _partnership_row(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("id", sa.UUID(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"{table}_pkey"),
    ]


def _version() -> sa.Column[int]:
    return sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False)


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False)


def _belongs_to(table: str, what: str, owner: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["partnership_id", f"{what}_id"],
        [f"{owner}.partnership_id", f"{owner}.id"],
        name=f"{table}_{what}_fkey",
    )
