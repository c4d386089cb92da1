"""Minutes by car that a routing service gave."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from service_common.schema import protect

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "car_journeys",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("learner_id", sa.UUID(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.Column("minutes", postgresql.JSONB(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "learner_id", name="car_journeys_pkey"),
    )
    protect("car_journeys")


def downgrade() -> None:
    op.drop_table("car_journeys")
