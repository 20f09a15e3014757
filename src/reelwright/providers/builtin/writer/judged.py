"""What a brief is about, judged by learned weights: they start from what the rules found and may overrule it."""

import re
from collections.abc import Iterator, Sequence

from reelwright.providers.builtin.writer import gist, learned
from reelwright.providers.builtin.writer.candidates import Candidate, candidates, place_of
from reelwright.providers.builtin.writer.kinds import kind_at_end
from reelwright.providers.builtin.writer.laid_out import LaidOut
from reelwright.providers.builtin.writer.leads import Lead
from reelwright.providers.builtin.writer.nouns import cast_of, forms, is_known
from reelwright.providers.builtin.writer.signs import Place
from reelwright.providers.builtin.writer.vectors import LENGTH, direction_of
from reelwright.providers.builtin.writer.words import lexicon

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


def product_options(out: LaidOut, brand: str, ruled: tuple[str, str]) -> list[Option]:
    """What may be the product.

    Args:
        out: The brief.
        brand: Empty where the brief names none.
        ruled: Noun phrase and kind that the rules found.
    """
    (phrase, kind), line = ruled, out.line
    picked = place_of(line, phrase) if phrase else None
    options = [_option(out, one) for one in candidates(out, brand, picked)]
    if line and brand.lower() not in lexicon("brands")["names"] and not any(token.low in _SOFTWARE for token in line):
        options.append((APP, tuple(_app_signs(out, brand, kind))))
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
    return options


def lead_options(out: LaidOut, ruled: str) -> list[Option]:
    """Who may be the lead of a story; ``ruled`` is what the rules call it, empty where they found none."""
    picked = place_of(out.line, ruled.lower().removeprefix("the ")) if ruled else None
    return [(one.place, one.signs) for one in candidates(out, "", picked)]


def leanings(out: LaidOut, options: Sequence[Option]) -> list[tuple[int, ...]]:
    """Where the words of each option point; empty for what the rules inferred."""
    return [_direction(out, place) if place and place != APP else () for place, _ in options]


def best_place(question: str, out: LaidOut, options: Sequence[Option]) -> Place | None:
    """Where the ``product`` or the ``lead`` stands; None where the rules inferred it better, or nothing is offered."""
    if not options:
        return None
    return options[learned.best(question, [signs for _, signs in options], leanings(out, options))][0]


def lead_of_phrases(out: LaidOut) -> Lead | None:
    """The lead of a story in which the rules found none; None for a brief without a noun."""
    place = best_place("lead", out, lead_options(out, ""))
    if not place:
        return None
    words = out.line[slice(*place)]
    people = lexicon("people")["leads"]
    known = [people.get(token.low.removesuffix("'s")) or cast_of(token.low.removesuffix("'s")) for token in words]
    presentation, age = next((cast for cast in reversed(known) if cast), _UNKNOWN)
    is_name = all(token.text[:1].isupper() for token in words) and not known[-1]
    called = " ".join(token.text if is_name else token.low for token in words).removesuffix("'s")
    return (called if is_name else f"the {called}"), (str(presentation), int(age))


def _app_signs(out: LaidOut, brand: str, kind: str) -> Iterator[str]:
    """What speaks for an app that the brief does not call one."""
    line, marks = out.line, out.marks
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


def _option(out: LaidOut, one: Candidate) -> Option:
    """A candidate with how near its words are to all that the brief speaks of."""
    share = sum(a * b for a, b in zip(_direction(out, one.place), out.direction, strict=True))
    led = ("led in",) if out.is_led_in and not one.start else ()
    return one.place, (*one.signs, f"central {share * _NEARNESS // LENGTH**2}", *led)


def _direction(out: LaidOut, place: Place) -> tuple[int, ...]:
    return direction_of([token.low for token in out.line[slice(*place)]])
