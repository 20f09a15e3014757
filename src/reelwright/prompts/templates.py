"""Story templates: eight that ship as data, and a user's own from a folder."""

import re
import tomllib
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from reelwright.errors import BadInput
from reelwright.film.story import StoryTemplate
from reelwright.film.template_file import TemplateFault, TemplateFile
from reelwright.prompts.template_check import read_template_file

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

    A file of the user's with something wrong is left out; ``own_templates`` says why.

    Args:
        extra_dir: A folder of ``.toml`` files in the same form; a folder that does not exist adds nothing.
    """
    own = {one.slug: one.template for one in own_templates(extra_dir) if one.template is not None}
    return {**_shipped(), **own}


def own_templates(extra_dir: Path | None) -> tuple[TemplateFile, ...]:
    """The user's own files in the order of their names, each with its story template or with all its faults."""
    if extra_dir is None or not extra_dir.is_dir():
        return ()
    found: dict[str, TemplateFile] = {}
    read: list[TemplateFile] = []
    for path in sorted(extra_dir.glob("*.toml")):
        one = checked_file(path)
        first = found.get(one.slug)
        if one.template is not None and first is not None:
            fault = TemplateFault(
                field="slug",
                value=repr(one.slug),
                message=f"is that of {Path(first.path).name!r} already",
                allowed="another slug",
            )
            one = one.model_copy(update={"template": None, "faults": (fault,)})
        elif one.template is not None:
            found[one.slug] = one
        read.append(one)
    return tuple(read)


def checked_file(path: Path) -> TemplateFile:
    """One file, read by itself, with its story template or with all its faults."""
    one = read_template_file(path)
    return one.model_copy(update={"replaces_ours": one.slug in SLUGS})


def template(slug: str, extra_dir: Path | None = None) -> StoryTemplate:
    """One story template.

    Raises:
        BadInput: If there is none of that slug; names those that exist, or all that is wrong with the user's file.
    """
    own, known = own_templates(extra_dir), load_templates(extra_dir)
    if slug not in {one.slug for one in own if one.template}:
        for one in own:
            if one.faults and slug in (one.slug, Path(one.path).stem):
                raise refused(one)
    if slug in known:
        return known[slug]
    near = get_close_matches(re.sub(r"[\s_']+", "-", slug.lower()), known, n=1)
    meant = f"Did you mean `--template {near[0]}`? " if near else ""
    raise BadInput(
        f"there is no story template {slug[:60]!r}; allowed are {', '.join(known)}",
        hint=f"{meant}`reelwright templates` shows what each is for.",
    )


def refused(one: TemplateFile) -> BadInput:
    """Why a file of the user's cannot be used: the file, each field, its value, what is allowed, the next step."""
    return BadInput(
        f"the story template {Path(one.path).name!r} cannot be used: {'; '.join(str(fault) for fault in one.faults)}",
        hint=f"Correct {one.path}, then `reelwright templates check {one.slug}`.",
    )


def left_out(one: TemplateFile) -> str:
    """What a person who uses another story template is told of a file that cannot be used."""
    first, *others = (str(fault) for fault in one.faults)
    more = f" (and {len(others)} more)" if others else ""
    return (
        f"your story template {Path(one.path).name!r} is left out: {first}{more};"
        f" `reelwright templates check {one.slug}` tells all"
    )


@lru_cache(maxsize=1)
def _shipped() -> dict[str, StoryTemplate]:
    folder = files("reelwright.prompts") / "story_templates"
    texts = {slug: (folder / f"{slug}.toml").read_text(encoding="utf-8") for slug in SLUGS}
    return {slug: StoryTemplate.model_validate(tomllib.loads(text)) for slug, text in texts.items()}
