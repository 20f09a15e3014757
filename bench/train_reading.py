"""Makes the weights by which the writer judges what a brief is about, from every labelled brief in ``tests/briefs/``.

Usage: ``python bench/train_reading.py [--check | --answer SET]``

Without an option the weights are written. ``--check`` trains without each quarter of the sets in turn and reads that
quarter: the only honest figures. ``--answer SET`` keeps what the rules alone say of a new set, before any rule is
mended for it: rules agree too well with briefs that they were mended for, and weights learned from that would trust
them too much.
"""

import argparse
import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from understanding import FOLDER, NEUTRAL, Label, bare, labels, plain_words, summaries

from reelwright.film.writing import ChooseTemplateInputs
from reelwright.providers.builtin.writer import judged, learned, vectors
from reelwright.providers.builtin.writer.analyse import Reading, ruled
from reelwright.providers.builtin.writer.laid_out import LaidOut, laid_out
from reelwright.providers.builtin.writer.namings import brand_options
from reelwright.providers.builtin.writer.signs import Place
from reelwright.providers.builtin.writer.tokens import plain
from reelwright.providers.builtin.writer.tongue import language_of
from reelwright.providers.builtin.writer.weigh import weigh

FRESH = (
    *("first_sight", "blind", "second", "third", "fourth", "fifth", "sixth"),
    *("practice", "practice_two", "practice_three", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
)
"""Sets whose first answers by the rules were kept."""
OWN = ("practice", "practice_two", "practice_three")
"""Those of them that were written by who knew the code."""
TUNED = ("tune", "held_out", "seen_once", "unseen", "unseen_rare")
"""Sets that the rules were made with; of these only words and places speak, at half weight."""
ANSWERS = FOLDER / "first_answers.json"
_FOLDS, _ROUNDS, _RATE, _SCALE, _LEAST = 4, 200, 0.05, 60, 2
_FAINT = 2
"""Weights up to this many sixtieths are left out: they take room and change nothing."""
DAMPING = {"brand": 0.002, "product": 0.02, "lead": 0.01, "told": 0.01, "template": 0.001}
LEANING = {"product": 0.03, "lead": 0.05, "told": 0.01, "template": 0.0005}
"""How much small weights are preferred of where the words point."""
_REACH = 3
"""How long a direction is while learning."""
Answer = dict[str, Any]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """One brief's question: options with their signs, and which of them are right."""

    options: list[list[str]]
    right: list[bool]
    weight: float
    text: str
    names: list[str]
    is_ruled_right: bool
    leanings: Sequence[tuple[int, ...]]
    """Where the words of each option point; empty where it has no say."""
    accepted: Sequence[bool] = ()
    """Which options are as good for who reads, where that differs from what is to be learned."""

    def suits(self, at: int) -> bool:
        """Whether an option is accepted."""
        return (self.accepted or self.right)[at]

    def score(self, weights: dict[str, float], at: int) -> float:
        """How much speaks for an option."""
        return sum(weights.get(sign, 0.0) * value for sign, value in self.valued(at))

    def valued(self, at: int) -> Iterator[tuple[str, float]]:
        """An option's signs with how much each holds."""
        yield from ((sign, 1.0) for sign in dict.fromkeys(self.options[at]))
        prefix = f"{learned.TEMPLATES[at]}\t" if len(self.options) == len(learned.TEMPLATES) == len(self.names) else ""
        prefix = prefix if self.names[at] in learned.TEMPLATES else ""
        for turn, one in enumerate(self.leanings[at]):
            yield f"{prefix}{learned.direction(turn)}", _REACH * one / vectors.LENGTH


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


def _whole(scores: dict[str, float]) -> dict[str, float]:
    return {slug: scores.get(slug, 0.0) for slug in learned.TEMPLATES}


def brand_row(label: Label, out: LaidOut, answer: Answer | None, weight: float) -> Row | None:
    """Which words name the brand; None for a story, and without a first answer."""
    if label.hero or not answer:
        return None
    ruled_as = str(answer["ad"]["brand"])
    options = brand_options(label.text, out, ruled_as)
    right = [bare(one.text) == bare(label.brand) for one in options]
    names = [one.text for one in options]
    signs = [list(one.signs) for one in options]
    is_ruled_right = bare(ruled_as) == bare(label.brand)
    return Row(signs, right, weight, label.text, names, is_ruled_right, [()] * len(options))


def product_row(label: Label, out: LaidOut, answer: Answer | None, weight: float) -> Row | None:
    """Which phrase is the product; None for a story."""
    if label.hero:
        return None
    sold: Answer = answer["ad"] if answer else {"phrase": "", "kind": "", "brand": label.brand}
    brand = judged_brands().get(label.text, str(sold["brand"]))
    ruled_as = (str(sold["phrase"]), str(sold["kind"]))
    options = judged.product_options(out, brand, ruled_as)
    wanted = [plain_words(one) for one in label.product if one]
    named = {word for words in wanted for word in words}
    own = plain_words(brand)
    loose: list[bool] = []
    tight: list[bool] = []
    is_neutral = "" in label.product and ruled_as[0] in NEUTRAL
    for place, _ in options:
        if place == judged.APP:
            loose.append({"app"} in wanted)
            tight.append(loose[-1])
            continue
        said = plain_words(" ".join(one.text for one in out.line[slice(*place)]) if place else ruled_as[0])
        is_right = any(one <= said | (set[str]() if label.brand else own) for one in wanted)
        loose.append(is_right or (not place and is_neutral))
        tight.append(loose[-1] and said - own <= named)
    is_found = any(one <= plain_words(ruled_as[0]) | (set[str]() if label.brand else own) for one in wanted)
    # The tightest phrase is wanted where one is whole, and of those with one last word the longest.
    places = [place for place, _ in options]
    tight = [
        one and not any(tight[at] and _is_longer(places[at], place) for at in range(len(places)))
        for one, place in zip(tight, places, strict=True)
    ]
    right = tight if any(tight) else loose
    row = _row(label, out, options, right, weight, is_ruled_right=is_found or is_neutral)
    return replace(row, accepted=loose)


def _is_longer(other: Place | None, place: Place | None) -> bool:
    return bool(other and place and other[1] == place[1] and other[0] < place[0])


def lead_row(label: Label, out: LaidOut, answer: Answer | None, weight: float) -> Row | None:
    """Which phrase is the lead; None for an advertisement."""
    if not label.hero:
        return None
    hero = str(answer["hero"]) if answer else ""
    options = judged.lead_options(out, hero)
    wanted = [plain_words(one) for one in label.hero]
    right = [
        any(one <= plain_words("the " + " ".join(token.text for token in out.line[slice(*place)])) for one in wanted)
        for place, _ in options
        if place
    ]
    return _row(label, out, options, right, weight, is_ruled_right=any(one <= plain_words(hero) for one in wanted))


def told_row(label: Label, out: LaidOut, answer: Answer | None, weight: float) -> Row | None:
    """Whether a story is told."""
    brand = str(answer["ad"]["brand"]) if answer else label.brand
    gist = [*out.signs(brand), *out.tellings(brand)]
    is_ruled = bool(answer and answer["story"])
    signs = judged.told_signs(gist, is_ruled=is_ruled, is_led_in=out.is_led_in)
    signs = [sign for sign in signs if answer or not sign.startswith("rules: ")]
    is_story = bool(label.hero)
    right = [not is_story, is_story]
    return Row([[], signs], right, weight, label.text, ["ad", "story"], is_ruled == is_story, [(), out.direction])


def template_row(label: Label, out: LaidOut, answer: Answer | None, weight: float) -> Row | None:
    """Which templates suit."""
    is_story = bool(label.hero)
    scores: dict[str, float] = {}
    chosen, kind = "", ""
    if answer:
        own, sold = _whole(answer["scores"]), _whole(answer["ad"]["scores"])
        scores = own if answer["story"] == is_story else {} if is_story else sold
        chosen, kind = max(own, key=lambda slug: own[slug]), str(answer["kind"])
    brand = "" if is_story else label.brand
    if answer and not is_story:
        brand = judged_brands().get(label.text, "")
    gist = [*out.signs(brand), *out.pairs()]
    signs = judged.template_signs(gist, scores, kind, is_story=is_story)
    options = [[f"{slug}\t{sign}" for sign in signs] for slug in learned.TEMPLATES]
    right = [slug in label.templates for slug in learned.TEMPLATES]
    names: list[str] = list(learned.TEMPLATES)
    return Row(options, right, weight, label.text, names, chosen in label.templates, [out.direction] * len(names))


def _row(
    label: Label,
    out: LaidOut,
    options: Sequence[judged.Option],
    right: list[bool],
    weight: float,
    *,
    is_ruled_right: bool,
) -> Row:
    names = [" ".join(one.text for one in out.line[slice(*place)]) if place else "(inferred)" for place, _ in options]
    names = ["(an app)" if place == judged.APP else name for name, (place, _) in zip(names, options, strict=True)]
    leanings = judged.leanings(out, options)
    return Row([list(signs) for _, signs in options], right, weight, label.text, names, is_ruled_right, leanings)


_ROWS = {"brand": brand_row, "product": product_row, "lead": lead_row, "told": told_row, "template": template_row}


@lru_cache(maxsize=1)
def judged_brands() -> dict[str, str]:
    """The brand of every fresh brief, as judged by what was learned without the quarter that it stands in."""
    sets = {name: {"brand": [row for row in _rows_of_brand(name) if row.options]} for name in FRESH}
    brands: dict[str, str] = {}
    for fold in range(_FOLDS):
        kept, left_out = _fold(sets, "brand", fold)
        weights = learn(kept, "brand")
        for _, row in left_out:
            scores = [row.score(weights, at) for at in range(len(row.options))]
            brands[row.text] = row.names[scores.index(max(scores))]
    return brands


def _rows_of_brand(name: str) -> list[Row]:
    answers = first_answers()
    read = ((label, laid_out(plain(label.text))) for label in labels(name) if language_of(plain(label.text)) == "en")
    rows = (brand_row(label, out, answers.get(label.text), 1.0) for label, out in read if out.line)
    return [row for row in rows if row]


@lru_cache(maxsize=1)
def first_answers() -> dict[str, Answer]:
    """What the rules said of the fresh sets before they were mended for them."""
    return json.loads(ANSWERS.read_text(encoding="utf-8"))


def rows_of(name: str) -> dict[str, list[Row]]:
    """Each question's rows of a set."""
    answers = first_answers() if name in FRESH else {}
    rows: dict[str, list[Row]] = {question: [] for question in _ROWS}
    for label in labels(name):
        text = plain(label.text)
        out = laid_out(text)
        if language_of(text) != "en" or not out.line:
            continue
        for question, make in _ROWS.items():
            row = make(label, out, answers.get(label.text), 1.0 if name in FRESH else 0.5)
            if row and row.options:
                rows[question].append(row)
    return rows


def learn(rows: Sequence[Row], question: str) -> dict[str, float]:
    """Weights of signs by which right options win: a conditional logit, by Adam with small weights preferred."""
    rows = [row for row in rows if any(row.right) and not all(row.right)]
    counts = Counter(sign for row in rows for sign in {sign for option in row.options for sign in option})
    counts.update({sign: _LEAST for sign in learned_directions(question) if question in LEANING})
    index = {sign: at for at, sign in enumerate(sign for sign, count in counts.items() if count >= _LEAST)}
    options = [list(row.valued(at)) for row in rows for at in range(len(row.options))]
    known = [[(index[sign], value) for sign, value in option if sign in index] for option in options]
    flat = np.array([at for option in known for at, _ in option])
    values = np.array([value for option in known for _, value in option])
    owner = np.repeat(np.arange(len(options)), [len(option) for option in known])
    row_of = np.repeat(np.arange(len(rows)), [len(row.options) for row in rows])
    right = np.array([one for row in rows for one in row.right], float)
    share = np.array([row.weight for row in rows])[row_of] / sum(row.weight for row in rows)
    leaning = learned_directions(question)
    damping = np.array([LEANING[question] if sign in leaning else DAMPING[question] for sign in index]) / 10
    weights, mean, square = np.zeros((3, len(index)))
    for step in range(1, _ROUNDS + 1):
        scores = np.asarray(np.bincount(owner, weights[flat] * values, len(options)), np.float64)
        said = _soft(scores, row_of, np.ones_like(right))
        slope = np.bincount(flat, ((said - _soft(scores, row_of, right)) * share)[owner] * values, len(index))
        slope += damping * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights = weights - _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-6)
    return {sign: float(weights[at]) for sign, at in index.items()}


