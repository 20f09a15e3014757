"""What was learned from labelled briefs: whole-number weights of signs, by `bench/train_reading.py`."""

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

FILE = "reading.tsv"
QUESTIONS = ("product", "lead", "told", "template")
"""Which phrase a brief sells, whom it tells of, whether it tells a story, and which story template suits it."""
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


def weight(question: str, signs: Sequence[str]) -> int:
    """What the signs say together of a question with one weight for each sign; more than 0 speaks for it."""
    known = _weights()[question]
    return sum(known[sign][0] for sign in dict.fromkeys(signs) if sign in known)


def best(question: str, options: Sequence[Sequence[str]]) -> int:
    """The place of the option whose signs weigh most, the first of equals; at least one option is needed."""
    weights = [weight(question, signs) for signs in options]
    return weights.index(max(weights))


def suited(signs: Sequence[str]) -> dict[str, int]:
    """How well each of `TEMPLATES` suits a brief with these signs."""
    known = _weights()["template"]
    rows = [known[sign] for sign in dict.fromkeys(signs) if sign in known]
    return {slug: sum(row[at] for row in rows) for at, slug in enumerate(TEMPLATES)}
