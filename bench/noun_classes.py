"""Makes the writer's table of common words from WordNet 3.0: each with its class and part of speech.

Usage: ``apt-get install wordnet-base; python bench/noun_classes.py [--wordnet /usr/share/wordnet]``
"""

import argparse
import tomllib
import zlib
from collections import defaultdict
from pathlib import Path

LEXICON = Path(__file__).resolve().parent.parent / "src/reelwright/providers/builtin/writer/lexicon"
VAGUE = (
    "",
    "other",
    "thing",
    "time",
    "group",
    "material",
    "town",
    "building",
    "person",
    "body",
    "service",
    "container",
)
"""Classes that give way to a telling class of a word's second or third sense."""
LIVING = ("animal", "pest", "plant", "pet")
SENSES = 3
MOST_RARE_LETTERS = 14
"""A word of no telling class that is longer and never counted in the tagged texts is left out."""

Synsets = dict[int, tuple[tuple[str, ...], tuple[int, ...]]]


def read_nouns(folder: Path) -> tuple[Synsets, dict[str, tuple[int, ...]]]:
    """Synsets by offset (words, hypernyms) and the senses of every noun, the most frequent first."""
    synsets: Synsets = {}
    for line in (folder / "data.noun").read_text(encoding="ascii").splitlines():
        if line.startswith("  "):
            continue
        parts = line.split(" | ")[0].split()
        count = int(parts[3], 16)
        words = tuple(parts[4 + 2 * at] for at in range(count))
        rest = parts[4 + 2 * count + 1 :]
        above = tuple(int(rest[at + 1]) for at in range(0, len(rest) - 3, 4) if rest[at] == "@")
        synsets[int(parts[0])] = (words, above)
    senses = {word: offsets for word, offsets, _ in _index(folder, "noun")}
    return synsets, senses


def _index(folder: Path, part: str) -> list[tuple[str, tuple[int, ...], int]]:
    rows: list[tuple[str, tuple[int, ...], int]] = []
    for line in (folder / f"index.{part}").read_text(encoding="ascii").splitlines():
        if line.startswith("  "):
            continue
        parts = line.split()
        count = int(parts[2])
        rows.append((parts[0], tuple(int(one) for one in parts[-count:]), int(parts[-count - 1])))
    return rows


def tagged_counts(folder: Path) -> dict[str, dict[str, int]]:
    """How often each word stands as noun, verb, adjective or adverb in the tagged texts."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    letters = {"1": "n", "2": "v", "3": "a", "5": "a", "4": "r"}
    for line in (folder / "cntlist.rev").read_text(encoding="ascii").splitlines():
        key, _, count = line.split()
        word, sense = key.split("%")
        counts[word][letters[sense[0]]] += int(count)
    return counts


def classes_of(synsets: Synsets, senses: dict[str, tuple[int, ...]]) -> dict[int, str]:
    """The class of every synset: that of the nearest root above it."""
    roots: dict[int, str] = {}
    for name, entry in tomllib.loads((LEXICON / "noun_classes.toml").read_text(encoding="utf-8")).items():
        for root in entry["roots"]:
            word, number = root.rsplit(".", 1)
            offsets = senses.get(word, ())
            if len(offsets) < int(number):
                raise SystemExit(f"{name}: WordNet has no {root}")
            roots.setdefault(offsets[int(number) - 1], name)
    found: dict[int, str] = {}
    for offset in synsets:
        level, seen = [offset], {offset}
        while level and offset not in found:
            hit = next((roots[one] for one in level if one in roots), "")
            if hit:
                found[offset] = hit
            level = [above for one in level for above in synsets[one][1] if above not in seen]
            seen.update(level)
    return found


def table(folder: Path) -> dict[str, tuple[str, str]]:
    """Every kept word, small letters and spaces, with its class and part of speech: n, v or a."""
    synsets, senses = read_nouns(folder)
    classes, counts = classes_of(synsets, senses), tagged_counts(folder)
    rows: dict[str, tuple[str, str]] = {}
    for word, offsets in senses.items():
        written = {one for offset in offsets for one in synsets[offset][0] if one.lower() == word}
        if not any(one.islower() for one in written) or word.count("_") > 1 or not word.replace("_", "").isalpha():
            continue
        named = [classes.get(offset, "") for offset in offsets[:SENSES] if _is_small(synsets[offset][0], word)]
        is_certain = bool(named) and named[0] == "person" and word in counts
        telling = [one for one in named if one not in VAGUE and not is_certain]
        # A walking stick is carried more often than it walks.
        best = next((one for one in telling if one not in LIVING), (telling or named or ["other"])[0]) or "other"
        best = telling[0] if telling and "_" not in word else best
        if "_" in word and best in VAGUE:
            continue
        if best == "other" and word not in counts and len(word) > MOST_RARE_LETTERS:
            continue
        rows[word.replace("_", " ")] = (best, "n")
    for part, letter in (("verb", "v"), ("adj", "a")):
        for word, _, _ in _index(folder, part):
            if not word.isalpha():
                continue
            here = counts.get(word, {})
            if word not in rows:
                rows[word] = ("other", letter)
            elif here.get(letter, 0) > max(count for one, count in (*here.items(), ("", 0)) if one != letter):
                rows[word] = (rows[word][0], letter)
    return rows


def _is_small(words: tuple[str, ...], word: str) -> bool:
    return any(one == word for one in words)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    arguments = parser.parse_args()
    names = list(tomllib.loads((LEXICON / "noun_classes.toml").read_text(encoding="utf-8")))
    rows = table(arguments.wordnet)
    lines = [f"{word}\t{chr(33 + names.index(name))}{part}" for word, (name, part) in rows.items()]
    raw = ("\n".join(sorted(lines)) + "\n").encode("latin-1")
    path = LEXICON / "nouns.zz"
    path.write_bytes(zlib.compress(raw, 9))
    print(f"{len(rows)} words, {len(raw)} bytes, {path.stat().st_size} compressed")


if __name__ == "__main__":
    main()
