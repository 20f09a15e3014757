"""Makes the writer's tagger: learns from texts that a full parser has marked.

Usage: ``python bench/train_tagger.py marked.json [more.json ...] [--check marked.json]``

Each line of a file is one text: a JSON list of words, each ``[word, sign after it, part, chunk]``, made by
`bench/mark_texts.py` with spaCy's small English model (MIT) in an environment of its own.
"""

import argparse
import json
import random
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from reelwright.providers.builtin.writer import tagger
from reelwright.providers.builtin.writer.tokens import Token

Row = tuple[list[Token], list[str], list[str]]


def read(path: Path, dice: random.Random) -> list[Row]:
    """The texts of a file, some in small letters and some without signs, as people type them."""
    rows: list[Row] = []
    for text in path.read_text(encoding="utf-8").splitlines():
        words: list[list[str]] = json.loads(text)
        if 1 < len(words) < 60:
            style = dice.random()
            rows.append(_typed(words, is_small=style < 0.45, is_bare=style < 0.15))
    return rows


def _typed(words: list[list[str]], *, is_small: bool, is_bare: bool) -> Row:
    line: list[Token] = []
    opens, sentence = True, 0
    for word, sign, _, _ in words:
        text, after = word.lower() if is_small else word, "" if is_bare else sign
        line.append(Token(text, word.lower().replace("’", "'"), opens, after, sentence))
        opens = after in (".", "!", "?") and bool(after)
        sentence += opens
    parts = [part if part in tagger.PARTS else "X" for _, _, part, _ in words]
    chunks = [chunk if chunk in tagger.CHUNKS else "E-other" for _, _, _, chunk in words]
    return line, parts, chunks


class Perceptron:
    """An averaged perceptron over hashed features."""

    def __init__(self, answers: Sequence[str]) -> None:
        self.answers = answers
        self.index = {answer: at for at, answer in enumerate(answers)}
        self.now = np.zeros((1 << tagger.BITS, len(answers)), np.float32)
        self.sums = np.zeros_like(self.now)
        self.step = 0

    def learn(self, features: Sequence[str], truth: str) -> str:
        """The answer before learning; a wrong one moves the weights."""
        rows = [tagger.rows_of(feature) for feature in features]
        guess = int(self.now[rows].sum(axis=0).argmax())
        right = self.index[truth]
        self.step += 1
        if guess != right:
            for row in rows:
                self.now[row, right] += 1
                self.now[row, guess] -= 1
                self.sums[row, right] += self.step
                self.sums[row, guess] -= self.step
        return self.answers[guess]

    def averaged(self) -> np.ndarray:
        """Weights as small whole numbers."""
        mean = self.now - self.sums / max(1, self.step)
        scale = 127 / np.quantile(np.abs(mean[mean != 0]), 0.9995)
        return np.clip(np.rint(mean * scale), -127, 127).astype(np.int8)


def train(rows: list[Row], rounds: int, tell: Callable[[str], None]) -> bytes:
    """The file of weights."""
    parts, chunks = Perceptron(tagger.PARTS), Perceptron(tagger.CHUNKS)
    dice = random.Random("tagger")
    for turn in range(rounds):
        dice.shuffle(rows)
        right = said = 0
        for line, true_parts, true_chunks in rows:
            words = tagger.word_features(line)
            guessed: list[str] = []
            marked: list[str] = []
            for at, truth in enumerate(true_parts):
                guessed.append(parts.learn(tagger.part_features(words, guessed, at), truth))
            for at, truth in enumerate(true_chunks):
                marked.append(chunks.learn(tagger.chunk_features(line, guessed, marked, at), truth))
                right += marked[-1] == truth
                said += 1
        tell(f"round {turn + 1}: chunks {right / said:.1%} while learning")
    return zlib.compress(np.concatenate([parts.averaged(), chunks.averaged()], axis=1).tobytes(), 9)


def check(rows: list[Row], tell: Callable[[str], None]) -> None:
    """Prints how often the tagger agrees with the parser."""
    said = parts_right = chunks_right = 0
    for line, parts, chunks in rows:
        found = tagger.marks(line)
        said += len(found)
        parts_right += sum(mark.part == part for mark, part in zip(found, parts, strict=False))
        chunks_right += sum(mark.chunk == chunk for mark, chunk in zip(found, chunks, strict=False))
    tell(f"parts {parts_right / said:.1%}, chunks {chunks_right / said:.1%} of {said} words")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--check", type=Path)
    parser.add_argument("--rounds", type=int, default=4)
    arguments = parser.parse_args()
    dice = random.Random("typed")
    rows = [row for path in arguments.texts for row in read(path, dice)]
    if rows:
        target = Path(tagger.__file__).parent / "lexicon" / tagger.FILE
        packed = train(rows, arguments.rounds, print)
        target.write_bytes(packed)
        print(f"{len(packed)} bytes to {target}")
    if arguments.check:
        check(read(arguments.check, random.Random("check")), print)


if __name__ == "__main__":
    main()
