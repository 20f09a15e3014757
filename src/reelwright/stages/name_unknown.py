"""What a person wrote into a staging and the built-in artist does not know: named, with what comes nearest."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from reelwright.film.brief import Brief
from reelwright.film.shot import Shot, Staging
from reelwright.film.story import Character, Subject
from reelwright.stages.lexicon import table
from reelwright.stages.stage_shot import staging_of_words

_NEAR = 0.7
Slug = tuple[str, str]
"""The field of a staging (or of its people) and what stands there."""


def name_unknown(
    shots: Sequence[Shot],
    subject: Subject,
    brief: Brief,
    *,
    setting: str = "",
    template: str = "",
    cast: Sequence[Character] = (),
) -> tuple[str, ...]:
    """One sentence for each slug that is drawn as nothing, or as something plainer; none for films nobody edited.

    What the words of a shot themselves give is never named: the artist's places have it, or it is only told.

    Args:
        shots: Staged, in order.
        subject: As for ``stage_shots``, with all that follows.
        brief: Of the film.
        setting: The story's place in words.
        template: Slug of the story template.
        cast: The characters whom the shots name.
    """
    slates: dict[Slug, list[str]] = {}
    for shot in shots:
        written = dict.fromkeys(_slugs(shot.staging))
        if not all(map(_is_known, written)):
            read = set(_slugs(staging_of_words(shot, subject, brief, setting=setting, template=template, cast=cast)))
            for slug in written:
                if slug not in read and not _is_known(slug):
                    slates.setdefault(slug, []).append(shot.slate)
    return tuple(f"{', '.join(where)}: {_said(slug)}" for slug, where in slates.items())


def _slugs(staging: Staging) -> Iterator[Slug]:
    for name in ("effects", "props"):
        yield from ((name, slug) for slug in getattr(staging, name))
    yield "product_action", staging.product_action
    for person in staging.people:
        yield from ((name, getattr(person, name)) for name in ("pose", "action", "holds", "garment", "headwear"))
        for name in ("accessories", "marks"):
            yield from ((name, slug) for slug in getattr(person, name))


def _is_known(slug: Slug) -> bool:
    field, said = slug[0], slug[1].strip()
    words = drawn(field)
    if table("drawn")[field].get("within"):
        return not said or any(word in said.lower() for word in words)
    return not said or slug[1] in words or (field == "marks" and said.lower() in words)


def _said(slug: Slug) -> str:
    entry: dict[str, Any] = table("drawn")[slug[0]]
    words = drawn(slug[0])
    near = get_close_matches(slug[1].strip().lower(), words, 2, _NEAR)
    guess = f"did you mean {' or '.join(map(repr, near))}?" if near else f"known are {', '.join(words)}."
    return f"the artist does not know the {entry['called']} {slug[1]!r}; {entry['instead']}; {guess}"


def drawn(field: str) -> tuple[str, ...]:
    """What the artist draws where a field of a staging, or of its people, says so."""
    entry = table("drawn")[field]
    file, _, key = entry.get("lexicon", "").partition(".")
    return (*(table(file)[key] if file else ()), *entry["words"])
