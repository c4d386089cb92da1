"""Notes."""

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
        "notes",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("id", sa.UUID(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="notes_pkey"),
        sa.UniqueConstraint("partnership_id", "title", name="notes_partnership_id_title_unique"),
    )
    protect("notes")


def downgrade() -> None:
    op.drop_table("notes")
    drop_system_tables()
