"""A panel's prompt for a picture model: words, camera, light, style and quality tags, and a text encoder's window."""

import math
import re
from dataclasses import dataclass
from typing import Any

from reelwright.film.writing import PanelDraft
from reelwright.stages.lexicon import table

WINDOW_TOKENS = 77
"""What a CLIP text encoder reads at once, with a sign at the beginning and one at the end."""
_SHORT_WORD = 7
_PIECE = 5
_FEW_TAGS = 2


@dataclass(frozen=True)
class PanelPrompt:
    """A prompt with what its reader should know of it."""

    text: str
    note: str = ""


def panel_prompt(
    draft: PanelDraft, *, character: str, product: str = "", look: str, time: str, condenses: bool
) -> PanelPrompt:
    """The prompt of a panel.

    Args:
        draft: The panel, its character named by the token if there is one.
        character: The character's looks, where no token stands for them.
        product: The looks of what is sold, where the panel shows it.
        look: Slug of the look, or a style in words.
        time: Time of day; empty when nobody says.
        condenses: Whether it is brought under a text encoder's window; the note tells what was left out.
    """
    board: dict[str, Any] = table("board")
    described = _bare(draft.description)
    looks = ", ".join(one for one in (_told_looks(character) if draft.lead else "", _bare(product)) if one)
    mood = f"{draft.mood.strip()} mood" if draft.mood.strip() else ""
    light, style, tags = str(board["light"].get(time, "")), str(board["styles"].get(look, look)), list(board["quality"])
    parts = [described, draft.camera.value, looks, light, mood, style, *tags]
    whole = _joined(parts)
    tokens = encoder_tokens(whole)
    if tokens <= WINDOW_TOKENS or not condenses:
        return PanelPrompt(whole)
    kept = _condensed(described, draft.camera.value, looks, light, mood, style, tags)
    gone = [part for part in parts if part and part not in kept]
    left_out = ", ".join(repr(part) for part in gone) or "words"
    text = _joined(kept)
    now = encoder_tokens(text)
    return PanelPrompt(text, f"its prompt was condensed from about {tokens} tokens to {now}; left out: {left_out}")


def negative_prompt() -> str:
    """What a picture model is told to avoid in a panel."""
    return str(table("board")["negative"])


def encoder_tokens(text: str) -> int:
    """Tokens of a text for a CLIP text encoder with both its signs, rather too many than too few.

    Words of up to seven letters count as one, longer ones, names and tokens as one a few letters.
    """
    pieces = re.findall(r"[^\W\d_]+|\d|[^\w\s]|_", text)
    named = {part for word in re.findall(r"\w*_\w*|(?<=[a-z,] )[A-Z][a-z]{4,}", text) for part in word.split("_")}
    return 2 + sum(_pieces(piece, piece in named) for piece in pieces)


def _pieces(piece: str, is_invented: bool) -> int:
    if is_invented:
        return max(1, math.ceil(len(piece) / 3))
    return 1 if len(piece) <= _SHORT_WORD else math.ceil(len(piece) / _PIECE)


def _condensed(
    described: str, camera: str, looks: str, light: str, mood: str, style: str, tags: list[str]
) -> list[str]:
    """The parts that fit, the least important left out first; at last the description loses clauses, then words."""
    few = tags[:_FEW_TAGS]
    short_looks = ", ".join(looks.split(", ")[:4])
    tries = [
        [described, camera, looks, light, mood, style, *few],
        [described, camera, looks, mood, style, *few],
        [described, camera, short_looks, mood, style, *few],
        [described, camera, short_looks, style, *few],
        [described, camera, short_looks, style],
    ]
    for parts in tries:
        if encoder_tokens(_joined(parts)) <= WINDOW_TOKENS:
            return parts
    pieces = re.split(r"(?<=[,;.])\s+", described)
    while len(pieces) > 1 and encoder_tokens(_joined([" ".join(pieces), *tries[-1][1:]])) > WINDOW_TOKENS:
        pieces = pieces[:-1]
    words = _bare(" ".join(pieces)).split()
    while len(words) > 1 and encoder_tokens(_joined([" ".join(words), *tries[-1][1:]])) > WINDOW_TOKENS:
        words = words[:-1]
    return [_bare(" ".join(words)), *tries[-1][1:]]


def _bare(text: str) -> str:
    return text.strip().rstrip(" .,;:")


_SAYS_LITTLE = re.compile(r"\d+ cm tall|\w+ build|.* expression", re.IGNORECASE)


def _told_looks(character: str) -> str:
    """The looks that show in a picture, without measures."""
    clauses = re.split(r",\s+", re.sub(r"\s*\([^)]*\)", "", _bare(character)))
    return ", ".join(one for one in clauses if not _SAYS_LITTLE.fullmatch(one))


def _joined(parts: list[str]) -> str:
    return ", ".join(part for part in parts if part)
