"""The shared tables, and the read model of learners."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from service_common.schema import create_system_tables, drop_system_tables, protect

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_system_tables()
    op.create_table(
        "learners",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("given_names", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("enrolments", JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="learners_pkey"),
    )
    op.create_index("learners_by_name", "learners", ["partnership_id", "family_name", "given_names", "id"])
    protect("learners")


def downgrade() -> None:
    op.drop_table("learners")
    drop_system_tables()
