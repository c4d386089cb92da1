"""Everything that the four services answer to, found by asking their applications."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from service_common.settings import ServiceName

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Operation:
    """A method of a path. `spec` is its part of the OpenAPI document, empty for what the document leaves out."""

    service: ServiceName
    method: str
    path: str
    spec: Json
    components: Json
    collections: Mapping[str, str]
    """Path of a collection of the service -> the name that other paths give to the id of one of its items."""
    example: int = 0
    """Which of the examples of its body, where the schema has several; the walk asks with each."""

    def __str__(self) -> str:
        return f"{self.method} {self.path}" + (f" (example {self.example})" if self.example else "")

    def example_of(self, schema: Json) -> Any:
        """Of the body or of a part of it; None: it has none."""
        examples = schema.get("examples") or [None]
        return examples[min(self.example, len(examples) - 1)]

    @property
    def path_parameters(self) -> list[str]:
        return re.findall(r"{(\w+)}", self.path)

    @property
    def creates(self) -> bool:
        return self.method == "POST" and "201" in self.spec.get("responses", {})

    @property
    def item_name(self) -> str | None:
        """What an id in an answer of this operation, or an unnamed one in its body, is called elsewhere."""
        prefixes = [path for path in self.collections if self.path == path or self.path.startswith(f"{path}/")]
        return self.collections[max(prefixes, key=len)] if prefixes else None


def operations(service: ServiceName, app: FastAPI) -> Iterator[Operation]:
    """Each method of each route, also of those that the OpenAPI document does not show."""
    document = app.openapi()
    # In the document, a parameter of a path stands without its converter: {learner_id}, not {learner_id:uuid}.
    routes = [(re.sub(r":\w+}", "}", route.path or ""), route) for route in iter_route_contexts(app.routes)]
    collections = {
        match[1]: match[2] for path, _route in routes if (match := re.fullmatch(r"(.+)/{(\w+)}", path)) is not None
    }
    for path, route in routes:
        for method in sorted(route.methods or ()):
            spec = document["paths"].get(path, {}).get(method.lower(), {})
            components = document.get("components", {})
            of_path = [each for each in spec.get("parameters", ()) if each["in"] == "path"]
            named = [(each["name"], values) for each in of_path if (values := _choices(each["schema"], components))]
            if named:  # a value for each example of the body
                name, values = named[0]
                for n, value in enumerate(values):
                    chosen = path.replace(f"{{{name}}}", value)
                    yield Operation(service, method, chosen, spec, components, collections, n)
            else:
                for n in range(_count_examples(spec, components)):
                    yield Operation(service, method, path, spec, components, collections, n)


def _choices(schema: Json, components: Json) -> list[str]:
    values: list[str] = _resolved(schema, components).get("enum", [])
    return values


def _count_examples(spec: Json, components: Json) -> int:
    body = spec.get("requestBody", {}).get("content", {})
    schema = next(iter(body.values()))["schema"] if body else {}
    return len(_resolved(schema, components).get("examples") or [None])


def _resolved(schema: Json, components: Json) -> Json:
    named: Json = components["schemas"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    return named
