"""A story template as a commented file that a person can change."""

import json

from reelwright.film.shot import Framing, Movement
from reelwright.film.story import Beat, StoryTemplate

_HEAD = """\
# A story template of your own. Change what you like, then:
#   reelwright templates check {slug}     says what is wrong, field by field
#   reelwright templates show {slug}      shows the shots that it makes
#   reelwright make "..." --template {slug}

# How it is called on the command line: small letters, digits, hyphens. The slug of one that ships takes its place.
slug = {slug_text}
name = {name}
# Raise it when you change the file; a film keeps the version that it was begun with.
version = 1
# What it suits, and how it speaks; the writer chooses by these words.
best_for = {best_for}
tone = {tone}
# The names of two of the beats below: the first that shows the product, and the one that asks for something.
product_first_visible = {product_first_visible}
call_to_action = {call_to_action}
# A prompt that it suits, and advice to whoever writes the lines.
example = {example}
copy_guidance = {copy_guidance}

# The beats in order, 2 to 8. Their shares of the film's length add up to 1.
# default_framing:  {framings}
# default_movement: {movements}
"""
_BEAT = """
[[beats]]
name = {name}
purpose = {purpose}
share = {share:g}
emotion = {emotion}
default_framing = {framing}
default_movement = {movement}
"""


def starter(source: StoryTemplate, slug: str) -> str:
    """A file in TOML with the beats and words of another story template, under a slug of its own."""
    head = _HEAD.format(
        slug=slug,
        slug_text=_quoted(slug),
        name=_quoted(slug.replace("-", " ").capitalize() if slug != source.slug else source.name),
        best_for=_listed(source.best_for),
        tone=_listed(source.tone),
        product_first_visible=_quoted(source.product_first_visible),
        call_to_action=_quoted(source.call_to_action),
        example=_quoted(source.example),
        copy_guidance=_quoted(source.copy_guidance),
        framings=", ".join(framing.value for framing in Framing),
        movements=", ".join(movement.value for movement in Movement),
    )
    return head + "".join(_beat(beat) for beat in source.beats)


def _beat(beat: Beat) -> str:
    return _BEAT.format(
        name=_quoted(beat.name),
        purpose=_quoted(beat.purpose),
        share=beat.share,
        emotion=_quoted(beat.emotion),
        framing=_quoted(beat.default_framing.value),
        movement=_quoted(beat.default_movement.value),
    )


def _listed(words: tuple[str, ...]) -> str:
    return f"[{', '.join(_quoted(word) for word in words)}]"


def _quoted(text: str) -> str:
    """A basic string of TOML; JSON escapes the same, but for one control character that TOML forbids."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
