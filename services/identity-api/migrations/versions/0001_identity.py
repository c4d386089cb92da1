"""The shared tables, and all of identity's own with the rows that each scope sees of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from service_common.schema import IN_PARTNERSHIP, create_system_tables, drop_system_tables, protect

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NOW = sa.text("now()")
ACTOR = "current_setting('app.actor', true)"
AT_THE_DESK = f"{ACTOR} = 'identity:desk'"
ROLES_ARE_KNOWN = (
    "roles <@ ARRAY['coordinator', 'employer', 'line_manager', 'mentor', 'apprentice', 'tutor', 'assessor', 'iqa',"
    " 'eqa', 'funder', 'administrator']::text[]"
)


def upgrade() -> None:
    create_system_tables()
    _people()
    _signing_in()
    _joining()
    _partners()
    _surroundings()
    _row_level_security()


def _id() -> "sa.Column[object]":
    return sa.Column("id", sa.UUID(), server_default=sa.text("uuidv7()"), nullable=False)


def _at(name: str, *, filled: bool = False, nullable: bool = False) -> "sa.Column[object]":
    return sa.Column(name, sa.DateTime(timezone=True), server_default=NOW if filled else None, nullable=nullable)


def _texts(name: str) -> "sa.Column[object]":
    return sa.Column(name, postgresql.ARRAY(sa.Text()), nullable=False)


def _organisation_ids() -> "sa.Column[object]":
    return sa.Column("organisation_ids", postgresql.ARRAY(sa.UUID()), server_default=sa.text("'{}'"), nullable=False)


def _people() -> None:
    op.create_table(
        "partnerships",
        _id(),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        _at("created_at", filled=True),
        sa.PrimaryKeyConstraint("id", name="partnerships_pkey"),
        sa.UniqueConstraint("key", name="partnerships_key_unique"),
    )
    op.create_table(
        "accounts",
        _id(),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("display_name", sa.Text(), nullable=False),
        _at("created_at", filled=True),
        sa.PrimaryKeyConstraint("id", name="accounts_pkey"),
        sa.UniqueConstraint("email", name="accounts_email_unique"),
        sa.CheckConstraint("email = lower(email)", name=op.f("accounts_email_is_lower_case")),
    )
    op.create_table(
        "credentials",
        _id(),
        sa.Column("account_id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        _at("changed_at", filled=True),
        sa.PrimaryKeyConstraint("id", name="credentials_pkey"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="credentials_account_id_fkey", ondelete="CASCADE"
        ),
        sa.CheckConstraint("kind IN ('password')", name=op.f("credentials_kind_is_known")),
    )
    op.create_index(
        "credentials_one_password",
        "credentials",
        ["account_id"],
        unique=True,
        postgresql_where=sa.text("kind = 'password'"),
    )
    op.create_table(
        "memberships",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        _id(),
        sa.Column("account_id", sa.UUID(), nullable=False),
        _texts("roles"),
        _organisation_ids(),
        sa.Column("learner_id", sa.UUID()),
        sa.Column("label", sa.Text()),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        _at("joined_at", filled=True),
        _at("last_used_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="memberships_pkey"),
        sa.ForeignKeyConstraint(["partnership_id"], ["partnerships.id"], name="memberships_partnership_id_fkey"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="memberships_account_id_fkey", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("partnership_id", "id", name="memberships_partnership_id_id_unique"),
        sa.UniqueConstraint("partnership_id", "account_id", name="memberships_once_in_a_partnership"),
        sa.CheckConstraint("cardinality(roles) > 0", name=op.f("memberships_has_a_role")),
        sa.CheckConstraint(ROLES_ARE_KNOWN, name=op.f("memberships_roles_are_known")),
    )
    op.create_index("memberships_by_account", "memberships", ["account_id"])


def _signing_in() -> None:
    op.create_table(
        "sessions",
        _id(),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", sa.UUID(), nullable=False),
        sa.Column("membership_id", sa.UUID()),
        _texts("methods"),
        sa.Column("user_agent", sa.Text(), nullable=False),
        _at("created_at"),
        _at("last_seen_at"),
        sa.Column("idle_limit", sa.Interval(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="sessions_pkey"),
        sa.UniqueConstraint("token_hash", name="sessions_token_hash_unique"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="sessions_account_id_fkey", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["memberships.id"], name="sessions_membership_id_fkey", ondelete="CASCADE"
        ),
    )
    op.create_index("sessions_by_account", "sessions", ["account_id", "id"])
    op.create_index("sessions_by_membership", "sessions", ["membership_id"])
    op.create_table(
        "signing_keys",
        sa.Column("kid", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("public_jwk", postgresql.JSONB(), nullable=False),
        sa.Column("sealed_private_pem", sa.LargeBinary(), nullable=False),
        _at("state_since", filled=True),
        sa.PrimaryKeyConstraint("kid", name="signing_keys_pkey"),
        sa.CheckConstraint("state IN ('next', 'current', 'retired')", name=op.f("signing_keys_state_is_known")),
    )
    op.create_index(
        "signing_keys_one_in_use",
        "signing_keys",
        ["state"],
        unique=True,
        postgresql_where=sa.text("state <> 'retired'"),
    )
    op.create_table(
        "attempts",
        _id(),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_hash", sa.LargeBinary(), nullable=False),
        sa.Column("network", sa.Text(), nullable=False),
        _at("attempted_at"),
        sa.PrimaryKeyConstraint("id", name="attempts_pkey"),
    )
    op.create_index("attempts_by_subject", "attempts", ["kind", "subject_hash", "attempted_at"])
    op.create_index("attempts_by_network", "attempts", ["kind", "network", "attempted_at"])
    op.create_index("attempts_by_age", "attempts", ["attempted_at"])


def _joining() -> None:
    op.create_table(
        "invitations",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        _id(),
        sa.Column("email", sa.Text(), nullable=False),
        _texts("roles"),
        _organisation_ids(),
        sa.Column("learner_id", sa.UUID()),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        _at("created_at"),
        _at("expires_at"),
        _at("accepted_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="invitations_pkey"),
        sa.ForeignKeyConstraint(["partnership_id"], ["partnerships.id"], name="invitations_partnership_id_fkey"),
        sa.UniqueConstraint("partnership_id", "id", name="invitations_partnership_id_id_unique"),
        sa.UniqueConstraint("token_hash", name="invitations_token_hash_unique"),
        sa.CheckConstraint("cardinality(roles) > 0", name=op.f("invitations_has_a_role")),
        sa.CheckConstraint(ROLES_ARE_KNOWN, name=op.f("invitations_roles_are_known")),
    )
    op.create_index(
        "invitations_one_open",
        "invitations",
        ["partnership_id", "email"],
        unique=True,
        postgresql_where=sa.text("accepted_at IS NULL"),
    )
    op.create_table(
        "password_resets",
        _id(),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary()),
        _at("requested_at"),
        _at("expires_at"),
        sa.PrimaryKeyConstraint("id", name="password_resets_pkey"),
        sa.UniqueConstraint("token_hash", name="password_resets_token_hash_unique"),
    )
    op.create_index("password_resets_by_age", "password_resets", ["requested_at"])


def _partners() -> None:
    op.create_table(
        "partner_clients",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        _id(),
        sa.Column("name", sa.Text(), nullable=False),
        _texts("scopes"),
        _at("created_at", filled=True),
        sa.PrimaryKeyConstraint("id", name="partner_clients_pkey"),
        sa.ForeignKeyConstraint(["partnership_id"], ["partnerships.id"], name="partner_clients_partnership_id_fkey"),
        sa.UniqueConstraint("partnership_id", "id", name="partner_clients_partnership_id_id_unique"),
        sa.UniqueConstraint("partnership_id", "name", name="partner_clients_partnership_id_name_unique"),
    )
    op.create_table(
        "partner_client_secrets",
        sa.Column("partnership_id", sa.UUID(), nullable=False),
        _id(),
        sa.Column("client_id", sa.UUID(), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        _at("created_at", filled=True),
        _at("last_used_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="partner_client_secrets_pkey"),
        sa.ForeignKeyConstraint(
            ["partnership_id", "client_id"],
            ["partner_clients.partnership_id", "partner_clients.id"],
            name="partner_client_secrets_partnership_id_client_id_fkey",
            ondelete="CASCADE",
        ),
    )
    op.create_index("partner_client_secrets_by_client", "partner_client_secrets", ["partnership_id", "client_id"])


def _surroundings() -> None:
    op.create_table(
        "outgoing_mail",
        _id(),
        sa.Column("partnership_id", sa.UUID()),
        sa.Column("sealed_message", sa.LargeBinary()),
        _at("created_at", filled=True),
        _at("sent_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="outgoing_mail_pkey"),
    )
    op.create_index("outgoing_mail_by_age", "outgoing_mail", ["created_at"])
    op.create_table(
        "demonstration_sign_ins",
        sa.Column("account_id", sa.UUID(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="demonstration_sign_ins_pkey"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="demonstration_sign_ins_account_id_fkey", ondelete="CASCADE"
        ),
    )


def _row_level_security() -> None:
    """The desk is identity acting for itself; a principal sees its partnership's rows and its own account's."""
    protect(
        "credentials",
        "signing_keys",
        "attempts",
        "password_resets",
        "outgoing_mail",
        "demonstration_sign_ins",
        "partnerships",
        policy=AT_THE_DESK,
    )
    protect(
        "memberships",
        "invitations",
        "partner_clients",
        "partner_client_secrets",
        policy=f"{IN_PARTNERSHIP} OR {AT_THE_DESK}",
    )
    protect("accounts", policy=f"{ACTOR} = 'person:' || id OR {AT_THE_DESK}")
    protect("sessions", policy=f"{ACTOR} = 'person:' || account_id OR {AT_THE_DESK}")
    here = IN_PARTNERSHIP.removeprefix("partnership_id")
    op.execute(f"CREATE POLICY own ON partnerships FOR SELECT USING (id {here})")
    op.execute(
        "CREATE POLICY colleagues ON accounts FOR SELECT USING (EXISTS (SELECT FROM memberships"
        f" WHERE account_id = accounts.id AND {IN_PARTNERSHIP}))"
    )


def downgrade() -> None:
    for table in (
        "demonstration_sign_ins",
        "outgoing_mail",
        "partner_client_secrets",
        "partner_clients",
        "password_resets",
        "invitations",
        "attempts",
        "signing_keys",
        "sessions",
        "memberships",
        "credentials",
        "accounts",
        "partnerships",
    ):
        # A policy on one table may read another; CASCADE drops the policy with it.
        op.execute(f"DROP TABLE {table} CASCADE")
    drop_system_tables()
