"""Labelled briefs as rows to learn from: for each question its options, what is seen of them, and which are right."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from reading_learning import FOLDS, Row, best, fold, learn
from understanding import FOLDER, NEUTRAL, Label, bare, labels, plain_words, summaries

from reelwright.film.writing import ChooseTemplateInputs
from reelwright.providers.builtin.writer import judged, learned
from reelwright.providers.builtin.writer.analyse import Reading, ruled
from reelwright.providers.builtin.writer.laid_out import LaidOut, laid_out
from reelwright.providers.builtin.writer.namings import brand_options
from reelwright.providers.builtin.writer.signs import Place
from reelwright.providers.builtin.writer.tokens import plain
from reelwright.providers.builtin.writer.tongue import language_of
from reelwright.providers.builtin.writer.weigh import weigh

ANSWERS = FOLDER / "first_answers.json"
"""What the rules said of the fresh sets before they were mended for them."""
Answer = dict[str, Any]
Sets = dict[str, dict[str, list[Row]]]
"""Rows by the name of their set and their question."""


@dataclass(frozen=True)
class Brief:
    """A labelled brief in English, laid out."""

    label: Label
    out: LaidOut
    answer: Answer | None
    """What the rules alone said of it at first; None where that was not kept."""
    weight: float
    brand: str
    """As judged without what was learned from the brief itself, else as labelled."""


def answer_of(text: str) -> Answer:
    """What the rules alone say of a brief: as they read it, and as an advertisement."""
    own, sold = ruled(text), ruled(text, is_ad=True)
    return {
        "story": own.is_story,
        "hero": own.hero,
        "kind": own.kind,
        "scores": _scores(own),
        "ad": {"phrase": sold.noun_phrase, "kind": sold.kind, "brand": sold.brand, "scores": _scores(sold)},
    }


def _scores(reading: Reading) -> dict[str, float]:
    inputs = ChooseTemplateInputs(prompt=reading.prompt, duration_s=15, mood="", style="", templates=summaries())
    return {slug: round(weight, 2) for slug, (weight, _) in weigh(inputs, reading).items() if weight}


def brand_row(brief: Brief) -> Row | None:
    """Which words name the brand; None for a story, and without a first answer."""
    if brief.label.hero or not brief.answer:
        return None
    ruled_as = str(brief.answer["ad"]["brand"])
    options = brand_options(brief.label.text, brief.out, ruled_as)
    right = [bare(one.text) == bare(brief.label.brand) for one in options]
    signs = [list(one.signs) for one in options]
    is_ruled_right = bare(ruled_as) == bare(brief.label.brand)
    names = [one.text for one in options]
    return Row(signs, right, brief.weight, brief.label.text, names, is_ruled_right, [()] * len(options))


def product_row(brief: Brief) -> Row | None:
    """Which phrase is the product; None for a story."""
    if brief.label.hero:
        return None
    sold: Answer = brief.answer["ad"] if brief.answer else {"phrase": "", "kind": ""}
    ruled_as = (str(sold["phrase"]), str(sold["kind"]))
    options = judged.product_options(brief.out, brief.brand, ruled_as)
    own = plain_words(brief.brand)
    wanted = [plain_words(one) for one in brief.label.product if one]
    counted = set[str]() if brief.label.brand else own
    is_neutral = "" in brief.label.product and ruled_as[0] in NEUTRAL
    said = [plain_words(_called(brief.out, place, ruled_as[0])) for place, _ in options]
    places = [place for place, _ in options]
    loose = [
        any(one <= words | counted for one in wanted) if place != judged.APP else {"app"} in wanted
        for place, words in zip(places, said, strict=True)
    ]
    loose = [one or (not place and is_neutral) for place, one in zip(places, loose, strict=True)]
    named = {word for words in wanted for word in words}
    tight = [
        one and (place == judged.APP or words - own <= named)
        for place, words, one in zip(places, said, loose, strict=True)
    ]
    # The tightest phrase is wanted where one is whole, and of those with one last word the longest.
    tight = [
        one and not any(tight[at] and _is_longer(places[at], place) for at in range(len(places)))
        for one, place in zip(tight, places, strict=True)
    ]
    is_found = any(one <= plain_words(ruled_as[0]) | counted for one in wanted)
    row = _row(brief, options, tight if any(tight) else loose, is_ruled_right=is_found or is_neutral)
    return replace(row, accepted=loose)


def _called(out: LaidOut, place: Place | None, ruled_as: str) -> str:
    """The words of an option; those of the rules where it stands nowhere."""
    return " ".join(one.text for one in out.line[slice(*place)]) if place else ruled_as


def _is_longer(other: Place | None, place: Place | None) -> bool:
    return bool(other and place and other[1] == place[1] and other[0] < place[0])


def lead_row(brief: Brief) -> Row | None:
    """Which phrase is the lead; None for an advertisement."""
    if not brief.label.hero:
        return None
    hero = str(brief.answer["hero"]) if brief.answer else ""
    options = judged.lead_options(brief.out, hero)
    wanted = [plain_words(one) for one in brief.label.hero]
    said = [plain_words("the " + _called(brief.out, place, "")) for place, _ in options]
    right = [any(one <= words for one in wanted) for words in said]
    return _row(brief, options, right, is_ruled_right=any(one <= plain_words(hero) for one in wanted))


def told_row(brief: Brief) -> Row | None:
    """Whether a story is told."""
    out, answer = brief.out, brief.answer
    brand = str(answer["ad"]["brand"]) if answer else brief.label.brand
    is_ruled = bool(answer and answer["story"])
    gist = [*out.signs(brand), *out.tellings(brand)]
    signs = judged.told_signs(gist, is_ruled=is_ruled, is_led_in=out.is_led_in)
    signs = [sign for sign in signs if answer or not sign.startswith("rules: ")]
    is_story = bool(brief.label.hero)
    options, names, leanings = [list[str](), signs], ["ad", "story"], [(), out.direction]
    right = [not is_story, is_story]
    return Row(options, right, brief.weight, brief.label.text, names, is_ruled == is_story, leanings)


def template_row(brief: Brief) -> Row | None:
    """Which templates suit."""
    label, answer, out = brief.label, brief.answer, brief.out
    is_story = bool(label.hero)
    scores: dict[str, float] = {}
    chosen, kind = "", ""
    if answer:
        own, sold = _whole(answer["scores"]), _whole(answer["ad"]["scores"])
        scores = own if answer["story"] == is_story else {} if is_story else sold
        chosen, kind = max(own, key=lambda slug: own[slug]), str(answer["kind"])
    gist = [*out.signs("" if is_story else brief.brand), *out.pairs()]
    signs = judged.template_signs(gist, scores, kind, is_story=is_story)
    options = [[f"{slug}\t{sign}" for sign in signs] for slug in learned.TEMPLATES]
    right = [slug in label.templates for slug in learned.TEMPLATES]
    names: list[str] = list(learned.TEMPLATES)
    return Row(options, right, brief.weight, label.text, names, chosen in label.templates, [out.direction] * len(names))


def _whole(scores: dict[str, float]) -> dict[str, float]:
    return {slug: scores.get(slug, 0.0) for slug in learned.TEMPLATES}


def _row(brief: Brief, options: Sequence[judged.Option], right: list[bool], *, is_ruled_right: bool) -> Row:
    names = ["(an app)" if place == judged.APP else _called(brief.out, place, "(inferred)") for place, _ in options]
    leanings = judged.leanings(brief.out, options)
    signs = [list(signs) for _, signs in options]
    return Row(signs, right, brief.weight, brief.label.text, names, is_ruled_right, leanings)


QUESTIONS = {"brand": brand_row, "product": product_row, "lead": lead_row, "told": told_row, "template": template_row}
"""How a brief becomes a row of each question."""


def rows_of(tuned: Sequence[str], fresh: Sequence[str]) -> Sets:
    """Each question's rows of every set.

    Args:
        tuned: Sets that the rules were made with; of these only words and places speak, at half weight.
        fresh: Sets whose first answers by the rules were kept.
    """
    briefs = {name: _briefs_of(name, is_fresh=name in fresh) for name in (*tuned, *fresh)}
    brands = _judged_brands({name: briefs[name] for name in fresh})
    sets: Sets = {}
    for name, of_set in briefs.items():
        judged_ = [replace(one, brand=brands.get(one.label.text, one.brand)) for one in of_set]
        made = {question: [make(one) for one in judged_] for question, make in QUESTIONS.items()}
        sets[name] = {question: [row for row in rows if row and row.options] for question, rows in made.items()}
    return sets


def _briefs_of(name: str, *, is_fresh: bool) -> list[Brief]:
    answers = first_answers() if is_fresh else {}
    read = [(label, plain(label.text)) for label in labels(name)]
    laid = [(label, laid_out(text)) for label, text in read if language_of(text) == "en"]
    return [
        Brief(label, out, answers.get(label.text), 1.0 if is_fresh else 0.5, "" if label.hero else label.brand)
        for label, out in laid
        if out.line
    ]


def _judged_brands(briefs: dict[str, list[Brief]]) -> dict[str, str]:
    """The brand of every fresh brief, as judged by what was learned without the quarter that it stands in."""
    sets = {name: [row for one in of_set if (row := brand_row(one))] for name, of_set in briefs.items()}
    brands: dict[str, str] = {}
    for at in range(FOLDS):
        kept, left_out = fold(sets, at)
        weights = learn(kept, "brand")
        brands |= {row.text: row.names[best(row, weights)] for _, row in left_out}
    return brands


@lru_cache(maxsize=1)
def first_answers() -> dict[str, Answer]:
    """What the rules said of the fresh sets before they were mended for them."""
    return json.loads(ANSWERS.read_text(encoding="utf-8"))


def keep_answers(name: str) -> None:
    """Adds what the rules say of a set to the first answers; those kept already stay."""
    kept = dict(first_answers())
    for label in labels(name):
        kept.setdefault(label.text, answer_of(label.text))
    rows = [f" {json.dumps(text, ensure_ascii=False)}: {json.dumps(row)}" for text, row in kept.items()]
    ANSWERS.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
