from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from tests.media.test_stitch import HEIGHT, WIDTH, luma, shoot
from tests.sampling import sampled

from reelwright.errors import MediaError
from reelwright.film.cut import Card, CutPlan, Splice, SpliceKind
from reelwright.film.sound import Caption
from reelwright.media.cards import CardPainter
from reelwright.media.decode import raw_frames
from reelwright.media.libav import av
from reelwright.media.stitch import stitch

RATE = Fraction(24)
TITLE = Card(kind="title", heading="The Third Alarm", lead_frames=12, frame_count=20, place="right")
END = Card(kind="end", heading="Artisan Coffee", line="Order today", frame_count=24)
SPLICES = (Splice(kind=SpliceKind.FADE_IN, frame_count=6), Splice(), Splice(kind=SpliceKind.FADE_OUT, frame_count=10))


def test_cards_lie_over_their_frames_and_nowhere_else(tmp_path: Path) -> None:
    bare = CutPlan(splices=SPLICES)
    lettered = CutPlan(splices=SPLICES, cards=(TITLE, END))
    takes = shoot(tmp_path, lettered, (40, 36), RATE)
    for plan, name in ((bare, "bare.mp4"), (lettered, "lettered.mp4")):
        assert stitch(takes, plan, RATE, None, (), tmp_path / name) == 76

    without, with_cards = (
        [luma(frame) for frame in raw_frames(tmp_path / name)] for name in ("bare.mp4", "lettered.mp4")
    )
    changed = [float(np.abs(a - b).mean()) for a, b in zip(without, with_cards, strict=True)]
    assert max(changed[:12] + changed[32:52]) < 0.5
    assert min(changed[18:28]) > 0.5, "the title"
    assert min(changed[62:66]) > 8, "the end card"
    assert with_cards[-1].mean() < 30, "it fades with the film"


def test_bodies_beside_cards_are_copied(tmp_path: Path) -> None:
    plan = CutPlan(splices=SPLICES, cards=(TITLE, END))
    takes = shoot(tmp_path, plan, (40, 36), RATE)
    stitch(takes, plan, RATE, None, (), tmp_path / "film.mp4")
    with av.open(str(tmp_path / "film.mp4")) as film, av.open(str(takes[1].path)) as take:
        film_packets = [bytes(packet) for packet in film.demux(video=0) if packet.pts is not None]
        take_packets = [bytes(packet) for packet in take.demux(video=0) if packet.pts is not None]
    assert film_packets[40:52] == take_packets[:12]


def test_burnt_captions_and_cards_go_together(tmp_path: Path) -> None:
    plan = CutPlan(splices=SPLICES, cards=(END,))
    takes = shoot(tmp_path, plan, (40, 36), RATE)
    cues = (Caption(start_s=0.5, end_s=1.5, lines=("Good morning",)),)
    assert stitch(takes, plan, RATE, None, cues, tmp_path / "film.mp4", burn=True) == 76


@pytest.mark.parametrize("card", [TITLE, END], ids=["title", "end"])
def test_a_card_longer_than_its_shot_says_so(tmp_path: Path, card: Card) -> None:
    plan = CutPlan(splices=(Splice(), Splice()), cards=(card.model_copy(update={"frame_count": 50}),))
    with pytest.raises(MediaError, match=r"card needs \d+ frames; its shot has 40"):
        shoot(tmp_path, plan, (40,), RATE)


@pytest.mark.parametrize("size", [(1280, 720), (404, 720), (720, 720)], ids=["wide", "tall", "square"])
@pytest.mark.parametrize("lettering", sampled(["sans", "serif", "hand", "neon"], 3))
@pytest.mark.parametrize("kind", ["title", "end"])
def test_letters_stay_inside_the_frame_however_long(kind: str, lettering: str, size: tuple[int, int]) -> None:
    heading = "Grandmother's sourdough bread from the old harbour bakery 42"
    shown = {"kind": kind, "lettering": lettering, "place": "right", "line": "Come and taste it on Saturday morning"}
    card = Card.model_validate({"heading": heading, "frame_count": 48, **shown})
    grey = np.full((size[1], size[0], 3), 90, np.uint8)
    bare = CardPainter(card.model_copy(update={"heading": ".", "line": ""}), *size, RATE)
    plain, full = (list(painter.letter([grey] * 31))[30] for painter in (bare, CardPainter(card, *size, RATE)))
    rows, columns = (np.abs(full.astype(int) - plain).max(axis=2) > 60).nonzero()
    assert columns.min() > size[0] * 0.04
    assert columns.max() < size[0] * 0.96
    assert rows.min() > size[1] * 0.04
    assert rows.max() < size[1] * 0.8, "the captions' place stays free"


def test_an_unknown_letter_falls_back_to_the_sans() -> None:
    card = Card(kind="end", heading="Ḁlmaty ẞ", frame_count=48, lettering="hand")
    grey = np.full((HEIGHT, WIDTH, 3), 90, np.uint8)
    by_hand, sans = (
        list(CardPainter(card.model_copy(update={"lettering": one}), WIDTH, HEIGHT, RATE).letter([grey] * 31))[30]
        for one in ("hand", "sans")
    )
    assert np.array_equal(by_hand, sans)


def test_signs_that_no_typeface_has_are_left_out() -> None:
    picture = np.full((HEIGHT, WIDTH, 3), 90, np.uint8)

    def end(heading: str, line: str = "") -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
        card = END.model_copy(update={"heading": heading, "line": line})
        return list(CardPainter(card, WIDTH, HEIGHT, RATE).letter([picture] * 24))[-1]

    assert np.array_equal(end("Чай 茶", "今すぐ"), end("Чай"))
    assert not np.array_equal(end("Чай"), end("Чай!"))
    assert np.array_equal(end("مرحبا")[..., :3], picture), "a card without a heading leaves the picture alone"


@pytest.mark.parametrize("lettering", ["sans", "serif", "hand", "neon"])
def test_a_title_reads_on_the_brightest_picture(lettering: str) -> None:
    card = TITLE.model_copy(update={"lettering": lettering, "frame_count": 48})
    on_black, on_white = (
        next(CardPainter(card, 640, 360, RATE).letter([np.full((360, 640, 3), grey, np.uint8)], first=24))[..., :3]
        / 255
        for grey in (0, 255)
    )
    rows, columns = (on_black.max(axis=2) > 0.7).nonzero()
    around = on_white[rows.min() : rows.max(), columns.min() : columns.max()]
    light = np.where(around <= 0.04045, around / 12.92, ((around + 0.055) / 1.055) ** 2.4) @ (0.2126, 0.7152, 0.0722)
    letters, ground = np.percentile(light, 99), np.percentile(light, 50)
    assert (letters + 0.05) / (ground + 0.05) >= 3.5, "large letters need 3 (WCAG 2.2)"
