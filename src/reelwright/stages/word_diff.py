"""Two texts word by word: what stayed, what went, what came."""

import re
from difflib import SequenceMatcher
from typing import Literal

from reelwright.film.base import Noun

_FEWEST_SAME = 4
"""Fewer words that stayed between two changes belong to them: a person reads whole phrases."""


class WordEdit(Noun):
    """A run of words."""

    kind: Literal["same", "removed", "added"]
    text: str


def word_diff(old: str, new: str) -> tuple[WordEdit, ...]:
    """The runs of words in reading order; joined by spaces, all but the added ones are the old text, and all but
    the removed ones the new.
    """
    before, after = re.findall(r"\S+", old), re.findall(r"\S+", new)
    runs: list[tuple[list[str], list[str]]] = []
    for _, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = before[old_from:old_to], after[new_from:new_to]
        is_scrap = gone == come and len(gone) < _FEWEST_SAME and old_from > 0 and old_to < len(before)
        if runs and runs[-1][0] != runs[-1][1] and (is_scrap or gone != come):
            runs[-1] = (runs[-1][0] + gone, runs[-1][1] + come)
        else:
            runs.append((gone, come))
    found: list[WordEdit] = []
    for gone, come in runs:
        if gone == come:
            found.append(WordEdit(kind="same", text=" ".join(gone)))
            continue
        found += [WordEdit(kind="removed", text=" ".join(gone))] if gone else []
        found += [WordEdit(kind="added", text=" ".join(come))] if come else []
    return tuple(found)


def marked(old: str, new: str) -> str:
    """The difference in one line: ``a [-red-] {+blue+} door``."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(marks[one.kind].format(one.text) for one in word_diff(old, new))
