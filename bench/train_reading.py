"""Makes the weights by which the writer judges what a brief is about, from every labelled brief in ``tests/briefs/``.

Usage: ``python bench/train_reading.py [--check | --answer SET]``

Without an option the weights are written. ``--check`` trains without each quarter of the sets in turn and reads that
quarter: the only honest figures. ``--answer SET`` keeps what the rules alone say of a new set, before any rule is
mended for it: rules agree too well with briefs that they were mended for, and weights learned from that would trust
them too much.
"""

import argparse
from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from reading_learning import FOLDS, REACH, best, fold, learn, learned_directions
from reading_rows import QUESTIONS, keep_answers, rows_of

from reelwright.providers.builtin.writer import learned

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
_SCALE = 60
"""What a weight of one is written as."""
_FAINT = 2
"""Weights up to this many sixtieths are left out: they take room and change nothing."""


def check() -> None:
    """Prints for each set what rules and weights answer that were learned without the quarter it is read in."""
    sets = rows_of(TUNED, FRESH)
    for question in QUESTIONS:
        print(question)
        tallies = {name: np.zeros(3) for name in FRESH}
        for at in range(FOLDS):
            kept, left_out = fold({name: rows[question] for name, rows in sets.items()}, at, whole=TUNED)
            weights = learn(kept, question)
            for name, row in left_out:
                chosen = best(row, weights)
                tallies[name] += (row.is_ruled_right, row.suits(chosen), 1)
                if not row.suits(chosen):
                    print(f"    {row.text!r}: {row.names[chosen]}{' (the rules were right)' * row.is_ruled_right}")
        tallies["other eyes"] = sum((tallies[name] for name in FRESH if name not in OWN), np.zeros(3))
        for name, (ruled_right, right, count) in tallies.items():
            print(f"  {name:12} {count:4.0f} rules {ruled_right / count:.1%} learned {right / count:.1%}")


def write() -> None:
    """Learns from everything and writes the weights as whole numbers."""
    sets = rows_of(TUNED, FRESH).values()
    lines: list[str] = []
    for question in QUESTIONS:
        weights = learn([row for rows in sets for row in rows[question]], question)
        leaning = learned_directions(question)
        whole = {sign: round(_SCALE * weight * (REACH if sign in leaning else 1)) for sign, weight in weights.items()}
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
