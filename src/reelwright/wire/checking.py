"""What is wrong with a field of a file that people edit, in words for who knows no Python."""

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reelwright.errors import BadInput
from reelwright.film.base import Noun

Json = dict[str, Any]
Kind = TypeVar("Kind", bound=Noun)
HINT = "`reelwright make ... --until shots --out DIR` writes a shots.json to start from."

_PLAINLY = {
    "tuple_type": "it must be a list",
    "string_type": "it must be text in quotes",
    "model_type": "it must be an object",
    "dict_type": "it must be an object",
    "multiple_of": "it must be an even number",
}


def checked(kind: type[Kind], value: object, where: str) -> Kind:
    """The value as a noun.

    Raises:
        BadInput: If it is none; names the field, in words for who edits files.
    """
    try:
        return kind.model_validate(value)
    except ValidationError as problem:
        first = problem.errors()[0]
        path = ".".join(str(step) for step in ((where,) if where else ()) + first["loc"])
        said = _said_of(first)
        raise BadInput(f"shot list, field {path!r}: {said}", hint=HINT) from problem


def _said_of(problem: ErrorDetails) -> str:
    """What is wrong with a field, in words for who edits a file and knows no Python."""
    path, kind, given, limits = problem["loc"], problem["type"], str(problem["input"])[:80], problem.get("ctx", {})
    if kind == "missing":
        return "it is missing"
    if kind == "extra_forbidden":
        return "there is no such field"
    if kind == "string_pattern_mismatch" and str(limits.get("pattern")).startswith("^#"):
        return f"{given!r} is no colour; write it like '#c8a04e'"
    if kind == "string_pattern_mismatch" and path[-1] == "id":
        return f"{given!r} is no id; write up to 32 lower-case letters, digits, '-' and '_'"
    if kind == "too_long":
        return f"it has {limits.get('actual_length')} entries; at most {limits.get('max_length')} are allowed"
    said = problem["msg"].removeprefix("Value error, ").replace("Input should be", "it must be")
    return f"{_PLAINLY.get(kind, said)} (it is {given!r})"
