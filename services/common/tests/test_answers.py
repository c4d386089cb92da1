"""Tests hold every success against the declared response model, also where FastAPI does not look into the answer."""

import httpx
import pytest
from fastapi import APIRouter, FastAPI, Response
from pydantic import BaseModel, ValidationError

from service_common.pagination import Page
from service_common.testing.answers import AsDeclared


class ThingRead(BaseModel):
    size: int


@pytest.mark.parametrize(("item", "is_declared"), [('{"size": 1}', True), ('{"size": "1"}', False), ("{}", False)])
async def test_an_answer_of_another_form_than_declared_fails_the_test(item: str, is_declared: bool) -> None:
    router, app = APIRouter(), FastAPI()

    @router.get("/things", response_model=Page[ThingRead])
    async def list_things() -> Response:
        return Response(f'{{"items": [{item}], "next_cursor": null}}')

    app.include_router(router, prefix="/api")
    async with httpx.AsyncClient(transport=AsDeclared(app), base_url="http://test") as client:
        if is_declared:
            assert (await client.get("/api/things")).status_code == 200
        else:
            with pytest.raises(ValidationError):
                await client.get("/api/things")
