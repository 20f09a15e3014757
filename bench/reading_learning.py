"""Learning weights of signs: rows of options of which some are right, and a conditional logit over them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reelwright.providers.builtin.writer import learned, vectors

FOLDS = 4
"""Quarters of a set."""
REACH = 3
"""How long a direction is while learning."""
_ROUNDS, _RATE, _LEAST = 200, 0.05, 2
DAMPING = {"brand": 0.002, "product": 0.02, "lead": 0.01, "told": 0.01, "template": 0.001}
LEANING = {"product": 0.03, "lead": 0.05, "told": 0.01, "template": 0.0005}
"""How much small weights are preferred of where the words point."""
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
            yield f"{prefix}{learned.direction(turn)}", REACH * one / vectors.LENGTH


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


def best(row: Row, weights: dict[str, float]) -> int:
    """The option of a row for which most speaks."""
    scores = [row.score(weights, at) for at in range(len(row.options))]
    return scores.index(max(scores))


def fold(sets: dict[str, list[Row]], at: int, whole: Sequence[str] = ()) -> tuple[list[Row], list[tuple[str, Row]]]:
    """Rows to learn from, and a quarter of every set to read, by its name.

    Args:
        sets: Rows by the name of their set.
        at: Which quarter, in [0, FOLDS).
        whole: Sets of which nothing is left out.
    """
    kept: list[Row] = []
    left_out: list[tuple[str, Row]] = []
    for name, rows in sets.items():
        for turn, row in enumerate(rows):
            if name not in whole and turn % FOLDS == at:
                left_out.append((name, row))
            else:
                kept.append(row)
    return kept, left_out
