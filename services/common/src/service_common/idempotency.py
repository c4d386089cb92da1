"""`Idempotency-Key`: a request that is sent twice has one effect and one answer.

    @router.post("/cohorts", status_code=201, response_model=CohortRead, responses=problems(*ONCE_PROBLEMS))
    async def create_cohort(new: CohortCreate, session: SessionDep, once: Once) -> Response:
        return await once.answer(session, CohortRead, lambda: open_cohort(session, new))

The key, a hash of the request and the answer are stored in the transaction of the effect: either all are there or
none. Kept for 48 hours.

Source: IETF draft "The Idempotency-Key HTTP Header Field" (httpapi working group), sections 2.2 to 2.7.
"""

import hashlib
import json
from collections.abc import Awaitable, Callable
from typing import Annotated, Any

from fastapi import Depends, Header, Request, Response
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from service_common.auth import CurrentPrincipal, Principal
from service_common.db import DataScope, Sessions, transaction
from service_common.etags import etag
from service_common.problems import InvalidInput, Problem


class IdempotencyKeyMissing(Problem):
    status = 400
    type = "/problems/idempotency-key-missing"
    title = "Send an Idempotency-Key"


class IdempotencyKeyReused(Problem):
    status = 422
    type = "/problems/idempotency-key-reused"
    title = "The Idempotency-Key was used for another request"


class RequestInProgress(Problem):
    status = 409
    type = "/problems/request-in-progress"
    title = "The same request is still being worked on"


ONCE_PROBLEMS = (IdempotencyKeyMissing, IdempotencyKeyReused, InvalidInput, RequestInProgress)
"""Of every operation that takes a key. Invalid input is among them because it shares its status with a reused key."""

_TRY_LOCK = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:lock, 0))")
_FIND = text(
    "SELECT request_hash, status, headers, body FROM system.idempotency_keys"
    " WHERE principal = :principal AND key = :key AND answered_at > now() - interval '48 hours'"
)
_FORGET = text("DELETE FROM system.idempotency_keys WHERE answered_at <= now() - interval '48 hours'")
_STORE = text(
    "INSERT INTO system.idempotency_keys (partnership_id, principal, key, request_hash, status, headers, body)"
    " VALUES (:partnership_id, :principal, :key, :request_hash, :status, CAST(:headers AS jsonb), :body)"
    " ON CONFLICT (partnership_id, principal, key) DO UPDATE SET request_hash = excluded.request_hash,"
    " status = excluded.status, headers = excluded.headers, body = excluded.body, answered_at = now()"
)


class OnceOnly:
    """The key of the present request; `answer` runs the effect unless it has run before."""

    def __init__(self, principal: Principal, key: str, request_hash: bytes) -> None:
        self._principal = principal
        self._key = key
        self._request_hash = request_hash

    async def answer(
        self,
        session: AsyncSession,
        model: type[BaseModel],
        effect: Callable[[], Awaitable[Any]],
        *,
        status: int = 201,
    ) -> Response:
        """Run the effect and answer with `model` of its result, or give the earlier answer again, byte for byte.

        Raises `RequestInProgress` while another request with the key runs, `IdempotencyKeyReused` when the key came
        with something else before.
        """
        lock = f"{self._principal.partnership_id}/{self._principal.actor}/{self._key}"
        if not (await session.execute(_TRY_LOCK, {"lock": lock})).scalar_one():
            raise RequestInProgress("Wait for the answer to the first one, or send this again in a moment.")
        which = {"principal": self._principal.actor, "key": self._key}
        earlier = (await session.execute(_FIND, which)).one_or_none()
        if earlier is not None:
            if bytes(earlier.request_hash) != self._request_hash:
                raise IdempotencyKeyReused("Use a new Idempotency-Key for a new request.")
            return Response(bytes(earlier.body), earlier.status, earlier.headers, "application/json")
        result = await effect()
        body = model.model_validate(result).model_dump_json().encode()
        headers = {"ETag": etag(result.version)} if hasattr(result, "version") else {}
        await session.execute(
            _STORE,
            {
                **which,
                "partnership_id": self._principal.partnership_id,
                "request_hash": self._request_hash,
                "status": status,
                "headers": json.dumps(headers),
                "body": body,
            },
        )
        return Response(body, status, headers, "application/json")


async def _once(
    request: Request,
    principal: CurrentPrincipal,
    idempotency_key: Annotated[
        str | None,
        Header(
            description="A value of your own, such as a UUID, that is the same when you send this request again.",
            min_length=1,
            max_length=100,
            pattern=r"^[!-~]*$",
        ),
    ] = None,
) -> OnceOnly:
    if idempotency_key is None:
        raise IdempotencyKeyMissing("Send the header Idempotency-Key: a value of your own for each new request.")
    request_hash = hashlib.sha256(
        b"\n".join([request.method.encode(), request.url.path.encode(), await request.body()])
    ).digest()
    return OnceOnly(principal, idempotency_key, request_hash)


Once = Annotated[OnceOnly, Depends(_once)]


async def forget_old_answers(sessions: Sessions) -> None:
    """Delete what has been kept long enough; the worker of each service does, every hour."""
    async with transaction(sessions, DataScope(everything=True)) as session:
        await session.execute(_FORGET)
