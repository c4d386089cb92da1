"""Which adjustments a setting can make for people who need them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("settings", sa.Column("adjustments", postgresql.ARRAY(sa.Text())))


def downgrade() -> None:
    op.drop_column("settings", "adjustments")
