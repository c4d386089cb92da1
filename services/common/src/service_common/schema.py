"""What migrations of every service call: the shared tables, and row-level security for a service's own.

A service's database has the schemas `public` (its own tables), `system` (the tables here) and `jobs` (procrastinate).
All objects belong to the database's owner role, which nobody signs in as; the service's login role is granted what
it needs and nothing more.
"""

from collections.abc import Iterable
from importlib.resources import files

from alembic import op

IN_PARTNERSHIP = "partnership_id = nullif(current_setting('app.partnership_id', true), '')::uuid"
EVERYTHING = "current_setting('app.everything', true) = 'on'"

_SYSTEM = f"""
CREATE SCHEMA system;

CREATE TABLE system.events (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    position bigint,
    event_id uuid NOT NULL DEFAULT uuidv7(),
    partnership_id uuid NOT NULL,
    type text NOT NULL,
    subject uuid NOT NULL,
    occurred_at timestamptz NOT NULL DEFAULT now(),
    data jsonb NOT NULL
);
CREATE UNIQUE INDEX events_position ON system.events (position);
CREATE UNIQUE INDEX events_partnership_position ON system.events (partnership_id, position);
CREATE INDEX events_without_position ON system.events (xid, id) WHERE position IS NULL;
ALTER TABLE system.events ENABLE ROW LEVEL SECURITY;
ALTER TABLE system.events FORCE ROW LEVEL SECURITY;
CREATE POLICY reading ON system.events FOR SELECT USING ({IN_PARTNERSHIP} OR {EVERYTHING});
CREATE POLICY publishing ON system.events FOR INSERT WITH CHECK ({IN_PARTNERSHIP});
CREATE POLICY numbering ON system.events FOR UPDATE USING ({EVERYTHING});

-- Gives the events whose place is settled the next positions of the feed. Settled is an event when no transaction
-- that began before it can still commit; one that seems to come from the future was restored from another server.
CREATE FUNCTION system.number_events() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = system, pg_temp AS $$
DECLARE
    asked_for_everything text := coalesce(current_setting('app.everything', true), '');
BEGIN
    PERFORM FROM events WHERE position IS NULL LIMIT 1;
    IF NOT FOUND OR NOT pg_try_advisory_xact_lock(hashtextextended('system.number_events', 0)) THEN
        RETURN;
    END IF;
    PERFORM set_config('app.everything', 'on', true);
    UPDATE events SET position = settled.position
    FROM (
        SELECT id, (SELECT coalesce(max(position), 0) FROM events) + row_number() OVER (ORDER BY xid, id) AS position
        FROM events
        WHERE position IS NULL
            AND (xid < pg_snapshot_xmin(pg_current_snapshot()) OR xid >= pg_snapshot_xmax(pg_current_snapshot()))
    ) AS settled
    WHERE events.id = settled.id;
    PERFORM set_config('app.everything', asked_for_everything, true);
END
$$;

CREATE TABLE system.feed_cursors (
    feed text PRIMARY KEY,
    cursor bigint NOT NULL DEFAULT 0,
    events_applied bigint NOT NULL DEFAULT 0,
    moved_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE system.feed_cursors ENABLE ROW LEVEL SECURITY;
ALTER TABLE system.feed_cursors FORCE ROW LEVEL SECURITY;
CREATE POLICY own_services ON system.feed_cursors USING ({EVERYTHING});

CREATE TABLE system.idempotency_keys (
    partnership_id uuid NOT NULL,
    principal text NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    status smallint NOT NULL,
    headers jsonb NOT NULL,
    body bytea NOT NULL,
    answered_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (partnership_id, principal, key)
);
CREATE INDEX idempotency_keys_answered_at ON system.idempotency_keys (answered_at);
ALTER TABLE system.idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE system.idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY partnership ON system.idempotency_keys
    USING ({IN_PARTNERSHIP} OR {EVERYTHING}) WITH CHECK ({IN_PARTNERSHIP});

CREATE TABLE system.audit_entries (
    partnership_id uuid NOT NULL,
    position bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail jsonb NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (partnership_id, position)
);
ALTER TABLE system.audit_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE system.audit_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY partnership ON system.audit_entries USING ({IN_PARTNERSHIP});

-- Each entry's hash covers its own text and the hash before it, so that none can be changed or left out unseen.
CREATE FUNCTION system.audit_hash(before bytea, entry system.audit_entries) RETURNS bytea
LANGUAGE sql IMMUTABLE AS $$
    SELECT sha256(coalesce(before, ''::bytea) || convert_to(jsonb_build_array(
        entry.partnership_id, entry.position, extract(epoch FROM entry.recorded_at), entry.actor, entry.action,
        entry.subject, entry.detail)::text, 'UTF8'))
$$;

CREATE FUNCTION system.chain_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last_entry system.audit_entries;
BEGIN
    -- One writer at a time for each partnership, until its transaction ends.
    PERFORM pg_advisory_xact_lock(hashtextextended('audit/' || NEW.partnership_id, 0));
    SELECT * INTO last_entry FROM system.audit_entries
        WHERE partnership_id = NEW.partnership_id ORDER BY position DESC LIMIT 1;
    NEW.position := coalesce(last_entry.position, 0) + 1;
    NEW.recorded_at := clock_timestamp();
    NEW.hash := system.audit_hash(last_entry.hash, NEW);
    RETURN NEW;
END
$$;
CREATE TRIGGER chain BEFORE INSERT ON system.audit_entries
    FOR EACH ROW EXECUTE FUNCTION system.chain_audit_entry();
"""

