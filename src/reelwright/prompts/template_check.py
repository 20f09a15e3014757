"""Reads one file of a person's own story templates, and finds everything that is wrong with it."""

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reelwright.film.story import Beat, StoryTemplate
from reelwright.film.template_file import TemplateFault, TemplateFile

MAX_BYTES = 64 * 1024
_SLUG = "small letters, digits and hyphens, from 2 to 41, a letter first: my-launch"
_OFTEN = {
    "string_type": "words in double quotes",
    "tuple_type": 'a list of words: ["calm", "warm"]',
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "model_type": "a table with the fields of a beat",
    "model_attributes_type": "a table with the fields of a beat",
}


def read_template_file(path: Path) -> TemplateFile:
    """The file with its story template, or with all that is wrong with it; it raises nothing."""
    try:
        size = path.stat().st_size
        written = path.read_bytes() if size <= MAX_BYTES else b""
        values = tomllib.loads(written.decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        return _broken(path, path.stem, [TemplateFault(field="", message=_unreadable(problem))])
    if size > MAX_BYTES:
        said = f"has {size} bytes"
        return _broken(path, path.stem, [TemplateFault(field="", message=said, allowed=f"{MAX_BYTES} bytes")])
    slug = values.get("slug")
    slug = slug[:41] if isinstance(slug, str) and slug else path.stem
    found, faults = None, _across(values)
    try:
        found = StoryTemplate.model_validate(values)
    except ValidationError as problem:
        wrong = problem.errors(include_url=False)
        faults = [_fault(values, dict(one)) for one in wrong if not _follows(one, wrong)] + faults
    if faults or found is None:
        return _broken(path, slug, faults)
    return TemplateFile(path=str(path), slug=slug, template=found)


def _follows(one: ErrorDetails, wrong: list[ErrorDetails]) -> bool:
    """Whether a complaint says nothing new: a check of the whole, or a list that is short because items are wrong."""
    if one["type"] == "too_short":
        return len(one["loc"]) < max(len(other["loc"]) for other in wrong if other["loc"][:1] == one["loc"][:1])
    return one["type"] == "value_error"


def _broken(path: Path, slug: str, faults: list[TemplateFault]) -> TemplateFile:
    return TemplateFile(path=str(path), slug=slug, faults=tuple(faults))


def _unreadable(problem: Exception) -> str:
    if isinstance(problem, tomllib.TOMLDecodeError):
        return f"is no TOML: {problem}"
    if isinstance(problem, UnicodeDecodeError):
        return f"is no UTF-8 text: byte {problem.start} is wrong"
    return f"cannot be read: {getattr(problem, 'strerror', None) or problem}"


def _fault(values: Mapping[str, Any], wrong: dict[str, Any]) -> TemplateFault:
    """A complaint of the schema, with what is allowed there."""
    steps, kind, context = wrong["loc"], wrong["type"], wrong.get("ctx", {})
    field = ".".join(str(step) for step in steps)
    value = _shown(wrong["input"])
    if kind == "missing":
        return TemplateFault(field=field, message="is missing", allowed=_meaning(steps))
    if kind == "extra_forbidden":
        fields = _fields(steps[:-1])
        near = get_close_matches(str(steps[-1]), fields, n=1)
        meant = f"; did you mean {near[0]!r}?" if near else ""
        return TemplateFault(field=field, value=value, message=f"stands in no field{meant}", allowed=", ".join(fields))
    if kind == "enum":
        # The values are listed in quotes, the last one after `or`.
        listed = str(context["expected"]).replace("' or '", "', '").replace("'", "")
        return TemplateFault(field=field, value=value, message="is unknown", allowed=listed)
    allowed = _OFTEN.get(kind) or _bounds(kind, context) or _meaning(steps)
    return TemplateFault(field=field, value=value, message="is wrong", allowed=allowed or wrong["msg"])


def _bounds(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "string_pattern_mismatch":
        return _SLUG
    if kind in ("greater_than", "less_than_equal"):
        return "more than 0, at most 1"
    if kind == "greater_than_equal":
        return f"{context['ge']} or more"
    if kind == "string_too_long":
        return f"{context['max_length']} characters at most"
    if kind == "string_too_short":
        return "words, not nothing"
    if kind == "too_long":
        return f"{context['max_length']} at most"
    if kind == "too_short":
        return f"{context['min_length']} at least"
    return ""


_MEANINGS = {
    "slug": _SLUG,
    "name": "its name in words",
    "best_for": 'what it suits: ["product launches", "courses"]',
    "tone": 'words for how it speaks: ["calm", "warm"]',
    "product_first_visible": "the name of a beat",
    "call_to_action": "the name of a beat",
    "example": "a prompt that it suits",
    "copy_guidance": "advice to the writer; may be empty",
    "beats": "2 to 8 tables, each under [[beats]]",
    "purpose": "what the beat does, in words",
    "share": "its share of the length: more than 0, at most 1",
    "emotion": "a word for its feeling: calm",
    "default_framing": "a shot size: medium",
    "default_movement": "a camera movement: static",
}


def _meaning(steps: tuple[Any, ...]) -> str:
    return _MEANINGS.get(str(next((step for step in reversed(steps) if isinstance(step, str)), "")), "")


def _fields(above: tuple[Any, ...]) -> list[str]:
    return list((Beat if above and above[0] == "beats" else StoryTemplate).model_fields)


def _across(values: Mapping[str, Any]) -> list[TemplateFault]:
    """What no single field shows: beats of one name, shares that do not add up, names of beats that there are not."""
    tables = values.get("beats")
    listed = cast("list[object]", tables) if isinstance(tables, list) else []
    beats = [cast("dict[str, Any]", one) for one in listed if isinstance(one, dict)]
    names = [str(beat["name"]) for beat in beats if isinstance(beat.get("name"), str)]
    return [*_twice(names), *_shares(beats), *_unknown_beats(values, names)]


def _twice(names: list[str]) -> list[TemplateFault]:
    return [
        TemplateFault(field=f"beats.{at}.name", value=_shown(name), message="is a beat already", allowed="another name")
        for at, name in enumerate(names)
        if name in names[:at]
    ]


def _shares(beats: list[dict[str, Any]]) -> list[TemplateFault]:
    shares = [share for beat in beats if isinstance(share := beat.get("share"), int | float)]
    if len(shares) < len(beats) or not shares or abs(sum(shares) - 1) <= 0.001:
        return []
    added = " + ".join(f"{share:g}" for share in shares)
    return [
        TemplateFault(field="beats", value=added, message=f"add up to {sum(shares):.3f}", allowed="shares of 1 in all")
    ]


def _unknown_beats(values: Mapping[str, Any], names: list[str]) -> list[TemplateFault]:
    return [
        TemplateFault(field=field, value=_shown(value), message="is no beat", allowed=", ".join(names))
        for field in ("product_first_visible", "call_to_action")
        if isinstance(value := values.get(field), str) and names and value not in names
    ]


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
