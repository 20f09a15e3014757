"""Marks texts for `bench/train_tagger.py` with a full parser, which the product itself does without.

Usage: ``python bench/mark_texts.py texts.txt marked.json``, in an environment of its own with spaCy (MIT) and its
model ``en_core_web_sm``. One text a line; the committed weights come of 45,000 one-line descriptions of public packages
and of 11,000 lines made of ``tests/briefs/practice.toml``, with other nouns in them, and of the writer's own lexicons.
"""

import importlib
import json
import re
import sys
from pathlib import Path
from typing import Any

_AROUND = "\"“”'’.,:;!?-–—/@"
_ROLES = {
    "nsubj": "subj",
    "nsubjpass": "subj",
    "dobj": "obj",
    "pobj": "pobj",
    "ROOT": "root",
    "conj": "conj",
    "appos": "appos",
    "attr": "attr",
}
_VERBS = ("VB", "VBZ", "VBP", "VBD", "VBG", "VBN")
_SILENT = ("PUNCT", "SPACE", "SYM")
Word = tuple[str, str, str, tuple[int, int] | None, str]
"""A word as written, the sign after it, its part, the noun phrase it stands in, that phrase's role."""


def marked(doc: Any) -> list[list[str]]:
    """Each word of a parsed text: the word, the sign after it, its part of speech, its place in a noun phrase."""
    phrase_of = {token.i: phrase for phrase in doc.noun_chunks for token in phrase}
    words: list[Word] = []
    for match in re.finditer(r"\S+", doc.text):
        core = match.group(0).strip(_AROUND)
        inside = [token for token in doc if match.start() <= token.idx < match.end() and not token.is_space]
        spoken = [token for token in inside if token.pos_ not in _SILENT]
        if core and spoken:
            words.append(_word(core, match.group(0), spoken, phrase_of))
    return [
        [core, after, part, _place(words, at, span, role)] for at, (core, after, part, span, role) in enumerate(words)
    ]


def _word(core: str, written: str, tokens: list[Any], phrase_of: dict[int, Any]) -> Word:
    tokens = [token for token in tokens if token.tag_ != "POS"] or tokens
    grown = (
        len(tokens) > 1 and "'" in core.replace("’", "'") and tokens[0].pos_ in ("PRON", "AUX", "VERB", "DET", "ADV")
    )
    own = {token.i for token in tokens}
    heads = [token for token in tokens if token.head.i not in own or token.head.i == token.i]
    main = tokens[0] if grown or not heads else heads[-1]
    part = str(main.pos_)
    if grown:
        part = "PRON+" if part == "PRON" else "AUX"
    elif part == "VERB":
        part = main.tag_ if main.tag_ in _VERBS else "VB"
    tail = written.rstrip("\"“”'’")[-1:]
    after = "-" if tail in tuple("–—-") else tail if tail in tuple(",:;.!?") else ""
    phrase = phrase_of.get(main.i)
    span = (phrase.start, phrase.end) if phrase is not None else None
    return core, after, part, span, _ROLES.get(phrase.root.dep_, "other") if phrase is not None else ""


def _place(words: list[Word], at: int, span: tuple[int, int] | None, role: str) -> str:
    if span is None:
        return "O"
    if at == len(words) - 1 or words[at + 1][3] != span:
        return f"E-{role}"
    return "B" if not at or words[at - 1][3] != span else "I"


def main() -> None:
    source, target = map(Path, sys.argv[1:])
    spacy: Any = importlib.import_module("spacy")
    parser = spacy.load("en_core_web_sm", exclude=["ner", "lemmatizer"])
    texts = [line.strip() for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [json.dumps(marked(doc)) for doc in parser.pipe(texts, batch_size=200)]
    target.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
