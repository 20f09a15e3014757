"""Assembling the film: bodies are copied; splices, cards and burnt-in captions are coded anew."""

import os
from collections.abc import Iterator, Sequence
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from reelwright.errors import MediaError
from reelwright.film.base import fingerprint
from reelwright.film.cut import CutPlan
from reelwright.film.sound import Caption
from reelwright.media.conform import fits
from reelwright.media.decode import as_rgb, raw_frames
from reelwright.media.encode import CRF, PRESET, Pixels, TakeEncoder, as_limited_yuv, coder_options
from reelwright.media.libav import RawPicture, av
from reelwright.media.mp4 import switch_off_captions
from reelwright.media.mux import FilmWriter, Piece, copied
from reelwright.media.probe import MediaFacts, probe
from reelwright.media.segments import (
    Body,
    Dissolve,
    Fade,
    Lettered,
    Plain,
    Segment,
    TakeSource,
    segments,
)
from reelwright.media.splices import shown_shares, spliced


def stitch(
    takes: Sequence[TakeSource],
    plan: CutPlan,
    rate: Fraction,
    audio_path: Path | None,
    captions: Sequence[Caption],
    out: Path,
    *,
    burn: bool = False,
    title: str = "",
    language: str = "eng",
    cache: Path | None = None,
) -> int:
    """Writes the finished film.

    The picture has exactly the frames of the shots. Sound is cut or padded to the same end. Captions always go in as a
    soft track; burnt in they are also part of the picture, and the soft track is then switched off.

    Args:
        takes: In the order of the film; ``keyframes_for`` says where each needs keyframes.
        plan: The splices, one more than takes.
        rate: Frames per second of the film and of every take.
        audio_path: Any sound file, or None for a silent film.
        captions: Times in seconds from the start of the film.
        out: The MP4 to write; replaced if it exists.
        burn: Whether captions become part of the picture.
        title: Written into the file's metadata.
        language: ISO 639-2 code of captions and voice.
        cache: A folder that keeps coded splices under the names of the takes, which must then be named by content.

    Returns:
        The number of frames.

    Raises:
        MediaError: If a take does not fit (``conform`` it first), or the film cannot be written.
    """
    takes = tuple(takes)
    facts = _checked(takes, rate)
    row = segments(takes, plan)
    total = sum(take.frame_count for take in takes)
    if burn and captions:
        pieces = iter([_burnt(row, takes, facts, rate, captions)])
    else:
        pieces = (_piece(segment, takes, facts, rate, cache) for segment in row)
    with FilmWriter(out, takes[0].path, rate, title=title, language=language) as film:
        film.write(pieces, audio_path, captions, frame_count=total)
    if burn and captions:
        switch_off_captions(out)
    return total


def _checked(takes: tuple[TakeSource, ...], rate: Fraction) -> MediaFacts:
    if not takes:
        raise MediaError("a film needs at least one take", hint="Give the film at least one shot.")
    first = probe(takes[0].path)
    for take in takes:
        facts = probe(take.path)
        problem = fits(facts, first.width_px, first.height_px, rate, take.total_frames)
        if problem:
            raise MediaError(f"the take {take.path.name!r} {problem}", hint="Conform the take before the cut.")
    return first


def _piece(
    segment: Segment, takes: tuple[TakeSource, ...], facts: MediaFacts, rate: Fraction, cache: Path | None
) -> Piece:
    """The packets of a segment: read from the take, or coded now or before."""
    if isinstance(segment, Body):
        return Piece(segment.frame_count, copied(takes[segment.take].path, segment.start, segment.stop))
    if cache is None:
        return Piece(segment.frame_count, copied(_coded_bytes(segment, takes, facts, rate), 0, segment.frame_count))
    kept = cache / f"{_splice_key(segment, takes, facts, rate)}.mp4"
    if kept.exists():
        return Piece(segment.frame_count, copied(kept, 0, segment.frame_count))
    return Piece(segment.frame_count, _kept(_coded_bytes(segment, takes, facts, rate), kept, segment.frame_count))


