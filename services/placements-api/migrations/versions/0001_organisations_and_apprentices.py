"""The shared tables, organisations, and the read model of apprentices."""

import sqlalchemy as sa
from alembic import op

from service_common.schema import create_system_tables, drop_system_tables, protect

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_system_tables()
    op.create_table(
        "organisations",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("postcode", sa.Text()),
        sa.Column("ods_code", sa.Text()),
        sa.Column("cqc_provider_id", sa.Text()),
        sa.Column("ukprn", sa.Text()),
        sa.Column("employer_id", sa.Text()),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("id", sa.UUID(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="organisations_pkey"),
        sa.UniqueConstraint("partnership_id", "id", name="organisations_partnership_id_id_unique"),
        sa.UniqueConstraint("partnership_id", "name", name="organisations_partnership_id_name_unique"),
    )
    op.create_table(
        "apprentices",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("enrolment_id", sa.UUID(), nullable=False),
        sa.Column("learner_id", sa.UUID(), nullable=False),
        sa.Column("given_names", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("date_of_birth", sa.Date(), nullable=False),
        sa.Column("programme_id", sa.UUID(), nullable=False),
        sa.Column("cohort_id", sa.UUID(), nullable=False),
        sa.Column("employer_organisation_id", sa.UUID(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("planned_end_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date()),
        sa.PrimaryKeyConstraint("enrolment_id", name="apprentices_pkey"),
    )
    op.create_index(
        "apprentices_by_name", "apprentices", ["partnership_id", "family_name", "given_names", "enrolment_id"]
    )
    op.create_index("apprentices_by_learner", "apprentices", ["partnership_id", "learner_id"])
    op.create_index("apprentices_by_cohort", "apprentices", ["partnership_id", "cohort_id"])
    protect("organisations", "apprentices")


def downgrade() -> None:
    op.drop_table("apprentices")
    op.drop_table("organisations")
    drop_system_tables()
