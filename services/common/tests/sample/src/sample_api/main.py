"""Notes: list, create, break."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, FastAPI, Query, Response
from pydantic import Field
from sqlalchemy import bindparam

from sample_api.models import Note
from sample_api.settings import SampleSettings
from service_common import audit
from service_common.app import create_service_app
from service_common.auth import CurrentPrincipal, Principal, Role, allow
from service_common.db import ReaderDep, SessionDep, violations
from service_common.etags import SeenVersion, check_version
from service_common.events import publish
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.json_lists import JsonList
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, Problem, problems
from service_common.settings import ServiceSettings
from service_common.types import CalendarDate, Count, Email, Input, Line, Output, Paragraphs

router = APIRouter(prefix="/notes", tags=["notes"])
CanWrite = Annotated[Principal, Depends(allow(Role.COORDINATOR, scope="notes:write"))]


class TitleTaken(Problem):
    status = 409
    type = "/problems/title-taken"
    title = "There is such a note"


class Link(Input):
    kind: Literal["link"]
    address: Line


class Quotation(Input):
    kind: Literal["quotation"]
    words: Line


class NoteCreate(Input):
    title: Line
    text: Paragraphs | None = None
    count: Count = 0
    on: CalendarDate | None = None
    email: Email | None = None
    share: float | None = None
    source: Annotated[Link | Quotation, Field(discriminator="kind")] | None = None


class NoteRead(Output):
    id: UUID
    title: str
    version: int


_BY_TITLE, _NEWEST_FIRST = (
    JsonList(
        NoteRead,
        {"id": Note.id, "title": Note.title, "version": Note.version},
        source=Note.__table__,
        order_by=order,
        filters={"partnership_id": Note.partnership_id == bindparam("partnership_id")},
        descending=descending,
    )
    for order, descending in (((Note.title, Note.id), False), ((Note.id,), True))
)


@router.get("", summary="List notes", response_model=Page[NoteRead])
async def list_notes(
    principal: CurrentPrincipal, reader: ReaderDep, paging: PagingDep, newest_first: Annotated[bool, Query()] = False
) -> Response:
    notes = _NEWEST_FIRST if newest_first else _BY_TITLE
    return await notes.page(reader, paging, partnership_id=principal.partnership_id)


@router.post(
    "", summary="Add a note", status_code=201, response_model=NoteRead, responses=problems(TitleTaken, *ONCE_PROBLEMS)
)
async def create_note(new: NoteCreate, principal: CanWrite, session: SessionDep, once: Once) -> Response:
    async def add() -> Note:
        note = Note(partnership_id=principal.partnership_id, title=new.title)
        session.add(note)
        with violations({"notes_partnership_id_title_unique": TitleTaken("Use another title.")}):
            await session.flush()
        await session.refresh(note)
        await publish(session, "note.created", note.id)
        await audit.record(session, principal, "note.created", note.id, {"kind": "plain"})
        if new.title == "break the commit":
            raise RuntimeError("something secret")
        return note

    return await once.answer(session, NoteRead, add)


@router.put("/{note_id}", summary="Change a note", response_model=NoteRead, responses=problems(NotFound))
async def update_note(
    note_id: UUID, wanted: NoteCreate, _principal: CanWrite, session: SessionDep, seen: SeenVersion
) -> Any:
    note = await session.get(Note, note_id, with_for_update=True)
    if note is None:
        raise NotFound("Look it up in the list.")
    check_version(note, seen)
    note.title, note.version = wanted.title, note.version + 1
    await session.flush()
    return note


def create_app(settings: ServiceSettings | None = None) -> FastAPI:
    return create_service_app(settings or SampleSettings(), title="Sample", description="For tests.", routers=[router])
