"""The gallery: sixteen films over all story templates, looks and shapes, with their contact sheets made small.

Run: ``.venv/bin/python bench/gallery.py FOLDER [--only 3,4] [--until frames] [--write docs/gallery]``. Films go to
FOLDER, each with a strip of moments; ``--write`` also writes the small sheets. Prints a row a film: choices, title,
seed, seconds.
"""

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reelwright.media.canvas import skia
from reelwright.media.decode import frame_at
from reelwright.media.libav import av

SHEET_PX = 760
"""Width of a committed sheet."""


@dataclass(frozen=True)
class Piece:
    """A film of the gallery: its prompt and what else was asked for."""

    prompt: str
    options: tuple[str, ...] = ()

    def slug(self, number: int) -> str:
        """Its name in file names."""
        words = "".join(sign if sign.isalnum() else " " for sign in self.prompt.lower()).split()
        return f"{number:02d}-{'-'.join(words[:5])}"


PIECES = (
    Piece("Artisan coffee that starts your morning right"),
    Piece("Fitness app for busy moms to stay healthy"),
    Piece("Luxury perfume capturing midnight elegance"),
    Piece("Aldar Kose riding his horse across the steppe to his yurt at sunset", ("--duration", "20")),
    Piece("A detective enters his dimly lit office on a rainy night"),
    Piece("10M users tracking goals", ("--aspect", "9:16")),
    Piece("Gourmet chocolate tasting", ("--aspect", "1:1")),
    Piece("New smartphone launch", ("--style", "neon")),
    Piece("Marathon training app"),
    Piece("Skincare transformation", ("--aspect", "4:5")),
    Piece("Ramen shop lunch special, ready in eight minutes", ("--aspect", "9:16")),
    Piece("A girl and her grandfather fly a kite on the beach", ("--style", "paper", "--duration", "20")),
    Piece("Online bank for freelancers without paperwork"),
    Piece("Electric scooter for city commuters", ("--aspect", "9:16", "--style", "neon")),
    Piece("Limited edition wristwatch with a black dial", ("--style", "noir", "--aspect", "1:1")),
    Piece("Adopt a shelter dog", ("--duration", "20")),
)


def make(piece: Piece, out: Path, home: Path, until: str) -> dict[str, object]:
    """Makes the film and returns what the command reported."""
    command = ["-m", "reelwright", "make", piece.prompt, *piece.options, "--until", until, "--out", str(out), "--json"]
    environment = {**os.environ, "REELWRIGHT_HOME": str(home)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode != 0:
        raise SystemExit(f"{piece.prompt!r} ended with {done.returncode}:\n{done.stderr}")
    return json.loads(done.stdout)


def small_sheet(sheet: Path, out: Path) -> None:
    """Writes the contact sheet as a small JPEG."""
    picture = skia.Image.open(str(sheet))
    height = round(picture.height() * SHEET_PX / picture.width())
    surface = skia.Surface(SHEET_PX, height - height % 2)
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    target = skia.Rect.MakeWH(SHEET_PX, height)
    surface.getCanvas().drawImageRect(picture.withDefaultMipmaps(), target, smooth)
    pixels = np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType))
    with av.open(str(out), "w", format="image2") as container:
        stream = container.add_stream("mjpeg", rate=1)
        stream.width, stream.height, stream.pix_fmt = SHEET_PX, surface.height(), "yuvj420p"
        stream.codec_context.options = {"qscale": "4"}
        stream.codec_context.qmin = stream.codec_context.qmax = 4
        for packet in (*stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgba")), *stream.encode(None)):
            container.mux(packet)


def strip(film: Path, out: Path, moments: int = 8) -> None:
    """Writes moments of the finished film, cards and captions' place included, as one PNG."""
    from reelwright.media.png import write_png
    from reelwright.media.probe import probe

    count = probe(film).frame_count
    pictures = [frame_at(film, round((at + 0.5) * (count - 1) / moments)) for at in range(moments)]
    step = max(1, pictures[0].shape[1] // 480)
    small = [picture[::step, ::step] for picture in pictures]
    rows = [np.hstack(small[at : at + 4]) for at in range(0, moments, 4)]
    write_png(out, np.ascontiguousarray(np.vstack(rows)))


def main() -> None:
    """Makes the films asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--until", default="film", choices=("frames", "film"))
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    numbers = [int(number) for number in asked.only.split(",") if number] or list(range(1, len(PIECES) + 1))
    asked.folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        piece = PIECES[number - 1]
        out = asked.folder / piece.slug(number)
        report = make(piece, out, asked.folder / "home", asked.until)
        shots = json.loads((out / "shots.json").read_text())
        seed = shots["brief"]["seed"]
        row = (
            number,
            piece.prompt,
            " ".join(piece.options),
            report["template"],
            report["title"],
            seed,
            report["elapsed_s"],
        )
        print(" | ".join(str(part) for part in row))
        if asked.until == "film":
            strip(out / "film.mp4", out / "strip.png")
        if asked.write:
            asked.write.mkdir(parents=True, exist_ok=True)
            small_sheet(out / "contact_sheet.png", asked.write / f"{piece.slug(number)}.jpg")


if __name__ == "__main__":
    main()
