"""The JSON schema of an answer, narrowed to what hosts enforce: closed objects, every field required, no references."""

import json
from typing import cast

from reelwright.providers.language.vendor import Json

_KEPT = ("type", "enum", "const", "items", "properties", "anyOf")
_BOUNDS = ("minLength", "maxLength", "minItems", "maxItems")
_PREFIX = "\n\nAnswer with one JSON object and nothing else. It fits this JSON schema:\n"


def strict_schema(schema: Json, *, bounded: bool = False) -> Json:
    """The schema without defaults, titles and descriptions, its references replaced by what they name.

    Hosts that enforce a form know different parts of JSON Schema; these are known to all. Bounds are checked by us.

    Args:
        schema: As pydantic writes it.
        bounded: Keeps the lengths of texts and lists, for hosts that enforce them by a grammar.

    Raises:
        ValueError: If it refers to itself, or holds an object with free names.
    """
    kept = (*_KEPT, *_BOUNDS) if bounded else _KEPT
    return _strict(schema, cast(Json, schema.get("$defs", {})), kept, ())


def in_words(prompt: str, schema: Json) -> str:
    """The prompt followed by the schema, for models whose host enforces none."""
    return prompt.rstrip() + _PREFIX + json.dumps(strict_schema(schema), separators=(",", ":"), ensure_ascii=False)


def _strict(node: Json, named: Json, kept: tuple[str, ...], within: tuple[str, ...]) -> Json:
    if "$ref" in node:
        name = str(node["$ref"]).rpartition("/")[2]
        if name in within:
            raise ValueError(f"the form of an answer may not refer to itself, as {name!r} does")
        return _strict(cast(Json, named[name]), named, kept, (*within, name))
    if len(node.get("allOf", ())) == 1:
        return _strict(cast(Json, node["allOf"][0]), named, kept, within)
    found: Json = {key: node[key] for key in kept if key in node}
    if "const" in found:
        found = {**found, "enum": [found.pop("const")]}
    if "anyOf" in found:
        found["anyOf"] = [_strict(one, named, kept, within) for one in found["anyOf"]]
    if "items" in found:
        found["items"] = _strict(found["items"], named, kept, within)
    if node.get("type") == "object":
        if isinstance(node.get("additionalProperties"), dict):
            raise ValueError("the form of an answer may hold no object with free names")
        fields = cast(dict[str, Json], node.get("properties", {}))
        found["properties"] = {name: _strict(one, named, kept, within) for name, one in fields.items()}
        found |= {"required": list(fields), "additionalProperties": False}
    return found