def _splice_key(
    segment: Dissolve | Fade | Lettered, takes: tuple[TakeSource, ...], facts: MediaFacts, rate: Fraction
) -> str:
    touched: list[str] = []
    for part in segment.under if isinstance(segment, Lettered) else (segment,):
        touched.append(takes[part.take].path.name)
        if isinstance(part, Dissolve):
            touched.append(takes[part.take + 1].path.name)
    options = coder_options(CRF, PRESET, rate)
    return fingerprint([repr(segment), touched, [facts.width_px, facts.height_px, str(rate)], options])


def _kept(coded: BytesIO, path: Path, frame_count: int) -> Iterator[Any]:
    """The packets of a coded splice, which is written aside and renamed, so that a half one is never found."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(f".{os.getpid()}.part")
    aside.write_bytes(coded.getvalue())
    aside.replace(path)
    yield from copied(coded, 0, frame_count)


def _coded_bytes(
    segment: Dissolve | Fade | Lettered, takes: tuple[TakeSource, ...], facts: MediaFacts, rate: Fraction
) -> BytesIO:
    target = BytesIO()
    with TakeEncoder(target, facts.width_px, facts.height_px, rate) as encoder:
        if isinstance(segment, Lettered):
            for pixels in _lettered(segment, takes, facts, rate):
                encoder.write(pixels)
        else:
            for frame in spliced(segment, takes):
                encoder.write_frame(frame)
    target.seek(0)
    return target


def _lettered(segment: Lettered, takes: tuple[TakeSource, ...], facts: MediaFacts, rate: Fraction) -> Iterator[Pixels]:
    """The frames under a card, with the card; fades darken both together."""
    from reelwright.media.cards import CardPainter

    painter = CardPainter(segment.card, facts.width_px, facts.height_px, rate)
    frames = (frame for part in segment.under for frame in _plain(part, takes, fades=False))
    shares = (share for part in segment.under for share in shown_shares(part))
    for pixels, share in zip(painter.letter(map(as_rgb, frames), segment.first), shares, strict=True):
        if share < 1:
            pixels[..., :3] = (pixels[..., :3] * share + 0.5).astype(np.uint8)
        yield pixels


def _plain(segment: Plain, takes: tuple[TakeSource, ...], *, fades: bool = True) -> Iterator[RawPicture]:
    if isinstance(segment, Body):
        return raw_frames(takes[segment.take].path, segment.start, segment.stop)
    if isinstance(segment, Fade) and not fades:
        return raw_frames(takes[segment.take].path, segment.start, segment.start + segment.frame_count)
    return spliced(segment, takes)


def _frames(
    row: tuple[Segment, ...], takes: tuple[TakeSource, ...], facts: MediaFacts, rate: Fraction
) -> Iterator[RawPicture]:
    for segment in row:
        if isinstance(segment, Lettered):
            for pixels in _lettered(segment, takes, facts, rate):
                yield as_limited_yuv(av.VideoFrame.from_numpy_buffer(pixels, format="rgba"))
        else:
            yield from _plain(segment, takes)


def _burnt(
    row: tuple[Segment, ...],
    takes: tuple[TakeSource, ...],
    facts: MediaFacts,
    rate: Fraction,
    captions: Sequence[Caption],
) -> Piece:
    """The whole film decoded, captioned and coded once."""
    from reelwright.media.captions import CaptionPainter

    painter = CaptionPainter(facts.width_px, facts.height_px)
    target: BinaryIO = BytesIO()
    with TakeEncoder(target, facts.width_px, facts.height_px, rate) as encoder:
        for number, frame in enumerate(_frames(row, takes, facts, rate)):
            now_s = float((number + Fraction(1, 2)) / rate)
            if painter.shows(captions, now_s):
                encoder.write(painter.draw(as_rgb(frame), captions, now_s))
            else:
                encoder.write_frame(frame)
    target.seek(0)
    return Piece(encoder.frame_count, copied(target, 0, encoder.frame_count))