def learned_directions(question: str) -> set[str]:
    """The signs of a question that stand for directions of meaning."""
    if question not in LEANING:
        return set()
    prefixes = [f"{slug}\t" for slug in learned.TEMPLATES] if question == "template" else [""]
    return {f"{prefix}{learned.direction(at)}" for prefix in prefixes for at in range(vectors.SIZE)}


def _soft(scores: Floats, row_of: NDArray[np.int64], mask: Floats) -> Floats:
    """Each option's probability within its row, among those of the mask."""
    most = np.full(row_of[-1] + 1, -np.inf)
    np.maximum.at(most, row_of, scores)
    raised = np.exp(scores - most[row_of]) * mask
    return raised / np.maximum(np.bincount(row_of, raised), 1e-12)[row_of]


def check() -> None:
    """Prints for each set what rules and weights answer that were learned without the quarter it is read in."""
    sets = {name: rows_of(name) for name in (*TUNED, *FRESH)}
    for question in _ROWS:
        print(question)
        tallies = {name: np.zeros(3) for name in FRESH}
        for fold in range(_FOLDS):
            kept, left_out = _fold(sets, question, fold)
            weights = learn(kept, question)
            for name, row in left_out:
                scores = [row.score(weights, at) for at in range(len(row.options))]
                best = int(np.argmax(scores))
                tallies[name] += (row.is_ruled_right, row.suits(best), 1)
                if not row.suits(best):
                    print(f"    {row.text!r}: {row.names[best]}{' (the rules were right)' * row.is_ruled_right}")
        tallies["other eyes"] = sum((tallies[name] for name in FRESH if name not in OWN), np.zeros(3))
        for name, (ruled_right, right, count) in tallies.items():
            print(f"  {name:12} {count:4.0f} rules {ruled_right / count:.1%} learned {right / count:.1%}")


