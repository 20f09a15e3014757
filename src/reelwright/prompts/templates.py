"""Story templates: eight that ship as data, and a user's own from a folder."""

import re
import tomllib
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import ValidationError

from reelwright.errors import BadInput
from reelwright.film.shot import Framing, Movement
from reelwright.film.story import StoryTemplate

SLUGS = (
    "aida",
    "problem-agitate-solve",
    "before-after-bridge",
    "heros-journey",
    "emotional-arc",
    "teaser-reveal",
    "social-proof",
    "sensory-experience",
)
"""The slugs that always exist, in the order people are shown them."""


def load_templates(extra_dir: Path | None = None) -> dict[str, StoryTemplate]:
    """All story templates by slug: ours first, then a user's own, which may replace ours.

    Args:
        extra_dir: A folder of ``.toml`` files in the same form; a folder that does not exist adds nothing.

    Raises:
        BadInput: If a file of the user does not parse; names the file and the field.
    """
    found = dict(_shipped())
    if extra_dir is not None and extra_dir.is_dir():
        for path in sorted(extra_dir.glob("*.toml")):
            read = _read(path, path.name)
            found[read.slug] = read
    return found


def template(slug: str, extra_dir: Path | None = None) -> StoryTemplate:
    """One story template.

    Raises:
        BadInput: If there is none of that slug; names those that exist.
    """
    known = load_templates(extra_dir)
    if slug not in known:
        near = get_close_matches(re.sub(r"[\s_']+", "-", slug.lower()), known, n=1)
        meant = f"Did you mean `--template {near[0]}`? " if near else ""
        raise BadInput(
            f"there is no story template {slug[:60]!r}; allowed are {', '.join(known)}",
            hint=f"{meant}`reelwright templates` shows what each is for.",
        )
    return known[slug]


@lru_cache(maxsize=1)
def _shipped() -> dict[str, StoryTemplate]:
    folder = files("reelwright.prompts") / "story_templates"
    return {slug: _read(folder / f"{slug}.toml", f"{slug}.toml") for slug in SLUGS}


def _read(path: Traversable, name: str) -> StoryTemplate:
    try:
        read = StoryTemplate.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise BadInput(f"story template {name!r} is no TOML: {problem}", hint=_HINT) from problem
    except ValidationError as problem:
        first = problem.errors()[0]
        field = ".".join(str(step) for step in first["loc"]) or "beats"
        raise BadInput(f"story template {name!r}, field {field!r}: {first['msg']}", hint=_HINT) from problem
    _check_names(read, name)
    return read


_HINT = "Compare it with a template that ships: `reelwright templates --json`."


def _check_names(read: StoryTemplate, name: str) -> None:
    """What the schema cannot say: references to beats, and camera words the shots allow."""
    beats = [beat.name for beat in read.beats]
    for field, value in (
        ("product_first_visible", read.product_first_visible),
        ("call_to_action", read.call_to_action),
    ):
        if value not in beats:
            raise BadInput(
                f"story template {name!r}, field {field!r}: {value!r} is no beat; allowed: {beats}", hint=_HINT
            )
    for number, beat in enumerate(read.beats):
        for field, value, allowed in (
            ("default_framing", beat.default_framing, [framing.value for framing in Framing]),
            ("default_movement", beat.default_movement, [movement.value for movement in Movement]),
        ):
            if value not in allowed:
                raise BadInput(
                    f"story template {name!r}, field 'beats.{number}.{field}': {value!r}; "
                    f"allowed: {', '.join(allowed)}",
                    hint=_HINT,
                )
