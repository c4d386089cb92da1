"""Fills an operation's request from its schema, so that nobody has to list operations.

Ids are slots: what goes into each is the caller's choice, by the name of the field. The rest is made to be accepted:
examples of the schema first, then what the schema allows, with dates around today.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from learners_api.learners.uln import check_digit
from trials.tenancy.operations import Json, Operation

PASSWORD = "granite-willow-harbour"
TODAY = datetime.now(UTC).date()
Choose = Callable[[str, str], str]
"""(slot, name of the id) -> the id to put there. Raises LookupError when there is none of that name."""


class Unfillable(Exception):
    """The trial cannot make a request for this operation: give `filling.py` what it says is missing."""


@dataclass(frozen=True)
class Filled:
    """A request, without its sender."""

    method: str
    path: str
    parameters: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    json: Any = None
    form: dict[str, Any] | None = None
    sheet: str | None = None


_serial = count(100_000_000)


def _uln() -> str:
    while (digit := check_digit(first := str(next(_serial)))) is None:
        pass
    return f"{first}{digit}"


def _day(name: str) -> date:
    """Starts lie behind us, ends before us; nobody is too young, and what is valid was so before anything starts."""
    if "birth" in name:
        return date(2001, 2, 3)
    if name.startswith("valid"):
        return TODAY - timedelta(days=60)
    return TODAY + timedelta(days=300 if re.search("end|expect|expire|until", name) else -20)


NAMED: dict[str, Callable[[str], Any]] = {
    "uln": lambda _mark: _uln(),
    "email": lambda mark: f"person-{next(_serial)}@{mark}.example.org",
    "password": lambda _mark: PASSWORD,
    "current_password": lambda _mark: PASSWORD,
    "new_password": lambda _mark: "lantern-orchard-pebble",
    "token": lambda _mark: "not-the-token-that-was-mailed",
    "grant_type": lambda _mark: "client_credentials",
    "client_secret": lambda _mark: "not-the-secret",
    "wait": lambda _mark: 0,
}
"""Fields that need more than their schema says; called with the mark of the partnership."""


class Filler:
    """Makes the requests of one operation for one partnership, whose texts carry its mark."""

    def __init__(self, operation: Operation, mark: str, overrides: Json) -> None:
        self._operation = operation
        self._mark = mark
        self._overrides = overrides

    def fill(self, choose: Choose, extra: tuple[str, Any] | None = None) -> Filled:
        """A request with everything required, and the optional query parameter `extra` with that value."""
        operation, spec = self._operation, self._operation.spec
        path = operation.path
        for name in operation.path_parameters:
            secret = self._overrides.get(f"{spec.get('operationId')}.{name}")
            path = path.replace(f"{{{name}}}", secret or self._chosen(choose, f"path:{name}", name))
        parameters, headers = dict([extra] if extra else ()), {"Idempotency-Key": str(uuid4())}
        for parameter in spec.get("parameters", ()):
            name = parameter["name"]
            if parameter["in"] == "query" and parameter.get("required"):
                parameters[name] = self._value(parameter["schema"], name, f"query:{name}", choose)
        body = spec.get("requestBody", {}).get("content", {})
        json = form = sheet = None
        if "application/json" in body:
            json = self._value(body["application/json"]["schema"], "", "body:", choose)
        elif "text/csv" in body:
            sheet = self._sheet(operation.example_of(body["text/csv"]["schema"]), choose)
        elif body:
            form = self._value(next(iter(body.values()))["schema"], "", "body:", choose)
        return Filled(operation.method, path, parameters, headers, json, form, sheet)

    def _sheet(self, example: str, choose: Choose) -> str:
        """The example, with ids that are chosen by the names of their columns."""
        lines = [line.split(",") for line in example.splitlines()]
        names = lines[0]
        for line in lines[1:]:
            for n, cell in enumerate(line):
                if _holds_ids(cell):
                    line[n] = self._chosen(choose, f"body:/{names[n]}", names[n])
        return "\n".join(map(",".join, lines))

    def optional_parameters(self) -> Iterator[tuple[str, Json]]:
        """Name and schema, without null, of each query parameter that may be left out."""
        for parameter in self._operation.spec.get("parameters", ()):
            if parameter["in"] == "query" and not parameter.get("required"):
                yield parameter["name"], self._resolve(parameter["schema"])

    def _resolve(self, schema: Json, example: Any = None) -> Json:
        """The schema itself: no reference, no choice with null, and of several kinds that of the example."""
        if "$ref" in schema:
            return self._resolve(self._operation.components["schemas"][schema["$ref"].rsplit("/", 1)[1]], example)
        for choices in ("anyOf", "oneOf"):
            if choices in schema:
                kinds = [kind for kind in schema[choices] if kind.get("type") != "null"]
                kind = self._resolve(kinds[0], example)
                if isinstance(example, dict) and "discriminator" in schema:
                    told_by = schema["discriminator"]
                    kind = self._resolve({"$ref": told_by["mapping"][example[told_by["propertyName"]]]})
                return {**kind, **({"examples": schema["examples"]} if "examples" in schema else {})}
        return schema

    def _chosen(self, choose: Choose, slot: str, name: str) -> str:
        try:
            return choose(slot, self._operation.item_name or name if name in {"id", "ids"} else name)
        except LookupError as error:
            raise Unfillable(f"{self._operation}: no {name} is known for {slot}") from error

    def _value(self, schema: Json, name: str, slot: str, choose: Choose, example: Any = None) -> Any:
        """`example`: what the example of the whole has in this place."""
        schema = self._resolve(schema, example)
        given = self._given(name)
        if given is None and name in NAMED:
            given = NAMED[name](self._mark)
        if given is None and ("const" in schema or "enum" in schema):
            given = schema.get("const", schema.get("enum", [None])[0])
        return self._of_type(schema, name, slot, choose, example) if given is None else given

    def _of_type(self, schema: Json, name: str, slot: str, choose: Choose, example: Any) -> Any:
        match schema.get("type"):
            case "object":
                return self._object(schema, slot, choose, example)
            case "array":
                first = example[0] if isinstance(example, list) and example else None
                return [self._value(schema["items"], name, f"{slot}/0", choose, first)]
            case "string":
                return self._text(schema, name, slot, choose)
            case "integer" | "number":
                return schema.get("examples", [max(schema.get("minimum", 1), schema.get("exclusiveMinimum", 0) + 1)])[0]
            case "boolean":
                return True
        raise Unfillable(f"{self._operation}: no value for {slot} of {dict(schema)}")

    def _object(self, schema: Json, slot: str, choose: Choose, example: Any) -> dict[str, Any]:
        """What the example has, what is required, and every optional id, unless there are several examples because not
        all go together."""
        example = self._operation.example_of(schema) or {} if example is None else example
        filled = {}
        for name, inner in schema.get("properties", {}).items():
            resolved = self._resolve(inner)
            is_id = resolved.get("format") == "uuid" and len(schema.get("examples", ())) < 2
            given = self._given(name) is not None
            if not (given or is_id or name in example or name in schema.get("required", ())):
                continue
            is_text = resolved.get("type") == "string" and not {"enum", "const"} & resolved.keys()
            if name in example and not given and not is_text and not _holds_ids(example[name]):
                filled[name] = example[name]
            else:
                filled[name] = self._value(inner, name, f"{slot}/{name}", choose, example.get(name))
        return filled

    def _given(self, name: str) -> Any:
        """The caller's own value for the field of that name, in this operation or in all."""
        return self._overrides.get(f"{self._operation.spec.get('operationId')}.{name}", self._overrides.get(name))

    def _text(self, schema: Json, name: str, slot: str, choose: Choose) -> str:
        match schema.get("format"):
            case "uuid":
                return self._chosen(choose, slot, name)
            case "date":
                return _day(name).isoformat()
            case "email":
                return str(NAMED["email"](self._mark))
        text = f"{self._mark} {next(_serial)}"
        if re.search(schema.get("pattern", ""), text) and len(text) <= schema.get("maxLength", 10**6):
            return text
        if schema.get("examples"):
            return str(schema["examples"][0])
        raise Unfillable(f"{self._operation}: {slot} is to match {schema.get('pattern')}: give its field an example")


def _holds_ids(example: Any) -> bool:
    """Whether an example holds ids, for which others are to be chosen."""
    match example:
        case dict():
            return any(map(_holds_ids, example.values()))
        case list():
            return any(map(_holds_ids, example))
        case str():
            return re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", example) is not None
    return False
