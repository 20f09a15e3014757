from collections.abc import Callable, Sequence

import numpy as np
import pysubs2
import pytest

from reelwright.film.sound import Caption, SpokenWord
from reelwright.media.caption_text import as_srt, as_vtt
from reelwright.media.captions import CaptionPainter
from reelwright.media.typeface import font_of

HOSTILE = (
    "<b>bold</b> & <script>alert(1)</script>",
    "00:00:01,000 --> 00:00:02,000",
    "{\\an8}{\\fs99}top",
    "one\ntwo\r\n\r\n3\x00four",
    "NOTE",
    "",
    "5",
)


def caption(start_s: float, end_s: float, *lines: str) -> Caption:
    words = [word for line in lines for word in line.split()]
    step = (end_s - start_s) / max(1, len(words))
    timed = tuple(
        SpokenWord(text=word, start_s=start_s + n * step, end_s=start_s + (n + 1) * step)
        for n, word in enumerate(words)
    )
    return Caption(start_s=start_s, end_s=end_s, lines=lines, words=timed)


@pytest.mark.parametrize(("write", "kind"), [(as_srt, "srt"), (as_vtt, "vtt")], ids=["srt", "vtt"])
def test_files_say_what_was_said_when_it_was_said(write: Callable[[Sequence[Caption]], str], kind: str) -> None:
    cues = (caption(0.52, 1.5, "Some mornings begin", "before the light"), caption(3661.0304, 3662, "does."))
    read = pysubs2.SSAFile.from_string(write(cues), format_=kind)
    assert [(event.start, event.end) for event in read] == [(520, 1500), (3661030, 3662000)]
    assert [event.plaintext for event in read] == ["Some mornings begin\nbefore the light", "does."]


@pytest.mark.parametrize("line", HOSTILE)
@pytest.mark.parametrize(("write", "kind"), [(as_srt, "srt"), (as_vtt, "vtt")], ids=["srt", "vtt"])
def test_no_words_become_tags_commands_or_cues(write: Callable[[Sequence[Caption]], str], kind: str, line: str) -> None:
    text = write((caption(1, 2, line), caption(3, 4, "after")))
    read = pysubs2.SSAFile.from_string(text, format_=kind)
    assert [(event.start, event.end) for event in read] == [(1000, 2000), (3000, 4000)]
    assert text.count("-->") == 2
    body = text.split("\n\n")[0 if kind == "srt" else 1]
    assert not {"<", "{\\", "\x00"} & {sign for sign in ("<", "{\\", "\x00") if sign in body}


def test_webvtt_escapes_keep_the_words_readable() -> None:
    assert "Tea &amp; cake &lt;3" in as_vtt((caption(0, 1, "Tea & cake <3"),))


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (720, 1280), (720, 720), (720, 900), (320, 180)])
def test_drawn_captions_stay_in_the_safe_area(width: int, height: int) -> None:
    ground = np.full((height, width, 3), 128, np.uint8)
    cue = caption(0, 2, "W" * 42, "Some mornings begin before the light does")
    drawn = CaptionPainter(width, height).draw(ground, (cue,), 1.0)
    touched = np.argwhere(np.abs(drawn[..., :3].astype(int) - 128).max(axis=2) > 2)
    (top, left), (bottom, right) = touched.min(axis=0), touched.max(axis=0)
    assert left >= width * 0.04
    assert right <= width * 0.96
    assert bottom <= height * (0.8 if height > width * 1.3 else 0.93)
    assert top >= height * 0.5
    assert (drawn[..., 3] == 255).all()


def test_the_word_being_spoken_is_warm_and_the_others_are_white() -> None:
    ground = np.zeros((180, 320, 3), np.uint8)
    cue = caption(0, 2, "good morning")
    painter = CaptionPainter(320, 180)

    def warm_at(now_s: float) -> float:
        drawn = painter.draw(ground, (cue,), now_s).astype(int)
        return float(np.argwhere(drawn[..., 0] - drawn[..., 2] > 70)[:, 1].mean())

    assert warm_at(0.5) < 150 < warm_at(1.5)
    assert not painter.shows((cue,), 2.0)
    assert (painter.draw(ground, (cue,), 2.5)[..., :3] == 0).all()


def test_the_typeface_has_real_weights() -> None:
    widths = [font_of(40, weight).measureText("Some mornings") for weight in (200, 450, 600, 800)]
    assert widths == sorted(widths)
    assert widths[-1] > widths[0] * 1.05


def test_signs_that_the_typeface_lacks_leave_no_boxes() -> None:
    ground = np.zeros((180, 320, 3), np.uint8)

    def drawn(line: str) -> np.ndarray:
        return CaptionPainter(320, 180).draw(ground, (Caption(start_s=0.0, end_s=2.0, lines=(line,)),), 1.0)

    assert np.array_equal(drawn("Привет, мир! 🚀"), drawn("Привет, мир!"))
    assert np.array_equal(drawn("你好"), drawn("…"))
    assert not np.array_equal(drawn("Қош келдіңіз"), drawn("…"))
