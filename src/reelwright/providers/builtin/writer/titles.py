"""Titles for a story out of its own nouns: ``The Last Librarian on Mars``, ``The Mouse and the Bicycle``."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reelwright.providers.builtin.writer.joints import marked
from reelwright.providers.builtin.writer.nouns import cast_of, noun_class, usual_part
from reelwright.providers.builtin.writer.tagger import Mark, Span, spans
from reelwright.providers.builtin.writer.tokens import Token, tokens

_MOST = 5
_TIMELESS = ("time", "feeling", "body")
_DEFINITE = ("a", "an", "the", "his", "her", "their", "its", "my", "our", "this", "that")
_VAGUE = (
    "friends",
    "time",
    "day",
    "year",
    "moment",
    "something",
    "nothing",
    "someone",
    "somebody",
    "nobody",
    "one",
    "way",
    "thing",
    "end",
    "front",
    "middle",
    "top",
    "side",
    "rest",
    "foot",
    "kind",
    "lot",
    "part",
    "job",
    "other",
    "own",
    "he",
    "she",
    "they",
    "it",
    "head",
    "world",
    "life",
    "people",
    "story",
    "film",
    "class",
    "stutters",
)


def titles_of(text: str) -> list[str]:
    """Titles in small letters but for names; none where the text names nothing that could be one."""
    line = tokens(text)
    found_marks = marked(line)
    whole = (_with_owner(line, found_marks, one) for one in spans(found_marks))
    phrases = [one for one in whole if _is_telling(line, one)]
    named = [_named(line, one, text) for one in phrases]
    found = [title for title in named if 2 < len(title.split()) <= _MOST]
    things = [one for one in phrases if not line[one.end - 1].is_name_like]
    heads = list(dict.fromkeys(_head(line, one) for one in things))
    found += [f"{heads[0]} and {other}" for other in heads[1:3]]
    return list(dict.fromkeys(found)) or [title for title in named if len(title.split()) == 2][-1:]


def _with_owner(line: Sequence[Token], found: Sequence[Mark], phrase: Span) -> Span:
    """The phrase with whose it is, where an adverb stands between: ``his dimly lit office``."""
    start = phrase.start
    while start and found[start - 1].part == "ADV":
        start -= 1
    is_owned = 0 < start < phrase.start and line[start - 1].low in _DEFINITE
    return replace(phrase, start=start - 1) if is_owned else phrase


def _is_telling(line: Sequence[Token], phrase: Span) -> bool:
    words = [token.low for token in line[phrase.start : phrase.end]]
    head = words[-1]
    parts = [mark.part for mark in marked(line)[phrase.start : phrase.end]]
    if parts[-1] not in ("NOUN", "PROPN") or any(
        part[:2] == "VB" and part != "VBN" and part != "VBG" for part in parts
    ):
        return False
    if head in _VAGUE or any(re.search(r"\d", word) for word in words) or not head.isalpha():
        return False
    if cast_of(head) is None and noun_class(head) in _TIMELESS:
        return False
    if len(words) > 2 and usual_part(head) == "v" and parts[-2] in ("NOUN", "PROPN"):
        # ``the village stop being afraid``
        return False
    return (words[0] in _DEFINITE and len(words) > 1) or line[phrase.end - 1].is_name_like


def _named(line: Sequence[Token], phrase: Span, text: str) -> str:
    words = [token.text for token in line[phrase.start : phrase.end]]
    for word in words[:-1]:
        # A sign at the end of a word belongs to it: ``the soldiers' coats``.
        words = [f"{one}'" if one == word and re.search(rf"\b{re.escape(word)}['’] ", text) else one for one in words]
    if words[0].lower() in _DEFINITE:
        words = ["the", *(word for word in words[1:] if word.lower() != "own")]
    return " ".join(words)


def _head(line: Sequence[Token], phrase: Span) -> str:
    head = line[phrase.end - 1]
    return head.text if head.is_name_like else f"the {head.text}"