_JOBS_FIND_THEIR_TABLES = """
DO $$
DECLARE
    function regprocedure;
BEGIN
    -- So that a job can be enqueued in a transaction whose search path does not name the schema.
    FOR function IN SELECT oid FROM pg_proc WHERE pronamespace = 'jobs'::regnamespace LOOP
        EXECUTE format('ALTER FUNCTION %s SET search_path = jobs, public', function);
    END LOOP;
END
$$;
"""


def create_system_tables() -> None:
    """Create the schemas `system` and `jobs`. For the first migration of a service."""
    _execute(_SYSTEM)
    _execute("CREATE SCHEMA jobs; SET LOCAL search_path = jobs, public;")
    _execute(files("procrastinate").joinpath("sql/schema.sql").read_text())
    _execute(_JOBS_FIND_THEIR_TABLES)
    _execute("SET LOCAL search_path = public;")


def drop_system_tables() -> None:
    _execute("DROP SCHEMA jobs CASCADE; DROP SCHEMA system CASCADE;")


def protect(*tables: str, policy: str = IN_PARTNERSHIP) -> None:
    """Force row-level security on tables: `policy` is the SQL condition under which a row exists for a request."""
    for table in tables:
        _execute(
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; ALTER TABLE {table} FORCE ROW LEVEL SECURITY;"
            f" CREATE POLICY partnership ON {table} USING ({policy});"
        )


def grant_to(login_role: str, read_models: Iterable[str] = ()) -> list[str]:
    """The grants of a service's login role; run after each upgrade, because new tables are not granted yet.

    Audit entries may be added and read, never changed; read models may also be emptied, to be rebuilt.
    """
    return [
        f'GRANT USAGE ON SCHEMA public, system, jobs TO "{login_role}"',
        f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, jobs TO "{login_role}"',
        f'GRANT SELECT, INSERT ON system.events, system.audit_entries TO "{login_role}"',
        f'GRANT SELECT, INSERT, UPDATE, DELETE ON system.feed_cursors, system.idempotency_keys TO "{login_role}"',
        f'GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, system, jobs TO "{login_role}"',
        f'GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public, system, jobs TO "{login_role}"',
        *(f'GRANT TRUNCATE ON {table} TO "{login_role}"' for table in read_models),
    ]


def _execute(sql: str) -> None:
    # Straight to the driver: the texts hold colons and percent signs that SQLAlchemy would read as parameters.
    connection = op.get_bind().connection.driver_connection
    if connection is None:
        msg = "migrations run on a live connection only"
        raise RuntimeError(msg)
    connection.execute(sql)
