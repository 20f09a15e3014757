"""What a brief is about, judged by learned weights: they start from what the rules found and may overrule it."""

import re
from collections.abc import Iterator, Sequence

from reelwright.providers.builtin.writer import gist, learned
from reelwright.providers.builtin.writer.kinds import kind_at_end
from reelwright.providers.builtin.writer.leads import Lead
from reelwright.providers.builtin.writer.nouns import cast_of, forms, is_known, noun_class
from reelwright.providers.builtin.writer.signs import Candidate, candidates, place_of
from reelwright.providers.builtin.writer.tagger import Mark
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.vectors import LENGTH, direction_of
from reelwright.providers.builtin.writer.words import lexicon

Place = tuple[int, int]
Option = tuple[Place | None, tuple[str, ...]]
"""A phrase of the brief, or None for what the rules inferred without one, with its signs."""
APP: Place = (-1, -1)
"""Where a brief names no product, only who does what by itself: ``Ledgerly sorts them``."""
_UNKNOWN = ("any", 34)
_NEARNESS = 6
"""Steps of how near a phrase is to the whole brief."""
_SOFTWARE = ("app", "apps", "software", "platform", "website", "site", "tool")


def told_signs(gist_signs: Sequence[str], *, is_ruled: bool, is_led_in: bool) -> list[str]:
    """What speaks for a story: the signs of `gist.signs_of`, and what the rules say."""
    return [*gist_signs, "rules: story" if is_ruled else "rules: ad", *(("led in",) if is_led_in else ())]


def template_signs(gist_signs: Sequence[str], weights: dict[str, float], kind: str, *, is_story: bool) -> list[str]:
    """What speaks for the templates: the signs of the brief and its words, what the rules weigh, what it is about."""
    own = gist.signs_of_weights(weights) if weights else []
    return [*gist_signs, *own, f"kind {kind}", "told" if is_story else "sold"]


def product_options(
    line: Sequence[Token], marks: Sequence[Mark], brand: str, ruled: tuple[str, str], *, is_led_in: bool
) -> list[Option]:
    """What may be the product.

    Args:
        line: The brief's tokens, without ``a commercial for``.
        marks: Their marks.
        brand: Empty where the brief names none.
        ruled: Noun phrase and kind that the rules found.
        is_led_in: Whether ``a commercial for`` stood before the first token.
    """
    phrase, kind = ruled
    picked = place_of(line, phrase) if phrase else None
    centre = direction_of([token.low for token in line])
    options = [
        _option(one, _central(line, one, centre), is_led_in=is_led_in) for one in candidates(line, marks, brand, picked)
    ]
    if line and brand.lower() not in lexicon("brands")["names"] and not any(token.low in _SOFTWARE for token in line):
        options.append((APP, tuple(_app_signs(line, marks, brand, kind))))
    if phrase and not picked:
        named = "nothing" if kind == "generic" else "a kind"
        is_asked = bool(line) and line[-1].after == "?"
        inferred = (
            f"inferred {named}",
            f"inferred {named}, brand {bool(brand)}",
            f"inferred {named}, asked {is_asked}",
            f"inferred, many {len(options) > 3}",
        )
        options.append((None, inferred))
        # What a crowd does names no product: the kind that the rules inferred from it does.
        return options[-1:] if _is_crowd(line) else options
    return options


def lead_options(line: Sequence[Token], marks: Sequence[Mark], ruled: str) -> list[Option]:
    """Who may be the lead of a story; ``ruled`` is what the rules call it, empty where they found none."""
    picked = place_of(line, ruled.lower().removeprefix("the ")) if ruled else None
    options = candidates(line, marks, "", picked)
    kept = [one for one in options if not _says_when(line, one.place)]
    return [(one.place, one.signs) for one in kept or options]


def _says_when(line: Sequence[Token], place: Place) -> bool:
    """``Every night the phone rings``: a time is nobody, where it is counted."""
    start, end = place
    return start > 0 and line[start - 1].low in ("every", "each") and noun_class(line[end - 1].low) == "time"


def leanings(line: Sequence[Token], options: Sequence[Option]) -> list[tuple[int, ...]]:
    """Where the words of each option point; empty for what the rules inferred."""
    return [
        direction_of([token.low for token in line[slice(*place)]]) if place and place != APP else ()
        for place, _ in options
    ]


