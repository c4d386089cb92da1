"""What the lists of learners-api are measured against: PostgreSQL writes the JSON, and bare ASGI sends it.

No framework, no tokens, no log, no figures. What it shares with the service is what nobody could leave out: the login
role that row-level security binds, one transaction for each request, and the partnership set in it.
"""

import os
from collections.abc import Awaitable, Callable
from typing import Any

from psycopg_pool import AsyncConnectionPool

_ENROLMENT = """
e.id, e.learner_id, l.given_names, l.family_name, l.preferred_name, l.uln_is_temporary, e.cohort_id,
c.name AS cohort_name, c.programme_id, p.name AS programme_name, e.employer_organisation_id, o.name AS employer_name,
e.recruited_as, e.started_on, e.planned_end_on, e.state, e.break_started_on, e.return_expected_on, e.ended_on,
e.withdrawal_reason, e.outcome, e.version
"""

_ENROLMENTS = f"""
SELECT json_build_object('items', json_agg(item))::text FROM (
    SELECT {_ENROLMENT}
    FROM enrolments AS e
        JOIN learners AS l ON l.partnership_id = e.partnership_id AND l.id = e.learner_id
        JOIN cohorts AS c ON c.partnership_id = e.partnership_id AND c.id = e.cohort_id
        JOIN programmes AS p ON p.partnership_id = c.partnership_id AND p.id = c.programme_id
        LEFT JOIN organisations AS o ON o.partnership_id = e.partnership_id AND o.id = e.employer_organisation_id
    WHERE e.partnership_id = %s
    ORDER BY l.sort_name, l.id, e.id
    LIMIT 50
) AS item
"""

_LEARNERS = """
SELECT json_build_object('items', json_agg(item))::text FROM (
    SELECT l.id, l.given_names, l.family_name, l.preferred_name, l.date_of_birth, l.uln, l.uln_is_temporary, (
        SELECT row_to_json(enrolment) FROM (
            SELECT e.id, e.cohort_id, c.name AS cohort_name, c.programme_id, p.name AS programme_name,
                e.employer_organisation_id, o.name AS employer_name, e.state, e.started_on, e.planned_end_on, e.ended_on
            FROM enrolments AS e
                JOIN cohorts AS c ON c.partnership_id = e.partnership_id AND c.id = e.cohort_id
                JOIN programmes AS p ON p.partnership_id = c.partnership_id AND p.id = c.programme_id
                LEFT JOIN organisations AS o
                    ON o.partnership_id = e.partnership_id AND o.id = e.employer_organisation_id
            WHERE e.partnership_id = l.partnership_id AND e.learner_id = l.id
            ORDER BY e.started_on DESC
            LIMIT 1
        ) AS enrolment
    ) AS latest_enrolment
    FROM learners AS l
    WHERE l.partnership_id = %s
    ORDER BY l.sort_name, l.id
    LIMIT 50
) AS item
"""

_STATEMENTS = {"/enrolments": _ENROLMENTS, "/learners": _LEARNERS}
_PARTNERSHIP_ID = os.environ["BENCH_PARTNERSHIP_ID"]
_pool = AsyncConnectionPool(os.environ["BENCH_DATABASE_URL"], min_size=1, max_size=10, open=False)

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


async def app(scope: Message, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await _run(receive, send)
        return
    async with _pool.connection() as connection, connection.transaction():
        await connection.execute("SELECT set_config('app.partnership_id', %s, true)", [_PARTNERSHIP_ID])
        cursor = await connection.execute(_STATEMENTS[scope["path"]], [_PARTNERSHIP_ID])
        (body,) = await cursor.fetchone() or ("",)
    content = body.encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(content)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": content})


async def _run(receive: Receive, send: Send) -> None:
    await receive()
    await _pool.open()
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await _pool.close()
    await send({"type": "lifespan.shutdown.complete"})
