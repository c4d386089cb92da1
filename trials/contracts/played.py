"""An upstream played from its OpenAPI file: it refuses what the file does not allow, and answers whatever it allows."""

import json
from collections.abc import Mapping
from functools import cache
from itertools import cycle, islice
from typing import Any
from urllib.parse import parse_qsl

import httpx
import jsonschema_rs

from crossway_local.checkout import CHECKOUT
from service_common.settings import ServiceName

Json = Mapping[str, Any]

SHAPES = 24
"""More than any enumeration has members."""


@cache
def document(service: ServiceName) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((CHECKOUT / "services" / f"{service}-api" / "openapi.json").read_text())
    return loaded


TEXTS = {
    None: "text",
    "uuid": "019a8f2e-7c00-7000-8000-000000000001",
    "date": "2027-03-01",
    "date-time": "2027-03-01T09:30:00Z",
}


class PlayedFromFile(httpx.AsyncBaseTransport):
    """One of the services, and identity's token endpoint. Each answer has another of the shapes that its schema allows:
    null or not, each member of an enumeration, lists with and without items."""

    def __init__(self, shape: int) -> None:
        self.asked: list[str] = []
        self._shape = shape

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        service: ServiceName = request.url.host  # type: ignore[assignment]
        described = document(service)
        operation = described["paths"][request.url.path][request.method.lower()]
        self.asked.append(f"{request.method} {request.url.path}")
        content = operation.get("requestBody", {}).get("content", {})
        if "application/json" in content:
            self._check(described, content["application/json"]["schema"], json.loads(request.content))
        elif content:
            form = dict(parse_qsl(request.content.decode()))
            self._check(described, content["application/x-www-form-urlencoded"]["schema"], form)
        answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
        return httpx.Response(200, json=instance(described, answer, self._shape))

    def _check(self, described: Json, schema: Json, sent: Any) -> None:
        jsonschema_rs.validate({**schema, "components": described["components"]}, sent)


def instance(described: Json, schema: Json, shape: int) -> Any:
    """A value that the schema allows; which one depends on `shape`."""
    while "$ref" in schema:
        schema = described["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    choices = schema.get("anyOf", schema.get("oneOf"))
    if choices is not None:
        return instance(described, _turn(choices, shape), shape)
    if "const" in schema or "enum" in schema:
        return schema.get("const", _turn(schema.get("enum", [None]), shape))
    if schema["type"] == "object":
        return {name: instance(described, inner, shape) for name, inner in schema.get("properties", {}).items()}
    if schema["type"] == "array":
        return [instance(described, schema["items"], shape + n) for n in range(shape % 3)]
    return {
        "string": TEXTS[schema.get("format")],
        "integer": schema.get("minimum", 600),
        "number": schema.get("minimum", 37.5),
        "boolean": shape % 2 == 0,
        "null": None,
    }[schema["type"]]


def _turn(kinds: list[Any], shape: int) -> Any:
    return next(islice(cycle(kinds), shape, None))
