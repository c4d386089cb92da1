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

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

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
            yield Operation(service, method, path, spec, document.get("components", {}), collections)