def best_place(question: str, line: Sequence[Token], options: Sequence[Option]) -> Place | None:
    """Where the ``product`` or the ``lead`` stands; None where the rules inferred it better, or nothing is offered."""
    if not options:
        return None
    return options[learned.best(question, [signs for _, signs in options], leanings(line, options))][0]


def lead_of_phrases(line: Sequence[Token], marks: Sequence[Mark], ruled: Lead | None) -> Lead | None:
    """The lead of a story, which may be another than the one the rules found; None for a brief without a noun."""
    options = lead_options(line, marks, ruled[0] if ruled else "")
    place = best_place("lead", line, options)
    if not place or (ruled and _is_within(line, place, ruled[0])):
        return ruled
    words = line[place[0] : place[1]]
    people = lexicon("people")["leads"]
    known = [people.get(token.low.removesuffix("'s")) or cast_of(token.low.removesuffix("'s")) for token in words]
    presentation, age = next((cast for cast in reversed(known) if cast), _UNKNOWN)
    is_name = all(token.text[:1].isupper() for token in words) and not known[-1]
    called = " ".join(token.text if is_name else token.low for token in words).removesuffix("'s")
    return (called if is_name else f"the {called}"), (str(presentation), int(age))


def _app_signs(line: Sequence[Token], marks: Sequence[Mark], brand: str, kind: str) -> Iterator[str]:
    """What speaks for an app that the brief does not call one."""
    named = brand.lower().split()[-1:]
    last = next((at for at, token in enumerate(line[: len(marks)]) if [token.low] == named), -1)
    ahead = ""
    if last >= 0:
        ahead = line[last].after or (marks[last + 1].part if last + 1 < len(marks) else "$")
    if last >= 0:
        first = last + 1 - len(brand.split())
        before = line[first - 1] if first > 0 else None
        small = before is not None and before.low in lexicon("grammar")["governors"]
        lead = "^" if before is None else before.after or (before.low if small else marks[first - 1].part)
        look = (
            "inner" if re.search(r"[a-z][A-Z]", line[last].text) else "known" if is_known(line[last].low) else "unheard"
        )
        yield f"an app, after {lead}"
        yield f"an app, after {lead}, then {ahead}"
        yield f"an app, named {look} {len(brand.split()) > 1}"
        yield f"an app, after {lead}, counted {line[0].text[0].isdigit()}"
        yield f"an app, in sentence {min(line[last].sentence, 2)} of {min(line[-1].sentence, 3)}"
    yield "an app"
    yield f"an app, brand {bool(brand)}"
    yield f"an app, then {ahead}"
    yield f"an app, filmed as {kind}"
    yield f"an app, sentences {min(line[-1].sentence, 3)}"
    yield f"an app, asked {any(token.after == '?' for token in line)}"
    yield f"an app, counted {line[0].text[0].isdigit()}"
    if not any(kind_at_end([token.low])[0] for token in line):
        yield "an app, nothing named"
    yield from (f"an app, said {form}" for token in line for form in forms(token.low))


def _is_within(line: Sequence[Token], place: Place, called: str) -> bool:
    """Whether the phrase and the rules' name of a lead are the same but for words more or less."""
    said, known = {token.low for token in line[slice(*place)]}, set(called.lower().removeprefix("the ").split())
    return said <= known or known <= said or bool(said & known)


def _is_crowd(line: Sequence[Token]) -> bool:
    """``10M users tracking goals``: many people, and what they do."""
    return bool(line) and line[0].text[0].isdigit() and any(one.low.endswith("ing") for one in line[2:4])


def _option(one: Candidate, central: str, *, is_led_in: bool) -> Option:
    return one.place, (*one.signs, central, *(("led in",) if is_led_in and not one.start else ()))


def _central(line: Sequence[Token], one: Candidate, centre: Sequence[int]) -> str:
    """How near its words are to all the brief speaks of."""
    own = direction_of([token.low for token in line[slice(*one.place)]])
    share = sum(a * b for a, b in zip(own, centre, strict=True)) * _NEARNESS // LENGTH**2
    return f"central {share}"