def _fold(sets: dict[str, dict[str, list[Row]]], question: str, fold: int) -> tuple[list[Row], list[tuple[str, Row]]]:
    """Rows to learn from, and a quarter of every set to read, by its name."""
    kept: list[Row] = []
    left_out: list[tuple[str, Row]] = []
    for name, rows in sets.items():
        for at, row in enumerate(rows[question]):
            if name in FRESH and at % _FOLDS == fold:
                left_out.append((name, row))
            else:
                kept.append(row)
    return kept, left_out


def write() -> None:
    """Learns from everything and writes the weights as whole numbers."""
    sets = [rows_of(name) for name in (*TUNED, *FRESH)]
    lines: list[str] = []
    for question in DAMPING:
        weights = learn([row for rows in sets for row in rows[question]], question)
        leaning = learned_directions(question)
        whole = {sign: round(_SCALE * weight * (_REACH if sign in leaning else 1)) for sign, weight in weights.items()}
        if question == "template":
            signs = sorted({sign.split("\t")[1] for sign in whole})
            table = {sign: [whole.get(f"{slug}\t{sign}", 0) for slug in learned.TEMPLATES] for sign in signs}
        else:
            table = {sign: [whole[sign]] for sign in sorted(whole)}
        tells = partial(_tells, leaning)
        lines += [f"{question}\t{sign}\t{' '.join(map(str, row))}\n" for sign, row in table.items() if tells(sign, row)]
    path = Path(learned.__file__).parent / "lexicon" / learned.FILE
    path.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} signs, {path.stat().st_size} bytes to {path}")


def _tells(leaning: Collection[str], sign: str, row: Sequence[int]) -> bool:
    """Whether a sign's weights are worth a line."""
    return any(row) if sign in leaning or sign.startswith("towards ") else max(map(abs, row)) > _FAINT


def keep_answers(name: str) -> None:
    """Adds what the rules say of a set to the first answers; those kept already stay."""
    kept: dict[str, Answer] = json.loads(ANSWERS.read_text(encoding="utf-8")) if ANSWERS.exists() else {}
    for label in labels(name):
        kept.setdefault(label.text, answer_of(label.text))
    rows = [f" {json.dumps(text, ensure_ascii=False)}: {json.dumps(row)}" for text, row in kept.items()]
    ANSWERS.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--answer", metavar="SET")
    arguments = parser.parse_args()
    if arguments.answer:
        keep_answers(arguments.answer)
    elif arguments.check:
        check()
    else:
        write()


if __name__ == "__main__":
    main()
