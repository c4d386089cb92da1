"""Qualifications with their versions, and what programmes and learners have to evidence."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from service_common.schema import protect

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    "qualifications",
    "qualification_versions",
    "programme_requirements",
    "required_versions",
    "learner_requirements",
)
_STAYS = """
CREATE FUNCTION refuse_change_of_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.state <> 'draft'
        AND to_jsonb(NEW) - 'state' - 'version' = to_jsonb(OLD) - 'state' - 'version' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a published version of a qualification never changes'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'qualification_versions_published_stays',
            TABLE = 'qualification_versions';
END
$$
"""


def upgrade() -> None:
    op.create_table(
        "qualifications",
        *_partnership_row("qualifications"),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("level", sa.SmallInteger()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.UniqueConstraint("partnership_id", "id", name="qualifications_partnership_unique"),
        sa.UniqueConstraint("partnership_id", "code", name="qualifications_code_unique"),
    )
    op.create_index("qualifications_by_title", "qualifications", ["partnership_id", "title", "id"])
    op.create_table(
        "qualification_versions",
        *_partnership_row("qualification_versions"),
        sa.Column("qualification_id", sa.UUID(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'draft'"), nullable=False),
        sa.Column("source", sa.Text()),
        sa.Column("units", JSONB(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.UniqueConstraint("partnership_id", "id", name="qualification_versions_partnership_unique"),
        sa.UniqueConstraint(
            "partnership_id", "qualification_id", "number", name="qualification_versions_number_unique"
        ),
        _belongs_to("qualification_versions", "qualification", "qualifications"),
        sa.CheckConstraint("state IN ('draft', 'published', 'superseded')", name="qualification_versions_state_check"),
    )
    for state in ("draft", "published"):
        op.create_index(
            f"qualification_versions_one_{state}",
            "qualification_versions",
            ["partnership_id", "qualification_id"],
            unique=True,
            postgresql_where=sa.text(f"state = '{state}'"),
        )
    op.execute(_STAYS)
    op.execute(
        "CREATE TRIGGER published_stays BEFORE UPDATE OR DELETE ON qualification_versions FOR EACH ROW"
        " WHEN (OLD.state <> 'draft') EXECUTE FUNCTION refuse_change_of_published_version()"
    )
    op.create_table(
        "programme_requirements",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("programme_id", sa.UUID(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "programme_id", name="programme_requirements_pkey"),
    )
    op.create_table(
        "required_versions",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("programme_id", sa.UUID(), nullable=False),
        sa.Column("version_id", sa.UUID(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "programme_id", "version_id", name="required_versions_pkey"),
        sa.ForeignKeyConstraint(
            ["partnership_id", "programme_id"],
            ["programme_requirements.partnership_id", "programme_requirements.programme_id"],
            name="required_versions_programme_fkey",
        ),
        _belongs_to("required_versions", "version", "qualification_versions"),
    )
    op.create_table(
        "learner_requirements",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        sa.Column("learner_id", sa.UUID(), nullable=False),
        sa.Column("version_id", sa.UUID(), nullable=False),
        sa.Column("met", JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "learner_id", "version_id", name="learner_requirements_pkey"),
        _belongs_to("learner_requirements", "version", "qualification_versions"),
    )
    protect(*TABLES)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    op.execute("DROP FUNCTION refuse_change_of_published_version()")


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
