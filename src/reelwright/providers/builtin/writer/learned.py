"""What was learned from labelled briefs: whole-number weights of signs, by `bench/train_reading.py`."""

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from reelwright.providers.builtin.writer.vectors import LENGTH

FILE = "reading.tsv"
QUESTIONS = ("brand", "product", "lead", "told", "template")
"""Which words name who sells, which phrase is sold, whom a story tells of, whether it tells, which template suits."""
TEMPLATES = (
    "aida",
    "problem-agitate-solve",
    "before-after-bridge",
    "heros-journey",
    "emotional-arc",
    "teaser-reveal",
    "social-proof",
    "sensory-experience",
)
"""What the weights of a sign for ``template`` speak for, in order."""
_HERE = "reelwright.providers.builtin.writer"
Weights = dict[str, tuple[int, ...]]


@lru_cache(maxsize=1)
def _weights() -> dict[str, Weights]:
    """Each question's signs: a line holds the question, the sign and its weights, with tabs between."""
    tables: dict[str, Weights] = {question: {} for question in QUESTIONS}
    for line in (files(_HERE) / "lexicon" / FILE).read_text(encoding="utf-8").splitlines():
        question, sign, numbers = line.split("\t")
        tables[question][sign] = tuple(map(int, numbers.split()))
    return tables


def direction(at: int) -> str:
    """The sign that stands for one of the directions of `vectors.direction_of`."""
    return f"towards {at:02}"


def weight(question: str, signs: Sequence[str], leaning: Sequence[int] = ()) -> int:
    """What the signs say together of a question with one weight for each sign; more than 0 speaks for it.

    Args:
        question: One of `QUESTIONS` but ``template``.
        signs: What is seen; each counts once.
        leaning: Where the words point, as `vectors.direction_of` gives it.
    """
    known = _weights()[question]
    return sum(known[sign][0] for sign in dict.fromkeys(signs) if sign in known) + _pull(known, leaning, 0)


def best(question: str, options: Sequence[Sequence[str]], leanings: Sequence[Sequence[int]]) -> int:
    """The place of the option that weighs most by its signs and where its words point, the first of equals.

    At least one option is needed, and as many leanings as options.
    """
    weights = [weight(question, signs, leaning) for signs, leaning in zip(options, leanings, strict=True)]
    return weights.index(max(weights))


def suited(signs: Sequence[str], leaning: Sequence[int] = ()) -> dict[str, int]:
    """How well each of `TEMPLATES` suits a brief with these signs, whose words point there."""
    known = _weights()["template"]
    rows = [known[sign] for sign in dict.fromkeys(signs) if sign in known]
    return {slug: sum(row[at] for row in rows) + _pull(known, leaning, at) for at, slug in enumerate(TEMPLATES)}


def _pull(known: Weights, leaning: Sequence[int], column: int) -> int:
    rows = ((known.get(direction(at)), one) for at, one in enumerate(leaning))
    return sum(row[column] * one for row, one in rows if row) // LENGTH
