"""The folder of a person's own story templates: a file begun, and files checked by name."""

import re
from pathlib import Path

from reelwright.errors import BadInput, Conflict, NotFound, StorageError
from reelwright.film.story import StoryTemplate
from reelwright.film.template_file import TemplateFile
from reelwright.prompts.template_starter import starter
from reelwright.prompts.templates import SLUGS, checked_file, own_templates, template

_SLUG = re.compile(str(StoryTemplate.model_fields["slug"].metadata[0].pattern))


def begin_template(folder: Path, slug: str, source: str) -> Path:
    """Writes a commented story template with the beats of another one, to be changed; its file.

    Raises:
        BadInput: If it is no slug, or there is no such source.
        Conflict: If there is one of that slug already; nothing was written.
        StorageError: If it cannot be written.
    """
    if not _SLUG.fullmatch(slug):
        plain = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")[:41].rstrip("-")
        near = plain if _SLUG.fullmatch(plain) else "my-launch"
        raise BadInput(
            f"{slug[:60]!r} is no slug: small letters, digits and hyphens, 2 to 41 of them, a letter first",
            hint=f"Try `reelwright templates new {near}`.",
        )
    text = starter(template(source, folder), slug)
    path = next((Path(one.path) for one in own_templates(folder) if one.slug == slug), folder / f"{slug}.toml")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as problem:
        hint = f"Change {path}, or choose another slug."
        raise Conflict(f"there is a story template {slug!r} of your own already", hint=hint) from problem
    except OSError as problem:
        hint = "Set REELWRIGHT_HOME to a folder that you may write to."
        raise StorageError(f"{str(path)!r} cannot be written: {problem.strerror}", hint=hint) from problem
    return path


def check_templates(folder: Path, named: str | Path | None) -> tuple[TemplateFile, ...]:
    """What is wrong with the file of that path, with the one of that slug, or with all in the folder.

    Raises:
        NotFound: If there is no such file.
    """
    own = own_templates(folder)
    if named is None:
        return own
    found = tuple(one for one in own if str(named) in (one.slug, Path(one.path).stem))
    if found:
        return found
    path = Path(named)
    if path.is_file():
        return (next((one for one in own if Path(one.path).resolve() == path.resolve()), None) or checked_file(path),)
    ships = f" {named} ships with the program and is in order." if str(named) in SLUGS else ""
    raise NotFound(
        f"you have no story template {str(named)!r}, and it names no file",
        hint=f"{ships} Your own are {', '.join(one.slug for one in own) or 'none'} in {folder}.".strip(),
    )
