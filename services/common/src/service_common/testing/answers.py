"""Answers are what the operation declares, also those that FastAPI does not look into.

PostgreSQL writes the pages of lists; FastAPI passes them on unread. So whatever a test asks for, its success is held
against the response model of the route.
"""

import httpx
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from pydantic import TypeAdapter
from starlette.routing import compile_path


class AsDeclared(httpx.ASGITransport):
    """Asks the application in this process. Raises ValidationError for an answer of another form than declared."""

    def __init__(self, app: FastAPI) -> None:
        super().__init__(app, raise_app_exceptions=False)
        self._declared = [
            (compile_path(route.path or "")[0], route.methods or set(), route.original_route.response_model)
            for route in iter_route_contexts(app.routes)
            if isinstance(route.original_route, APIRoute) and route.original_route.response_model
        ]

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await super().handle_async_request(request)
        content = await answer.aread()
        if answer.is_success and content:
            for path, methods, model in self._declared:
                if request.method in methods and path.match(request.url.path):
                    TypeAdapter(model).validate_json(content, strict=True)
                    break
        return answer
