"""Reads what a model said: strictly, then leniently; keeps only the fields that were asked for, and checks them."""

import json
import re
from typing import Any, cast

from pydantic import ValidationError

from reelwright.errors import ReplyUnreadable
from reelwright.ports import Output
from reelwright.providers.language.form import strict_schema
from reelwright.providers.language.vendor import Json

MAX_CHARACTERS = 200_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""What no text needs and databases refuse."""
_TOLD = 4


def read_answer(text: str, output_type: type[Output], *, strictly: bool = False) -> Output:
    """The typed answer.

    Args:
        text: What the model said.
        output_type: What it was asked for.
        strictly: Takes no repair of broken JSON: for answers that were cut off.

    Raises:
        ReplyUnreadable: What is wrong, by field, in words that the next try can mend.
    """
    schema = strict_schema(output_type.model_json_schema())
    found = _fitted(_unwrapped(_parsed(text, strictly=strictly), schema), schema)
    try:
        return output_type.model_validate_json(json.dumps(found))
    except ValidationError as problem:
        raise ReplyUnreadable(_told(problem)) from problem


def _parsed(text: str, *, strictly: bool) -> Any:
    said = text.strip().removeprefix("\ufeff")
    if not said:
        raise ReplyUnreadable("the answer is empty")
    if len(said) > MAX_CHARACTERS:
        raise ReplyUnreadable(f"the answer has {len(said)} characters, which is far too many")
    try:
        return json.loads(said, strict=False)
    except (ValueError, RecursionError) as problem:
        if strictly:
            raise ReplyUnreadable("the answer is no whole JSON") from problem
    return _repaired(said)


def _repaired(said: str) -> Any:
    from json_repair import repair_json  # only broken answers need it

    start = min((at for at in (said.find("{"), said.find("[")) if at >= 0), default=-1)
    if start < 0:
        raise ReplyUnreadable("the answer holds no JSON")
    try:
        found: Any = repair_json(said, return_objects=True)
    except (ValueError, RecursionError) as problem:
        raise ReplyUnreadable("the answer's JSON cannot be read") from problem
    if isinstance(found, list) and said[start] == "{":
        found = _largest(cast(list[Any], found))
    if not isinstance(found, dict | list) or not found:
        raise ReplyUnreadable("the answer holds no JSON object")
    return cast(Any, found)


def _largest(found: list[Any]) -> Any:
    """Of several objects in a row the one with the most to say: others are asides."""
    objects = [cast(Json, one) for one in found if isinstance(one, dict)]
    return max(objects, key=lambda one: len(json.dumps(one)), default=found)


def _unwrapped(found: Any, schema: Json) -> Any:
    """The object that was asked for, out of a wrapper around it, or around the list that is all of it."""
    fields = cast(Json, schema.get("properties", {}))
    if isinstance(found, list):
        lists = [name for name, one in fields.items() if one.get("type") == "array"]
        items = cast(list[Any], found)
        if len(fields) == 1 and lists:
            return {lists[0]: items}
        return items[0] if len(items) == 1 else items
    if isinstance(found, dict) and fields:
        given = cast(Json, found)
        values = list(given.values())
        if not fields.keys() & given.keys() and len(values) == 1 and isinstance(values[0], dict | list):
            return _unwrapped(values[0], schema)
    return cast(Any, found)


def _fitted(found: Any, schema: Json) -> Any:
    """The value with the asked fields alone; what is null and need not be is left out, and names are spelt as asked."""
    if "anyOf" in schema:
        fitting = [cast(Json, one) for one in schema["anyOf"] if one.get("type") == _kind(found)]
        return _fitted(found, fitting[0]) if fitting else found
    if isinstance(found, dict) and schema.get("type") == "object":
        given, fields = cast(Json, found), cast(dict[str, Json], schema["properties"])
        kept = {name: _fitted(given[name], one) for name, one in fields.items() if name in given}
        return {name: value for name, value in kept.items() if value is not None or _may_be_null(fields[name])}
    if isinstance(found, list) and schema.get("type") == "array":
        return [_fitted(one, cast(Json, schema.get("items", {}))) for one in cast(list[Any], found)]
    if isinstance(found, str):
        said = _CONTROL.sub("", found)
        return _spelt(said, schema["enum"]) if "enum" in schema else said
    return cast(Any, found)


def _spelt(said: str, allowed: list[Any]) -> str:
    """A name as the form spells it: ``Close Up`` is ``close-up``."""
    return next((one for one in allowed if isinstance(one, str) and _letters(one) == _letters(said)), said)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _may_be_null(schema: Json) -> bool:
    return schema.get("type") == "null" or any(_may_be_null(one) for one in schema.get("anyOf", ()))


def _kind(value: object) -> str:
    kinds = {"dict": "object", "list": "array", "str": "string", "bool": "boolean", "int": "integer", "float": "number"}
    return kinds.get(type(value).__name__, "null")


def _told(problem: ValidationError) -> str:
    """The first fields that are wrong, and what they must be."""
    wrong = problem.errors(include_url=False, include_input=False)
    told = [f"{'.'.join(map(str, one['loc'])) or 'the answer'}: {one['msg']}" for one in wrong[:_TOLD]]
    return "; ".join(told) + (f"; and {len(wrong) - _TOLD} more" if len(wrong) > _TOLD else "")
